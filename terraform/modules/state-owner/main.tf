# Fails where the state belongs to another clan. A variable's validation stops plan, apply and destroy alike; a
# postcondition would let a destroy through.
variable "clan" {
  description = "The clan that is applied or destroyed now."
  type        = string
}

variable "owner" {
  description = "The clan that this state was made for; unknown while it is being made."
  type        = string

  validation {
    condition     = var.owner == var.clan
    error_message = "This state belongs to the clan \"${var.owner}\", so nothing was changed. Every further clan has a workspace of its own: terraform -chdir=terraform workspace select -or-create ${var.clan}"
  }
}

output "clan" {
  description = "The clan, once it is known that the state is its own. Everything else hangs on this."
  value       = var.clan
}

variable "clan" {
  description = "Name of the clan: its folder in configs/, its schema and its path at the gateway."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9_]{1,29}$", var.clan))
    error_message = "clan must be 2 to 30 of a-z, 0-9 and _, starting with a letter: it becomes the name of a database schema."
  }

  validation {
    condition     = terraform.workspace == "default" || terraform.workspace == var.clan
    error_message = "This is the workspace \"${terraform.workspace}\", which belongs to the clan of that name, so nothing was changed. For this clan: terraform -chdir=terraform workspace select -or-create ${var.clan}"
  }
}

variable "bot_token" {
  description = "Token of the Discord bot, for the first version of the secret only; it then lies in the state. Leave it out and run \"npm run set-secrets\" to keep it from there."
  type        = string
  sensitive   = true
  default     = ""
}

variable "roblox_api_key" {
  description = "Key of Roblox Open Cloud, likewise."
  type        = string
  sensitive   = true
  default     = ""
}

variable "configs_dir" {
  description = "Directory of the clans' configurations, seen from terraform/."
  type        = string
  default     = "../configs"
}

variable "platform_state" {
  description = "Where the state of terraform/platform is: backend and its configuration, as for terraform_remote_state."
  type = object({
    backend = string
    config  = map(string)
  })
  default = {
    backend = "local"
    config  = { path = "platform/terraform.tfstate" }
  }
}

variable "delete_data" {
  description = "Drops the clan's schema with everything in it. The first of two steps; \"terraform destroy\" is the second, and alone keeps the data."
  type        = bool
  default     = false

  validation {
    condition     = !var.delete_data || var.confirm_delete_data == var.clan
    error_message = "Deleting the data needs confirm_delete_data with the name of the clan; nothing was deleted."
  }
}

variable "confirm_delete_data" {
  description = "The name of the clan, where delete_data is true."
  type        = string
  default     = ""
}

variable "freeform_tags" {
  description = "Tags of every resource, on top of the project's own."
  type        = map(string)
  default     = {}

  validation {
    condition     = length(var.freeform_tags) <= 6
    error_message = "freeform_tags can hold 6 at most: OCI takes 10 a resource, and 4 are the project's own."
  }
}

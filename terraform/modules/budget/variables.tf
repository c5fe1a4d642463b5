variable "tenancy_id" {
  description = "Budgets belong to the tenancy."
  type        = string
}

variable "compartment_id" {
  description = "What the budget watches."
  type        = string
}

variable "name" {
  description = "Beginning of every display name."
  type        = string
}

variable "monthly_amount" {
  description = "In the tenancy's currency."
  type        = number
}

variable "recipient" {
  description = "Address that is told; empty: nobody."
  type        = string
}

variable "freeform_tags" {
  description = "Tags of every resource."
  type        = map(string)
}

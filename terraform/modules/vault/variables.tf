variable "compartment_id" {
  description = "Compartment of the vault."
  type        = string
}

variable "name" {
  description = "Beginning of every display name."
  type        = string
}

variable "freeform_tags" {
  description = "Tags of every resource."
  type        = map(string)
}

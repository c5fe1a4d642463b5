variable "compartment_id" {
  description = "Compartment of the network."
  type        = string
}

variable "name" {
  description = "Beginning of every display name."
  type        = string
}

variable "vcn_cidr" {
  description = "Addresses of the network; two /24 are cut from it."
  type        = string
}

variable "database_ports" {
  description = "Ports on which the functions reach the database (1521 without a wallet)."
  type        = object({ min = number, max = number })
}

variable "private_database" {
  description = "Whether the database has a private endpoint in this network (else the functions reach it through the service gateway)."
  type        = bool
}

variable "freeform_tags" {
  description = "Tags of every resource."
  type        = map(string)
}

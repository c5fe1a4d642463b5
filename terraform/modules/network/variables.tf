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

variable "database_path" {
  description = "How the functions reach the database. nat: by its public address, which is all that Always Free allows. service-gateway: by its public address without leaving Oracle's network. private-endpoint: by an address in this network."
  type        = string

  validation {
    condition     = contains(["nat", "service-gateway", "private-endpoint"], var.database_path)
    error_message = "database_path must be nat, service-gateway or private-endpoint."
  }
}

variable "freeform_tags" {
  description = "Tags of every resource."
  type        = map(string)
}

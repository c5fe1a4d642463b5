variable "compartment_id" {
  description = "Compartment of the database."
  type        = string
}

variable "name" {
  description = "Beginning of every display name."
  type        = string
}

variable "db_name" {
  description = "Name of the database, letters and digits."
  type        = string
}

variable "always_free" {
  description = "An Always Free database (20 GB, 30 sessions, no private endpoint)."
  type        = bool
}

variable "ecpu_count" {
  description = "ECPUs of a paid database."
  type        = number
}

variable "admin_secret_id" {
  description = "Secret that holds the password of ADMIN."
  type        = string
}

variable "vcn_id" {
  description = "The only network that is let in."
  type        = string
}

variable "functions_subnet_cidr" {
  description = "The only addresses of that network that are let in."
  type        = string
}

variable "private_endpoint" {
  description = "Subnet and security group of a private endpoint; null: a public endpoint with an access list."
  type        = object({ subnet_id = string, security_group_id = string })
}

variable "freeform_tags" {
  description = "Tags of every resource."
  type        = map(string)
}

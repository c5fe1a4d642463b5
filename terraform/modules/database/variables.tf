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

variable "access_list" {
  description = "Who is let in at the public address; null with a private endpoint. An Always Free database takes public addresses only, no network."
  type        = list(string)
}

variable "private_endpoint" {
  description = "Subnet and security group of a private endpoint; null: a public endpoint with an access list."
  type        = object({ subnet_id = string, security_group_id = string })
}

variable "freeform_tags" {
  description = "Tags of every resource."
  type        = map(string)
}

variable "clan" {
  description = "Name of the clan and of its schema."
  type        = string
}

variable "function_id" {
  description = "provision-clan."
  type        = string
}

variable "settings" {
  description = "The clan's settings.json."
  type        = any
}

variable "ranks" {
  description = "The clan's ranks.json."
  type        = any
}

variable "image_tag" {
  description = "Version of provision-clan: a new one brings new migrations."
  type        = string
}

variable "password_version" {
  description = "Version of the database password in the vault."
  type        = string
}

variable "delete_data" {
  description = "Drops the schema instead."
  type        = bool
}

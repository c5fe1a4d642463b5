variable "clan" {
  description = "Name of the clan; also the tag by which jobs find its secrets."
  type        = string
}

variable "compartment_id" {
  description = "Compartment of the secrets."
  type        = string
}

variable "vault_id" {
  description = "The platform's vault."
  type        = string
}

variable "key_id" {
  description = "Encrypts the secrets."
  type        = string
}

variable "identity" {
  description = "Who the clan is, from its settings.json."
  type = object({
    application_id  = string
    public_key      = string
    guild_id        = string
    roblox_group_id = string
  })
}

variable "connect_string" {
  description = "How functions reach the database."
  type        = string
}

variable "bot_token" {
  description = "First version only."
  type        = string
  sensitive   = true
}

variable "roblox_api_key" {
  description = "First version only."
  type        = string
  sensitive   = true
}

variable "freeform_tags" {
  description = "Tags of every resource."
  type        = map(string)
}

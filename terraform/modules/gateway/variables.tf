variable "compartment_id" {
  description = "Compartment of the gateway."
  type        = string
}

variable "name" {
  description = "Beginning of every display name."
  type        = string
}

variable "subnet_id" {
  description = "Public subnet."
  type        = string
}

variable "security_group_id" {
  description = "Lets HTTPS in."
  type        = string
}

variable "front_door_id" {
  description = "The function behind both routes; null: no routes yet."
  type        = string
}

variable "has_routes" {
  description = "Whether there is a function to route to; known at plan time, unlike its id."
  type        = bool
}

variable "rate_limit_per_second" {
  description = "Requests a second from one address; beyond it the gateway answers 429."
  type        = number
}

variable "freeform_tags" {
  description = "Tags of every resource."
  type        = map(string)
}

variable "tenancy_id" {
  description = "Dynamic groups belong to the tenancy."
  type        = string
}

variable "compartment_id" {
  description = "Policies belong to the compartment and reach no further."
  type        = string
}

variable "name" {
  description = "Beginning of every name."
  type        = string
}

variable "function_ids" {
  description = "Id of each function, by name; empty while there is no image."
  type        = map(string)
}

variable "front_door" {
  description = "Name of the function that Discord reaches; null without functions."
  type        = string
}

variable "commands" {
  description = "Names of the command functions."
  type        = list(string)
}

variable "called_by_front_door" {
  description = "Names of the functions that the front door may call."
  type        = list(string)
}

variable "admin_secret_name" {
  description = "Secret with the password of the database's ADMIN user: for provision-clan only."
  type        = string
}

variable "queue_id" {
  description = "The queue of failed invocations."
  type        = string
}

variable "repository_name" {
  description = "The repository of the image."
  type        = string
}

variable "schedule_principal" {
  description = "How the policy names schedules: dynamic-group, any-user (by type) or both."
  type        = string
}

variable "freeform_tags" {
  description = "Tags of every resource."
  type        = map(string)
}

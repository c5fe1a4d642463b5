variable "clan" {
  description = "Name of the clan."
  type        = string
}

variable "compartment_id" {
  description = "Compartment of the schedule; the platform lets schedules of this compartment call sync-ranks."
  type        = string
}

variable "function_id" {
  description = "sync-ranks."
  type        = string
}

variable "active" {
  description = "Whether it runs."
  type        = bool
}

variable "freeform_tags" {
  description = "Tags of every resource."
  type        = map(string)
}

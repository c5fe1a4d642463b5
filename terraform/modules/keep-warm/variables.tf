variable "compartment_id" {
  description = "Compartment of the monitor and the schedule."
  type        = string
}

variable "name" {
  description = "Beginning of every display name."
  type        = string
}

variable "monitored" {
  description = "Whether /health is asked every 60 s; else deliver-outbox runs once an hour by a schedule."
  type        = bool
}

variable "hostname" {
  description = "Host name of the gateway."
  type        = string
}

variable "vantage_points" {
  description = "Where the monitor asks from; each asks every 60 s. Empty: one that OCI has."
  type        = list(string)
}

variable "deliver_outbox_id" {
  description = "The function that an hourly schedule calls where there is no monitor."
  type        = string
}

variable "freeform_tags" {
  description = "Tags of every resource."
  type        = map(string)
}

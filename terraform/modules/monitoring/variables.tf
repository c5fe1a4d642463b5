variable "compartment_id" {
  description = "Compartment of logs, alarms and topic."
  type        = string
}

variable "name" {
  description = "Beginning of every display name."
  type        = string
}

variable "application_id" {
  description = "The functions application."
  type        = string
}

variable "deployment_id" {
  description = "The gateway's routes; null without."
  type        = string
}

variable "has_routes" {
  description = "Whether there are routes; known at plan time, unlike their id."
  type        = bool
}

variable "queue_id" {
  description = "The queue of failed invocations."
  type        = string
}

variable "monitor_id" {
  description = "The health monitor; null without."
  type        = string
}

variable "has_monitor" {
  description = "Whether there is a health monitor; known at plan time, unlike its id."
  type        = bool
}

variable "retention_days" {
  description = "How long logs are kept: 30, 60, 90, ... days."
  type        = number
}

variable "alarm_email" {
  description = "Who is told of alarms; empty: nobody (the topic is there for other subscriptions)."
  type        = string
}

variable "freeform_tags" {
  description = "Tags of every resource."
  type        = map(string)
}

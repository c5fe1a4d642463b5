variable "compartment_id" {
  description = "Compartment of the repository."
  type        = string
}

variable "repository_name" {
  description = "Name of the repository of the one image."
  type        = string
}

variable "region" {
  description = "Region of the registry: functions take images from their own region only."
  type        = string
}

variable "freeform_tags" {
  description = "Tags of every resource."
  type        = map(string)
}

variable "clan" {
  description = "Name of the clan: its folder in the directory of configurations."
  type        = string
}

variable "directory" {
  description = "Directory of the clans' configurations."
  type        = string
}

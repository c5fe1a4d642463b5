variable "ids" {
  description = "Id of each function, by name."
  type        = map(string)
}

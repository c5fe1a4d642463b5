output "packed" {
  description = "The value of FUNCTION_IDS."
  value       = base64gzip(local.text)

  precondition {
    condition     = length(distinct(values(local.keys))) == length(local.keys)
    error_message = "Two functions have the same short key, which happens to one platform of 60 functions in 600: rename one. Keys: ${jsonencode(local.keys)}"
  }
}

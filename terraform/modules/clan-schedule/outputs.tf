output "minute" {
  description = "Minute of the hour in which it runs."
  value       = local.minute
}

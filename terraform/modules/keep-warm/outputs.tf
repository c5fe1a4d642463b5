output "monitor_id" {
  description = "The monitor; null without."
  value       = one(oci_health_checks_http_monitor.this[*].id)
}

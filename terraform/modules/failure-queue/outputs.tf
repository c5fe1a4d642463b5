output "queue_id" {
  description = "The queue of failed invocations."
  value       = oci_queue_queue.this.id
}

output "messages_endpoint" {
  description = "Where its messages are read."
  value       = oci_queue_queue.this.messages_endpoint
}

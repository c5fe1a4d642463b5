output "topic_id" {
  description = "Topic of the alarms."
  value       = oci_ons_notification_topic.alarms.id
}

# What is left of a detached invocation that OCI gave up; deliver-outbox looks at it every minute. Messages go
# after a day: an interaction's token lives 15 minutes, and jobs come again by themselves.
resource "oci_queue_queue" "this" {
  compartment_id                   = var.compartment_id
  display_name                     = "${var.name}-failed-invocations"
  retention_in_seconds             = 86400
  visibility_in_seconds            = 120
  timeout_in_seconds               = 0
  dead_letter_queue_delivery_count = 5
  freeform_tags                    = var.freeform_tags
}

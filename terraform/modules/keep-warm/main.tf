# An uptime monitor that keeps the front door warm and, through it, hands on deliver-outbox (once a minute) and
# warm (once in three). It covers one interaction at a time; bursts need provisioned concurrency.
resource "oci_health_checks_http_monitor" "this" {
  count               = var.monitored ? 1 : 0
  compartment_id      = var.compartment_id
  display_name        = "${var.name}-health"
  targets             = [var.hostname]
  protocol            = "HTTPS"
  port                = 443
  method              = "GET"
  path                = "/health"
  interval_in_seconds = 60
  timeout_in_seconds  = 30
  vantage_point_names = var.vantage_points
  is_enabled          = true
  freeform_tags       = var.freeform_tags
}

# Without the monitor nobody would look at due effects of a clan that is quiet.
resource "oci_resource_scheduler_schedule" "deliver_outbox" {
  count              = var.monitored ? 0 : 1
  compartment_id     = var.compartment_id
  display_name       = "${var.name}-deliver-outbox"
  description        = "Delivers due effects hourly while there is no monitor"
  action             = "START_RESOURCE"
  recurrence_type    = "CRON"
  recurrence_details = "0 * * * *"
  state              = "ACTIVE"
  freeform_tags      = var.freeform_tags

  resources {
    id = var.deliver_outbox_id
    parameters {
      parameter_type = "BODY"
      value          = [jsonencode({ job = "deliver-outbox" })]
    }
  }
}

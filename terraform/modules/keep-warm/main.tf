data "oci_health_checks_vantage_points" "all" {
  count = var.monitored ? 1 : 0
}

locals {
  # Names change as Oracle moves its probes, so the list is asked. Without a wish: one in the east of the United
  # States, where Discord is, or the first there is.
  known_points = sort(flatten([for list in data.oci_health_checks_vantage_points.all : list.health_checks_vantage_points[*].name]))
  default_point = concat(
    [for name in local.known_points : name if endswith(name, "-iad")],
    local.known_points,
  )
  vantage_points = length(var.vantage_points) > 0 ? var.vantage_points : slice(local.default_point, 0, min(1, length(local.default_point)))
}

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
  vantage_point_names = local.vantage_points
  is_enabled          = true
  freeform_tags       = var.freeform_tags

  lifecycle {
    precondition {
      condition     = length(setsubtract(local.vantage_points, local.known_points)) == 0
      error_message = "vantage_points: OCI has no ${join(", ", setsubtract(local.vantage_points, local.known_points))}. There are: ${join(", ", local.known_points)}."
    }
  }
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

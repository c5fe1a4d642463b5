resource "oci_logging_log_group" "this" {
  compartment_id = var.compartment_id
  display_name   = "${var.name}-logs"
  description    = "Logs of the functions and the gateway"
  freeform_tags  = var.freeform_tags
}

locals {
  logs = merge(
    { functions = { service = "functions", category = "invoke", resource = var.application_id } },
    var.has_routes ? {
      gateway-access    = { service = "apigateway", category = "access", resource = var.deployment_id }
      gateway-execution = { service = "apigateway", category = "execution", resource = var.deployment_id }
    } : {},
  )
}

resource "oci_logging_log" "this" {
  for_each = local.logs

  log_group_id       = oci_logging_log_group.this.id
  display_name       = "${var.name}-${each.key}"
  log_type           = "SERVICE"
  is_enabled         = true
  retention_duration = var.retention_days
  freeform_tags      = var.freeform_tags

  configuration {
    compartment_id = var.compartment_id

    source {
      source_type = "OCISERVICE"
      service     = each.value.service
      category    = each.value.category
      resource    = each.value.resource
    }
  }
}

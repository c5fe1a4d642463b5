resource "oci_ons_notification_topic" "alarms" {
  compartment_id = var.compartment_id
  name           = "${var.name}-alarms"
  description    = "Alarms of the clan bot"
  freeform_tags  = var.freeform_tags
}

resource "oci_ons_subscription" "email" {
  count          = var.alarm_email == "" ? 0 : 1
  compartment_id = var.compartment_id
  topic_id       = oci_ons_notification_topic.alarms.id
  protocol       = "EMAIL"
  endpoint       = var.alarm_email
  freeform_tags  = var.freeform_tags
}

# Metrics and dimensions are those that Oracle's metric references list: Functions (applicationId, responseType), Queue
# (resourceId), API Gateway (deploymentId, httpStatusCategory), Health Checks (resourceId; each test counts 0 or 1).
locals {
  alarms = merge(
    {
      function-errors = {
        namespace = "oci_faas"
        query     = "FunctionResponseCount[5m]{applicationId = \"${var.application_id}\", responseType = \"Error\"}.sum() > 5"
        pending   = "PT5M"
        severity  = "WARNING"
        body      = "Functions of the clan bot end in errors. The log ${var.name}-functions says why."
      }
      function-throttling = {
        namespace = "oci_faas"
        query     = "FunctionResponseCount[5m]{applicationId = \"${var.application_id}\", responseType = \"Throttled\"}.sum() > 0"
        pending   = "PT1M"
        severity  = "CRITICAL"
        body      = "OCI refuses invocations because too many run at once: members see \"busy\". Ask for a higher limit of concurrent memory, or see docs/COSTS.md for provisioned concurrency."
      }
      failed-invocations = {
        namespace = "oci_queue"
        query     = "MessagesInQueueCount[5m]{resourceId = \"${var.queue_id}\"}.max() > 0"
        pending   = "PT15M"
        severity  = "WARNING"
        body      = "Failed detached invocations wait in the queue and deliver-outbox does not clear them."
      }
    },
    var.has_routes ? {
      gateway-errors = {
        namespace = "oci_apigateway"
        query     = "HttpResponses[5m]{deploymentId = \"${var.deployment_id}\", httpStatusCategory = \"5xx\"}.sum() > 5"
        pending   = "PT5M"
        severity  = "CRITICAL"
        body      = "The gateway answers Discord with 5xx: the front door fails or is too slow."
      }
    } : {},
    var.has_monitor ? {
      health = {
        namespace = "oci_healthchecks"
        query     = "HTTP.isHealthy[5m]{resourceId = \"${var.monitor_id}\"}.mean() < 0.5"
        pending   = "PT5M"
        severity  = "CRITICAL"
        body      = "/health does not answer: Discord cannot reach the bot either."
      }
    } : {},
  )
}

resource "oci_monitoring_alarm" "this" {
  for_each = local.alarms

  compartment_id        = var.compartment_id
  metric_compartment_id = var.compartment_id
  display_name          = "${var.name}-${each.key}"
  namespace             = each.value.namespace
  query                 = each.value.query
  severity              = each.value.severity
  pending_duration      = each.value.pending
  body                  = each.value.body
  message_format        = "ONS_OPTIMIZED"
  destinations          = [oci_ons_notification_topic.alarms.id]
  is_enabled            = true
  freeform_tags         = var.freeform_tags
}

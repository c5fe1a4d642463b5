resource "oci_functions_function" "worker" {
  for_each = local.workers

  application_id                   = var.application_id
  display_name                     = each.key
  image                            = "${var.image}:${each.value.kind == "provision" ? var.provision_image_tag : var.image_tag}"
  memory_in_mbs                    = tostring(each.value.memoryMb)
  timeout_in_seconds               = each.value.timeoutSeconds
  detached_mode_timeout_in_seconds = each.value.detachedTimeoutSeconds
  freeform_tags                    = merge(var.freeform_tags, { kind = each.value.kind })

  config = merge(
    var.common_config,
    { FUNCTION_NAME = each.key },
    each.value.kind == "provision" ? var.provision_config : {},
    each.key == "deliver-outbox" ? {
      FAILED_QUEUE_ID  = var.failure_queue.queue_id
      FAILED_QUEUE_URL = var.failure_queue.messages_endpoint
    } : {},
  )

  # provision-clan is called synchronously and answers its caller.
  dynamic "failure_destination" {
    for_each = each.value.kind == "provision" ? [] : [var.failure_queue.queue_id]
    content {
      kind     = "QUEUE"
      queue_id = failure_destination.value
    }
  }
}

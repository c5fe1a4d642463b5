locals {
  front_door_ids = {
    for name in local.called_by_front_door : name => try(
      oci_functions_function.worker[name].id,
      oci_functions_function.warm[name].id,
    )
  }

  front_door_config = {
    for name in keys(local.front_door) : name => merge(var.common_config, {
      FUNCTION_NAME = name
      INVOKE_URL    = local.invoke_url
      FUNCTION_IDS  = module.front_door_ids.packed
    })
  }

  # OCI's minimum is 40 units at 128 MB, 20 at 256 MB and 10 from 512 MB up.
  least_units = { for name, function in local.front_door : name => max(10, 5120 / function.memoryMb) }
}

module "front_door_ids" {
  source = "../function-ids"

  ids = local.front_door_ids
}

# The only function that Discord reaches, and the only one that can have provisioned concurrency.
resource "oci_functions_function" "front_door" {
  for_each = local.front_door

  application_id     = var.application_id
  display_name       = each.key
  image              = "${var.image}:${var.image_tag}"
  memory_in_mbs      = tostring(each.value.memoryMb)
  timeout_in_seconds = each.value.timeoutSeconds
  freeform_tags      = merge(var.freeform_tags, { kind = each.value.kind })

  config = local.front_door_config[each.key]

  provisioned_concurrency_config {
    strategy = var.provisioned_concurrency == 0 ? "NONE" : "CONSTANT"
    count    = var.provisioned_concurrency == 0 ? null : var.provisioned_concurrency
  }

  lifecycle {
    precondition {
      condition     = var.provisioned_concurrency == 0 || var.provisioned_concurrency >= local.least_units[each.key]
      error_message = "provisioned_concurrency must be 0 or at least ${local.least_units[each.key]} units for a function of ${each.value.memoryMb} MB; ${var.provisioned_concurrency} was given."
    }

    precondition {
      condition     = local.config_limit >= sum([for key, value in local.front_door_config[each.key] : length(key) + length(value)])
      error_message = "The configuration of ${each.key} exceeds the 4 KB that OCI allows: the ids of ${length(local.front_door_ids)} functions have no room in it. At least 60 have."
    }
  }
}

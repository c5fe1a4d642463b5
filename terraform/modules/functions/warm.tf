locals {
  # All functions of an application share one address; the first worker names it.
  invoke_url = try(values(oci_functions_function.worker)[0].invoke_endpoint, "")

  command_ids = { for name in local.commands : name => oci_functions_function.worker[name].id }
}

module "command_ids" {
  source = "../function-ids"

  ids = local.command_ids
}

resource "oci_functions_function" "warm" {
  for_each = local.warm

  application_id                   = var.application_id
  display_name                     = each.key
  image                            = "${var.image}:${var.image_tag}"
  memory_in_mbs                    = tostring(each.value.memoryMb)
  timeout_in_seconds               = each.value.timeoutSeconds
  detached_mode_timeout_in_seconds = each.value.detachedTimeoutSeconds
  freeform_tags                    = merge(var.freeform_tags, { kind = each.value.kind })

  config = merge(var.common_config, {
    FUNCTION_NAME = each.key
    INVOKE_URL    = local.invoke_url
    FUNCTION_IDS  = module.command_ids.packed
  })
}

locals {
  has_functions = length(var.function_ids) > 0
  where         = "in compartment id ${var.compartment_id}"

  # Who belongs to which group, by function name.
  members = local.has_functions ? {
    front-door = [var.front_door]
    warm       = [for name in keys(var.function_ids) : name if name == "warm"]
    workers    = concat(var.commands, [for name in keys(var.function_ids) : name if contains(["sync-ranks", "deliver-outbox"], name)])
    jobs       = [for name in keys(var.function_ids) : name if contains(["sync-ranks", "deliver-outbox"], name)]
    outbox     = [for name in keys(var.function_ids) : name if name == "deliver-outbox"]
    provision  = [for name in keys(var.function_ids) : name if name == "provision-clan"]
  } : {}
  groups = { for group, names in local.members : group => names if length(names) > 0 }
}

resource "oci_identity_dynamic_group" "this" {
  provider = oci.home
  for_each = local.groups

  compartment_id = var.tenancy_id
  name           = "${var.name}-${each.key}"
  description    = "Functions of ${var.name}: ${join(", ", each.value)}"
  matching_rule  = "ANY {${join(", ", [for name in each.value : "resource.id = '${var.function_ids[name]}'"])}}"
  freeform_tags  = var.freeform_tags
}

locals {
  group = { for key, group in oci_identity_dynamic_group.this : key => "dynamic-group id ${group.id}" }
}

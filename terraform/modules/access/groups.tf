locals {
  has_functions = length(var.function_ids) > 0
  where         = "in compartment id ${var.compartment_id}"

  # Functions are in groups by their ids. Descriptions are fixed texts: OCI takes 400 characters, and a list of 60
  # names would be longer.
  described = {
    front-door = "the function that Discord reaches"
    warm       = "the function that keeps commands warm"
    workers    = "command functions and jobs that work for clans"
    jobs       = "jobs that serve all clans"
    outbox     = "the function that delivers due effects"
    provision  = "the function that makes and drops schemas"
    schedules  = "schedules in this compartment"
  }

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
  description    = "${var.name}: ${local.described[each.key]}"
  matching_rule  = "ANY {${join(", ", [for name in each.value : "resource.id = '${var.function_ids[name]}'"])}}"
  freeform_tags  = var.freeform_tags
}

# Schedules are made with each clan, after this: by their compartment, then. One of the two forms in which public
# examples name them; services.tf has the other.
resource "oci_identity_dynamic_group" "schedules" {
  provider = oci.home
  count    = local.by_group ? 1 : 0

  compartment_id = var.tenancy_id
  name           = "${var.name}-schedules"
  description    = "${var.name}: ${local.described["schedules"]}"
  matching_rule  = "ALL {resource.type = 'resourceschedule', resource.compartment.id = '${var.compartment_id}'}"
  freeform_tags  = var.freeform_tags
}

locals {
  group = { for key, group in oci_identity_dynamic_group.this : key => "dynamic-group id ${group.id}" }
}

# What Oracle's own services may do with the functions. One policy for the schedules of all clans: a tenancy has
# room for about 100 policies, so clans cannot each have one.
locals {
  front_door_id = local.has_functions ? var.function_ids[var.front_door] : ""
  scheduled     = [for name in ["sync-ranks", "deliver-outbox"] : name if contains(keys(var.function_ids), name)]

  gateway_statements = local.has_functions ? [
    "Allow any-user to use functions-family ${local.where} where all {request.principal.type = 'ApiGateway', request.resource.compartment.id = '${var.compartment_id}', target.function.id = '${local.front_door_id}'}",
  ] : []

  schedule_statements = [
    for name in local.scheduled :
    "Allow any-user to use functions-family ${local.where} where all {request.principal.type = 'resourceschedule', request.principal.compartment.id = '${var.compartment_id}', target.function.id = '${var.function_ids[name]}'}"
  ]
}

resource "oci_identity_policy" "services" {
  provider = oci.home

  compartment_id = var.compartment_id
  name           = "${var.name}-services"
  description    = "What the functions service, the gateway and the schedules may do"
  statements = concat(
    [
      "Allow service FaaS to use virtual-network-family ${local.where}",
      "Allow service FaaS to read repos ${local.where} where target.repo.name = '${var.repository_name}'",
    ],
    local.gateway_statements,
    local.schedule_statements,
  )
  freeform_tags = var.freeform_tags
}

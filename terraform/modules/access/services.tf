# What Oracle's own services may do with the functions. One policy for the schedules of all clans: a tenancy has
# room for about 100 policies, so clans cannot each have one.
locals {
  # Conditions as Oracle's documents show them for a gateway. A condition on the function would be narrower; whether
  # the gateway's calls carry that variable is said nowhere, so nothing rests on it.
  gateway_statements = local.has_functions ? [
    "Allow any-user to use functions-family ${local.where} where all {request.principal.type = 'ApiGateway', request.resource.compartment.id = '${var.compartment_id}'}",
  ] : []

  # Public examples name the principal of a schedule in two ways and do not say when which one counts: as a member
  # of a dynamic group, or by its type alone. Both are given. The second lets every schedule of the tenancy in, so
  # schedule_principal = "dynamic-group" is better once a schedule was seen to run with it.
  by_group = local.has_functions && contains(["both", "dynamic-group"], var.schedule_principal)
  by_type  = local.has_functions && contains(["both", "any-user"], var.schedule_principal)
  schedule_statements = concat(
    [
      for what in ["read fn-function", "use fn-invocation"] :
      "Allow dynamic-group id ${one(oci_identity_dynamic_group.schedules[*].id)} to ${what} ${local.where}" if local.by_group
    ],
    [
      for what in ["read fn-function", "use fn-invocation"] :
      "Allow any-user to ${what} ${local.where} where all {request.principal.type = 'resourceschedule'}" if local.by_type
    ],
  )
}

resource "oci_identity_policy" "services" {
  provider = oci.home

  compartment_id = var.compartment_id
  name           = "${var.name}-services"
  description    = "${var.name}: what the functions service, the gateway and the schedules may do"
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

output "statements" {
  description = "Every statement, by policy."
  value = merge(
    { for key, policy in oci_identity_policy.functions : key => policy.statements },
    { services = oci_identity_policy.services.statements },
  )
}

output "groups" {
  description = "Matching rule of each dynamic group."
  value = merge(
    { for key, group in oci_identity_dynamic_group.this : key => group.matching_rule },
    { for group in oci_identity_dynamic_group.schedules : "schedules" => group.matching_rule },
  )
}

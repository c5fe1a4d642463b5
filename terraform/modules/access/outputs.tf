output "statements" {
  description = "Every statement, by policy."
  value = merge(
    { for key, policy in oci_identity_policy.functions : key => policy.statements },
    { services = oci_identity_policy.services.statements },
  )
}

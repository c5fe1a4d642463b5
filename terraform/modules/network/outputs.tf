output "vcn_id" {
  description = "The network; the database lets nobody in from elsewhere."
  value       = oci_core_vcn.this.id
}

output "gateway_subnet_id" {
  description = "Public subnet of the API gateway."
  value       = oci_core_subnet.gateway.id
}

output "functions_subnet_id" {
  description = "Private subnet of the functions."
  value       = oci_core_subnet.functions.id
}

output "functions_subnet_cidr" {
  description = "Addresses of the functions."
  value       = oci_core_subnet.functions.cidr_block
}

output "gateway_security_group_id" {
  description = "Security group of the API gateway."
  value       = oci_core_network_security_group.gateway.id
}

output "functions_security_group_id" {
  description = "Security group of the functions."
  value       = oci_core_network_security_group.functions.id
}

output "database_security_group_id" {
  description = "Security group of a private database endpoint; null without one."
  value       = one(oci_core_network_security_group.database[*].id)
}

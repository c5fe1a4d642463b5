output "database_access_list" {
  description = "Who the database lets in: the functions' addresses in this network, or the NAT gateway's public address; null with a private endpoint."
  value = {
    nat              = [oci_core_nat_gateway.this.nat_ip]
    service-gateway  = ["${oci_core_vcn.this.id};${oci_core_subnet.functions.cidr_block}"]
    private-endpoint = null
  }[var.database_path]
}

output "gateway_subnet_id" {
  description = "Public subnet of the API gateway."
  value       = oci_core_subnet.gateway.id
}

output "functions_subnet_id" {
  description = "Private subnet of the functions."
  value       = oci_core_subnet.functions.id
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

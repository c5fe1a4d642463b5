output "hostname" {
  description = "Host name of the gateway."
  value       = oci_apigateway_gateway.this.hostname
}

output "gateway_id" {
  description = "The gateway."
  value       = oci_apigateway_gateway.this.id
}

output "deployment_id" {
  description = "The routes; null without."
  value       = one(oci_apigateway_deployment.this[*].id)
}

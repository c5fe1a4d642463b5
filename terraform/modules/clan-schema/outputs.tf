output "answer" {
  description = "What provisioning did."
  value       = try(jsondecode(oci_functions_invoke_function.provision.content), null)
}

output "schema" {
  description = "Name of the schema, once it is there."
  value       = try(jsondecode(oci_functions_invoke_function.provision.content).clan, var.clan)
}

output "image" {
  description = "Where \"npm run image -- --push\" pushes to."
  value       = module.repository.image
}

output "clan" {
  description = "What the configuration of a clan (terraform/) reads of the platform. No secret."
  value = {
    compartment_id    = var.compartment_ocid
    region            = var.region
    vault_id          = module.vault.vault_id
    key_id            = module.vault.key_id
    connect_string    = module.database.connect_string
    hostname          = module.gateway.hostname
    image_tag         = coalesce(var.provision_image_tag, var.image_tag, "none")
    provision_clan_id = try(module.functions.ids["provision-clan"], "")
    sync_ranks_id     = try(module.functions.ids["sync-ranks"], "")
  }
}

output "environment" {
  description = "For the operator's scripts: terraform -chdir=terraform/platform output -raw environment > .env.cloud"
  value       = <<-EOT
    VAULT_ID=${module.vault.vault_id}
    COMPARTMENT_ID=${var.compartment_ocid}
    INVOKE_URL=${module.functions.invoke_url}
    FUNCTION_IDS=${jsonencode(module.functions.ids)}
  EOT
}

output "health_url" {
  description = "Answers 200 when the front door runs."
  value       = "https://${module.gateway.hostname}/health"
}

output "statements" {
  description = "Every policy statement, to be read before it is trusted."
  value       = module.access.statements
}

output "next_steps" {
  description = "What to do now."
  value = join("\n", local.has_functions ? [
    "The platform is up. Look it over, then make a clan:",
    "  npm run preflight",
    "  npm run new-clan",
    "  terraform -chdir=terraform apply -var clan=<name>",
    ] : [
    "Everything but the functions is there. Now push the image and add them:",
    "  npm run image -- --architecture ${var.application_shape == "GENERIC_ARM" ? "arm" : "x86"} --push ${module.repository.image} --tag 1.0.0",
    "  npm run upgrade -- --tag 1.0.0",
    "  npm run preflight",
  ])
}

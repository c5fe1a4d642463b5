locals {
  interactions_url = "https://${local.platform.hostname}/interactions/${local.clan}"

  # View channels, send messages, embed links, attach files, read message history, manage roles.
  permissions = 268553216
  invite_url  = "https://discord.com/oauth2/authorize?client_id=${module.files.identity.application_id}&scope=bot%20applications.commands&permissions=${local.permissions}&guild_id=${module.files.identity.guild_id}&disable_guild_select=true"
}

output "interactions_url" {
  description = "Goes into the Discord application's \"Interactions Endpoint URL\"."
  value       = local.interactions_url
}

output "invite_url" {
  description = "Adds the bot to the clan's server, with the permissions that it needs and no others."
  value       = local.invite_url
}

output "provisioned" {
  description = "What provisioning did."
  value       = module.schema.answer
}

output "next_steps" {
  description = "What to do now."
  value = var.delete_data ? "The data of ${local.clan} is gone. Now: terraform -chdir=terraform destroy -var clan=${local.clan}" : join("\n", [
    "1. If the token and the key were not given: npm run set-secrets -- --clan ${local.clan}",
    "2. Add the bot to the server: ${local.invite_url}",
    "3. Register its commands: npm run register-commands -- --clan ${local.clan}",
    "4. In the Discord application (General Information), set the Interactions Endpoint URL: ${local.interactions_url}",
    "5. In the server: /diagnose",
  ])
}

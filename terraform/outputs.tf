locals {
  interactions_url = "https://${local.platform.hostname}/interactions/${local.clan}"

  # View channels, send messages, embed links, attach files, read message history, manage roles; manage nicknames where
  # the clan's settings.json has a template for them.
  always      = 268553216
  nicknames   = 134217728
  permissions = local.always + (try(module.files.settings.nickname, null) == null ? 0 : local.nicknames)
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
    "1. Token and key, if they were not given: npm run set-secrets -- --clan ${local.clan}",
    "2. Add the bot to the server: ${local.invite_url}",
    "3. In the server's settings, Roles: drag the bot's role above every role that it shall give.",
    "4. Register its commands: npm run register-commands -- --clan ${local.clan}",
    "5. Open the door: npm run new-clan -- --clan ${local.clan} --endpoint ${local.interactions_url}",
    "6. Look over what is in the cloud: npm run preflight -- --clan ${local.clan}",
    "7. In the server: /setup leads through channels, roles and settings; /ranks setup looks over the ranks, /diagnose over everything.",
  ])
}

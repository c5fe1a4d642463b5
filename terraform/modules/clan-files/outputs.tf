output "settings" {
  description = "settings.json, as it is."
  value       = local.settings

  precondition {
    condition     = length(local.problems) == 0
    error_message = "The configuration of the clan ${var.clan} cannot be used; nothing was changed.\n${join("\n", local.problems)}\n\"npm run check-config -- ${var.clan}\" checks every field."
  }
}

output "ranks" {
  description = "ranks.json, as it is."
  value       = local.ranks

  precondition {
    condition     = length(local.problems) == 0
    error_message = "The configuration of the clan ${var.clan} cannot be used; see above."
  }
}

# Never null, so that a clan can still be destroyed when its files are gone.
output "identity" {
  description = "Who the clan is, from settings.json."
  value = {
    for key in ["application_id", "public_key", "guild_id", "roblox_group_id"] :
    key => try(tostring(local.settings[key]), "")
  }

  precondition {
    condition     = length(local.problems) == 0
    error_message = "The configuration of the clan ${var.clan} cannot be used; see above."
  }
}

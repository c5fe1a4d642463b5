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

# Reads configs/<clan>/settings.json and ranks.json and says everything that is wrong with them at once. This is
# the outline, so that a plan fails early; "npm run check-config" and provision-clan check every field.
locals {
  settings_file = "${var.directory}/${var.clan}/settings.json"
  ranks_file    = "${var.directory}/${var.clan}/ranks.json"

  settings_text = try(file(local.settings_file), "")
  ranks_text    = try(file(local.ranks_file), "")
  settings      = try(jsondecode(local.settings_text), null)
  ranks         = try(jsondecode(local.ranks_text), null)
  rows          = try([for row in local.ranks : row], [])

  identity = {
    application_id  = { pattern = "^\\d{17,20}$", expected = "a Discord id in quotes (17 to 20 digits)" }
    public_key      = { pattern = "^[0-9a-fA-F]{64}$", expected = "64 hex digits" }
    guild_id        = { pattern = "^\\d{17,20}$", expected = "a Discord id in quotes (17 to 20 digits)" }
    roblox_group_id = { pattern = "^\\d{1,20}$", expected = "a number in quotes" }
    clan_name       = { pattern = "^.{1,100}$", expected = "1 to 100 characters" }
  }

  # What configs/example holds is refused: a copy that nobody edited would be deployed and serve nobody.
  example_settings = try(jsondecode(file("${var.directory}/example/settings.json")), {})
  example_ranks    = try(jsondecode(file("${var.directory}/example/ranks.json")), null)
  unedited = local.settings == null ? [] : [
    for key in keys(local.identity) : key
    if try(tostring(local.settings[key]) == tostring(local.example_settings[key]), false)
  ]

  problems = concat(
    local.settings_text == "" ? ["${local.settings_file} is missing. \"npm run new-clan\" writes it; configs/example explains each key."] : [],
    local.ranks_text == "" ? ["${local.ranks_file} is missing. \"npm run new-clan\" writes it; configs/example shows its form."] : [],
    local.settings_text != "" && local.settings == null ? ["${local.settings_file} is not JSON."] : [],
    local.ranks_text != "" && local.ranks == null ? ["${local.ranks_file} is not JSON."] : [],
    local.settings == null ? [] : [
      for key, rule in local.identity : "${local.settings_file}: ${key}: expected ${rule.expected}."
      if !can(regex(rule.pattern, local.settings[key]))
    ],
    try(alltrue([for id in local.settings.powerful_roles : can(regex("^\\d{17,20}$", id))]), !can(local.settings.powerful_roles)) ? [] : ["${local.settings_file}: powerful_roles: expected a list of Discord ids in quotes (17 to 20 digits)."],
    [for key in local.unedited : "${local.settings_file}: ${key}: still \"${local.settings[key]}\", the example's. Set your clan's own (\"npm run new-clan\" asks for it)."],
    local.example_ranks != null && try(jsonencode(local.ranks) == jsonencode(local.example_ranks), false) ? ["${local.ranks_file}: still the example's ranks. Set your group's (\"npm run new-clan\" proposes them)."] : [],
    local.ranks != null && length(local.rows) == 0 ? ["${local.ranks_file}: expected a list of at least one rank."] : [],
    local.rank_problems,
  )

  rank_problems = flatten([
    for index, row in local.rows : concat(
      try(row.rank_order >= 1 && floor(row.rank_order) == row.rank_order, false) ? [] : ["${local.ranks_file}: [${index}].rank_order: expected a whole number from 1."],
      try(length(row.rank_name) >= 1 && length(row.rank_name) <= 100, false) ? [] : ["${local.ranks_file}: [${index}].rank_name: expected 1 to 100 characters."],
      try(row.points_required >= 0 && floor(row.points_required) == row.points_required, false) ? [] : ["${local.ranks_file}: [${index}].points_required: expected a whole number from 0."],
      can(regex("^0*[1-9]\\d*$", row.roblox_group_rank_id)) && can(regex("^\\d{1,20}$", row.roblox_group_rank_id)) ? [] : ["${local.ranks_file}: [${index}].roblox_group_rank_id: expected a Roblox rank (1 to 255) or role id."],
      index == 0 || try(row.rank_order > local.rows[index - 1].rank_order, true) ? [] : ["${local.ranks_file}: [${index}].rank_order: expected more than ${local.rows[index - 1].rank_order}, the one before."],
      length([for other in local.rows : 1 if try(lower(other.rank_name) == lower(row.rank_name), false)]) <= 1 ? [] : ["${local.ranks_file}: [${index}].rank_name: two ranks have the name \"${row.rank_name}\"."],
    )
  ])
}

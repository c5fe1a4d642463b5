locals {
  # Spread over the hour, so that a hundred clans do not ask Roblox and the database in the same minute.
  minute = parseint(substr(md5(var.clan), 0, 6), 16) % 60
}

resource "oci_resource_scheduler_schedule" "sync_ranks" {
  compartment_id     = var.compartment_id
  display_name       = "sync-ranks-${var.clan}"
  description        = "Compares the ranks of the clan ${var.clan} with its Roblox group, hourly"
  action             = "START_RESOURCE"
  recurrence_type    = "CRON"
  recurrence_details = "${local.minute} * * * *"
  state              = var.active ? "ACTIVE" : "INACTIVE"
  freeform_tags      = var.freeform_tags

  resources {
    id = var.function_id
    parameters {
      parameter_type = "BODY"
      value          = [jsonencode({ job = "sync-ranks", clan = var.clan })]
    }
  }
}

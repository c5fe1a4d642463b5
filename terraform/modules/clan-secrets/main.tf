# A clan's record: three secrets, found by the Discord application. The first says who the clan is and where its
# schema is; it holds no secret, and it is all that the front door may read. The kind comes first in a name, so that
# policies allow kinds by patterns; shared/oci reads the same names.
locals {
  tags = merge(var.freeform_tags, { clan = var.clan })
}

resource "oci_vault_secret" "identity" {
  compartment_id = var.compartment_id
  vault_id       = var.vault_id
  key_id         = var.key_id
  secret_name    = "clan-identity-${var.identity.application_id}"
  description    = "Who the clan ${var.clan} is"
  freeform_tags  = local.tags

  secret_content {
    content_type = "BASE64"
    content = base64encode(jsonencode({
      clan          = var.clan
      applicationId = var.identity.application_id
      publicKey     = var.identity.public_key
      guildId       = var.identity.guild_id
      robloxGroupId = var.identity.roblox_group_id
      database      = { user = var.clan, connectString = var.connect_string }
    }))
  }
}

# Only the first version is written here, and it lies in the state: "npm run set-secrets" writes all others.
resource "oci_vault_secret" "keys" {
  compartment_id = var.compartment_id
  vault_id       = var.vault_id
  key_id         = var.key_id
  secret_name    = "clan-keys-${var.identity.application_id}"
  description    = "Bot token and Roblox key of the clan ${var.clan}"
  freeform_tags  = local.tags

  secret_content {
    content_type = "BASE64"
    content = base64encode(jsonencode({
      botToken     = coalesce(var.bot_token, "not-set")
      robloxApiKey = coalesce(var.roblox_api_key, "not-set")
    }))
  }

  lifecycle {
    ignore_changes = [secret_content]
  }
}

# Made by the vault: the password of the schema's user lies in no state and is known to nobody.
resource "oci_vault_secret" "database" {
  compartment_id         = var.compartment_id
  vault_id               = var.vault_id
  key_id                 = var.key_id
  secret_name            = "clan-database-${var.identity.application_id}"
  description            = "Database password of the clan ${var.clan}"
  enable_auto_generation = true
  freeform_tags          = local.tags

  secret_generation_context {
    generation_type     = "PASSPHRASE"
    generation_template = "DBAAS_DEFAULT_PASSWORD"
    passphrase_length   = 30
  }
}

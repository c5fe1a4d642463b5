resource "oci_kms_vault" "this" {
  compartment_id = var.compartment_id
  display_name   = "${var.name}-vault"
  vault_type     = "DEFAULT"
  freeform_tags  = var.freeform_tags

  # All clans' secrets. terraform/README.md says how to remove it when that is meant.
  lifecycle {
    prevent_destroy = true
  }
}

# The host name of a new vault's management endpoint can take a minute to resolve, and the provider does not try
# again (oracle/terraform-provider-oci, issue 1955). Where 90 seconds are too short, applying again goes on here.
resource "time_sleep" "vault_endpoint" {
  create_duration = "90s"
  triggers        = { management_endpoint = oci_kms_vault.this.management_endpoint }
}

# A software key costs nothing and protects the secrets at rest like a hardware key does.
resource "oci_kms_key" "secrets" {
  compartment_id      = var.compartment_id
  display_name        = "${var.name}-secrets"
  management_endpoint = time_sleep.vault_endpoint.triggers["management_endpoint"]
  protection_mode     = "SOFTWARE"
  freeform_tags       = var.freeform_tags

  key_shape {
    algorithm = "AES"
    length    = 32
  }

  # Without the key no secret can be read.
  lifecycle {
    prevent_destroy = true
  }
}

# Made by the vault and read by provision-clan and, when the database is made, by the Database service in the name of
# the person who applies: it lies in no state. Its name begins with no clan's kind of secret, so no other function may
# read it.
resource "oci_vault_secret" "database_admin" {
  compartment_id         = var.compartment_id
  vault_id               = oci_kms_vault.this.id
  key_id                 = oci_kms_key.secrets.id
  secret_name            = "database-admin"
  description            = "Password of the database's ADMIN user"
  enable_auto_generation = true
  freeform_tags          = var.freeform_tags

  secret_generation_context {
    generation_type     = "PASSPHRASE"
    generation_template = "DBAAS_DEFAULT_PASSWORD"
    passphrase_length   = 30
  }
}

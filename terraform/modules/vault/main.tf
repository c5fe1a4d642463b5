resource "oci_kms_vault" "this" {
  compartment_id = var.compartment_id
  display_name   = "${var.name}-vault"
  vault_type     = "DEFAULT"
  freeform_tags  = var.freeform_tags
}

# A software key costs nothing and protects the secrets at rest like a hardware key does.
resource "oci_kms_key" "secrets" {
  compartment_id      = var.compartment_id
  display_name        = "${var.name}-secrets"
  management_endpoint = oci_kms_vault.this.management_endpoint
  protection_mode     = "SOFTWARE"
  freeform_tags       = var.freeform_tags

  key_shape {
    algorithm = "AES"
    length    = 32
  }
}

# Made by the vault and read by the database and by provision-clan: it lies in no state. Its name does not begin
# with "clan-", because functions may read what does.
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

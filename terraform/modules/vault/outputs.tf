output "vault_id" {
  description = "Where the clans' records are."
  value       = oci_kms_vault.this.id
}

output "key_id" {
  description = "Encrypts the secrets."
  value       = oci_kms_key.secrets.id
}

output "admin_secret_id" {
  description = "Password of the database's ADMIN user."
  value       = oci_vault_secret.database_admin.id
}

output "admin_secret_name" {
  description = "Name of that secret."
  value       = oci_vault_secret.database_admin.secret_name
}

output "secret_ids" {
  description = "The three secrets. Whoever reads this waits until they are there."
  value = {
    identity = oci_vault_secret.identity.id
    keys     = oci_vault_secret.keys.id
    database = oci_vault_secret.database.id
  }
}

output "password_version" {
  description = "Changes when the vault made a new database password, in this secret or in one that replaced it."
  value       = "${oci_vault_secret.database.id}:${oci_vault_secret.database.current_version_number}"
}

output "database_id" {
  description = "The Autonomous Database."
  value       = oci_database_autonomous_database.this.id
}

output "connect_string" {
  description = "How functions reach the database, without a wallet."
  value       = try(local.wanted[0], "")

  precondition {
    condition     = length(local.wanted) > 0
    error_message = "The database offers no connect string for TLS without a wallet. Look at its network settings: mTLS must not be required."
  }
}

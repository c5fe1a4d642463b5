# Always Free is refused with other figures than these: two ECPUs, no scaling, no storage of one's own choice.
resource "oci_database_autonomous_database" "this" {
  compartment_id          = var.compartment_id
  display_name            = "${var.name}-database"
  db_name                 = var.db_name
  db_workload             = "OLTP"
  is_free_tier            = var.always_free
  compute_model           = "ECPU"
  compute_count           = var.always_free ? 2 : var.ecpu_count
  data_storage_size_in_gb = var.always_free ? null : 20
  is_auto_scaling_enabled = !var.always_free
  license_model           = "LICENSE_INCLUDED"
  secret_id               = var.admin_secret_id
  secret_version_number   = 1
  freeform_tags           = var.freeform_tags

  # TLS without a wallet wants an access list (or a private endpoint); a wallet would be one more secret to carry.
  is_mtls_connection_required = false
  whitelisted_ips             = var.access_list
  subnet_id                   = try(var.private_endpoint.subnet_id, null)
  nsg_ids                     = var.private_endpoint == null ? null : [var.private_endpoint.security_group_id]
  private_endpoint_label      = var.private_endpoint == null ? null : var.db_name

  lifecycle {
    # All clans' data. terraform/README.md says how to remove it when that is meant.
    prevent_destroy = true

    precondition {
      condition     = (var.access_list == null) != (var.private_endpoint == null)
      error_message = "The database needs an access list or a private endpoint, and not both: without either, its public address would be open to everybody."
    }

    precondition {
      condition     = !var.always_free || var.access_list != null
      error_message = "An Always Free database can have no private endpoint."
    }
  }
}

locals {
  profiles = try(oci_database_autonomous_database.this.connection_strings[0].profiles, [])
  # Transactions want the tp service; low stands in where an old database has none. SERVER: without a wallet.
  walletless = [for profile in local.profiles : profile if profile.tls_authentication == "SERVER"]
  wanted = concat(
    [for profile in local.walletless : profile.value if endswith(lower(profile.display_name), "_tp")],
    [for profile in local.walletless : profile.value if endswith(lower(profile.display_name), "_low")],
  )
}

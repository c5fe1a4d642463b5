resource "oci_core_network_security_group" "gateway" {
  compartment_id = var.compartment_id
  vcn_id         = oci_core_vcn.this.id
  display_name   = "${var.name}-gateway"
  freeform_tags  = var.freeform_tags
}

resource "oci_core_network_security_group" "functions" {
  compartment_id = var.compartment_id
  vcn_id         = oci_core_vcn.this.id
  display_name   = "${var.name}-functions"
  freeform_tags  = var.freeform_tags
}

resource "oci_core_network_security_group" "database" {
  count          = local.private_database ? 1 : 0
  compartment_id = var.compartment_id
  vcn_id         = oci_core_vcn.this.id
  display_name   = "${var.name}-database"
  freeform_tags  = var.freeform_tags
}

locals {
  private_database = var.database_path == "private-endpoint"

  # The way to the database. Its public address is Oracle's to choose and can change, so by NAT any address will do.
  database_peer = {
    nat              = { peer = local.anywhere, peer_type = "CIDR_BLOCK", description = "The database, by its public address" }
    service-gateway  = { peer = try(local.oracle_services.cidr_block, null), peer_type = "SERVICE_CIDR_BLOCK", description = "The database, through the service gateway" }
    private-endpoint = { peer = one(oci_core_network_security_group.database[*].id), peer_type = "NETWORK_SECURITY_GROUP", description = "The database's private endpoint" }
  }[var.database_path]

  rules = merge(
    {
      gateway_https_in = {
        group       = oci_core_network_security_group.gateway.id
        description = "HTTPS from Discord and the health monitor"
        ingress     = true
        peer        = local.anywhere
        peer_type   = "CIDR_BLOCK"
        ports       = { min = 443, max = 443 }
      }
      gateway_https_out = {
        group       = oci_core_network_security_group.gateway.id
        description = "Calls of the functions service"
        ingress     = false
        peer        = local.anywhere
        peer_type   = "CIDR_BLOCK"
        ports       = { min = 443, max = 443 }
      }
      functions_https_out = {
        group       = oci_core_network_security_group.functions.id
        description = "Discord, Roblox and Oracle's services"
        ingress     = false
        peer        = local.anywhere
        peer_type   = "CIDR_BLOCK"
        ports       = { min = 443, max = 443 }
      }
      functions_database_out = {
        group       = oci_core_network_security_group.functions.id
        description = local.database_peer.description
        ingress     = false
        peer        = local.database_peer.peer
        peer_type   = local.database_peer.peer_type
        ports       = var.database_ports
      }
    },
    local.service_gateway ? {
      functions_oracle_out = {
        group       = oci_core_network_security_group.functions.id
        description = "Vault, Functions and Queue"
        ingress     = false
        peer        = local.oracle_services.cidr_block
        peer_type   = "SERVICE_CIDR_BLOCK"
        ports       = { min = 443, max = 443 }
      }
    } : {},
    local.private_database ? {
      database_in = {
        group       = one(oci_core_network_security_group.database[*].id)
        description = "SQL from the functions"
        ingress     = true
        peer        = oci_core_network_security_group.functions.id
        peer_type   = "NETWORK_SECURITY_GROUP"
        ports       = var.database_ports
      }
    } : {},
  )
}

resource "oci_core_network_security_group_security_rule" "this" {
  for_each = local.rules

  network_security_group_id = each.value.group
  description               = each.value.description
  direction                 = each.value.ingress ? "INGRESS" : "EGRESS"
  protocol                  = local.tcp
  source                    = each.value.ingress ? each.value.peer : null
  source_type               = each.value.ingress ? each.value.peer_type : null
  destination               = each.value.ingress ? null : each.value.peer
  destination_type          = each.value.ingress ? null : each.value.peer_type

  tcp_options {
    destination_port_range {
      min = each.value.ports.min
      max = each.value.ports.max
    }
  }
}

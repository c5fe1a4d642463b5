data "oci_core_services" "all" {
  count = local.service_gateway ? 1 : 0

  filter {
    name   = "name"
    values = ["All .* Services In Oracle Services Network"]
    regex  = true
  }
}

locals {
  # An Always Free database refuses what comes through a service gateway, and a route to all Oracle services would
  # take its traffic there. Without the gateway everything goes out by the NAT gateway's one address.
  service_gateway = var.database_path != "nat"
  oracle_services = one(flatten(data.oci_core_services.all[*].services))
  anywhere        = "0.0.0.0/0"
  tcp             = "6"
}

resource "oci_core_vcn" "this" {
  compartment_id = var.compartment_id
  display_name   = "${var.name}-vcn"
  cidr_blocks    = [var.vcn_cidr]
  dns_label      = "clanbot"
  freeform_tags  = var.freeform_tags
}

resource "oci_core_internet_gateway" "this" {
  compartment_id = var.compartment_id
  vcn_id         = oci_core_vcn.this.id
  display_name   = "${var.name}-internet"
  freeform_tags  = var.freeform_tags
}

resource "oci_core_nat_gateway" "this" {
  compartment_id = var.compartment_id
  vcn_id         = oci_core_vcn.this.id
  display_name   = "${var.name}-nat"
  freeform_tags  = var.freeform_tags
}

resource "oci_core_service_gateway" "this" {
  count          = local.service_gateway ? 1 : 0
  compartment_id = var.compartment_id
  vcn_id         = oci_core_vcn.this.id
  display_name   = "${var.name}-oracle-services"
  freeform_tags  = var.freeform_tags

  services {
    service_id = local.oracle_services.id
  }
}

moved {
  from = oci_core_service_gateway.this
  to   = oci_core_service_gateway.this[0]
}

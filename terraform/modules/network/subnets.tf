# No security list opens anything: the network security groups do, each for what stands in it.
resource "oci_core_security_list" "closed" {
  compartment_id = var.compartment_id
  vcn_id         = oci_core_vcn.this.id
  display_name   = "${var.name}-closed"
  freeform_tags  = var.freeform_tags
}

# A public subnet's route table cannot hold an internet gateway and all Oracle services at once, so the gateway
# reaches the functions service over the internet gateway.
resource "oci_core_route_table" "public" {
  compartment_id = var.compartment_id
  vcn_id         = oci_core_vcn.this.id
  display_name   = "${var.name}-public"
  freeform_tags  = var.freeform_tags

  route_rules {
    description       = "Discord and the health monitor come from the internet"
    destination       = local.anywhere
    destination_type  = "CIDR_BLOCK"
    network_entity_id = oci_core_internet_gateway.this.id
  }
}

resource "oci_core_route_table" "private" {
  compartment_id = var.compartment_id
  vcn_id         = oci_core_vcn.this.id
  display_name   = "${var.name}-private"
  freeform_tags  = var.freeform_tags

  route_rules {
    description       = local.service_gateway ? "Discord and Roblox" : "Discord, Roblox, Oracle's services and the database"
    destination       = local.anywhere
    destination_type  = "CIDR_BLOCK"
    network_entity_id = oci_core_nat_gateway.this.id
  }

  dynamic "route_rules" {
    for_each = oci_core_service_gateway.this
    content {
      description       = "Vault, Functions, Queue and the database, without leaving Oracle's network"
      destination       = local.oracle_services.cidr_block
      destination_type  = "SERVICE_CIDR_BLOCK"
      network_entity_id = route_rules.value.id
    }
  }
}

resource "oci_core_subnet" "gateway" {
  compartment_id             = var.compartment_id
  vcn_id                     = oci_core_vcn.this.id
  display_name               = "${var.name}-gateway"
  cidr_block                 = cidrsubnet(var.vcn_cidr, 24 - tonumber(split("/", var.vcn_cidr)[1]), 0)
  dns_label                  = "gateway"
  route_table_id             = oci_core_route_table.public.id
  security_list_ids          = [oci_core_security_list.closed.id]
  prohibit_public_ip_on_vnic = false
  freeform_tags              = var.freeform_tags
}

resource "oci_core_subnet" "functions" {
  compartment_id             = var.compartment_id
  vcn_id                     = oci_core_vcn.this.id
  display_name               = "${var.name}-functions"
  cidr_block                 = cidrsubnet(var.vcn_cidr, 24 - tonumber(split("/", var.vcn_cidr)[1]), 1)
  dns_label                  = "functions"
  route_table_id             = oci_core_route_table.private.id
  security_list_ids          = [oci_core_security_list.closed.id]
  prohibit_internet_ingress  = true
  prohibit_public_ip_on_vnic = true
  freeform_tags              = var.freeform_tags
}

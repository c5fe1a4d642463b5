# The network in its three shapes, resource by resource: Always Free by NAT, a paid database through the service
# gateway, a paid database with a private endpoint.

mock_provider "oci" {
  source = "./tests/mocks"
}

mock_provider "oci" {
  alias  = "home"
  source = "./tests/mocks"
}

# Nobody waits.
mock_provider "time" {}

variables {
  compartment_id = "C"
  name           = "clan-bot"
  freeform_tags  = { project = "clan-bot" }
  vcn_cidr       = "10.20.0.0/16"
  database_ports = { min = 1521, max = 1522 }
  database_path  = "nat"

  # The root's own, which these runs do not use.
  tenancy_ocid     = "ocid1.tenancy.oc1..testtesttesttesttest"
  compartment_ocid = "ocid1.compartment.oc1..testtesttesttesttest"
  region           = "eu-frankfurt-1"
}

run "always_free_leaves_by_the_nat_gateway_alone" {
  command = apply
  module {
    source = "../modules/network"
  }

  assert {
    condition     = [for route in oci_core_route_table.private.route_rules : "${route.destination_type} ${route.destination} ${route.network_entity_id == oci_core_nat_gateway.this.id}"] == ["CIDR_BLOCK 0.0.0.0/0 true"]
    error_message = "A route to all Oracle services would take the database's traffic to the service gateway, which Always Free refuses: ${jsonencode(oci_core_route_table.private.route_rules)}"
  }
  assert {
    condition     = length(oci_core_service_gateway.this) == 0 && length(data.oci_core_services.all) == 0
    error_message = "There must be no service gateway."
  }
  assert {
    condition     = output.database_access_list == [oci_core_nat_gateway.this.nat_ip]
    error_message = "The NAT gateway's public address must be the one that is let in: ${jsonencode(output.database_access_list)}"
  }
  assert {
    condition = [for key, rule in oci_core_network_security_group_security_rule.this : "${key} ${rule.destination_type} ${rule.destination} ${rule.tcp_options[0].destination_port_range[0].min}-${rule.tcp_options[0].destination_port_range[0].max}" if rule.direction == "EGRESS" && rule.network_security_group_id == oci_core_network_security_group.functions.id] == [
      "functions_database_out CIDR_BLOCK 0.0.0.0/0 1521-1522",
      "functions_https_out CIDR_BLOCK 0.0.0.0/0 443-443",
    ]
    error_message = "Egress must be by address: 1521 and 1522 to the database, 443 to everything else."
  }
  assert {
    condition     = length(oci_core_network_security_group.database) == 0
    error_message = "An Always Free database stands in no security group."
  }
}

run "a_paid_database_is_reached_through_the_service_gateway" {
  command = apply
  module {
    source = "../modules/network"
  }
  variables {
    database_path = "service-gateway"
  }

  assert {
    condition = toset([for route in oci_core_route_table.private.route_rules : "${route.destination_type} ${route.destination} ${route.network_entity_id}"]) == toset([
      "CIDR_BLOCK 0.0.0.0/0 ${oci_core_nat_gateway.this.id}",
      "SERVICE_CIDR_BLOCK all-fra-services-in-oracle-services-network ${oci_core_service_gateway.this[0].id}",
    ])
    error_message = jsonencode(oci_core_route_table.private.route_rules)
  }
  assert {
    condition     = output.database_access_list == ["${oci_core_vcn.this.id};10.20.1.0/24"]
    error_message = "Only the functions' addresses in this network may be let in: ${jsonencode(output.database_access_list)}"
  }
  assert {
    condition = [for key, rule in oci_core_network_security_group_security_rule.this : "${key} ${rule.destination_type} ${rule.tcp_options[0].destination_port_range[0].min}-${rule.tcp_options[0].destination_port_range[0].max}" if rule.direction == "EGRESS" && rule.network_security_group_id == oci_core_network_security_group.functions.id] == [
      "functions_database_out SERVICE_CIDR_BLOCK 1521-1522",
      "functions_https_out CIDR_BLOCK 443-443",
      "functions_oracle_out SERVICE_CIDR_BLOCK 443-443",
    ]
    error_message = "The database's ports must be open to Oracle's services only."
  }
}

run "a_private_endpoint_has_a_security_group_of_its_own" {
  command = apply
  module {
    source = "../modules/network"
  }
  variables {
    database_path = "private-endpoint"
  }

  assert {
    condition     = output.database_access_list == null && output.database_security_group_id == oci_core_network_security_group.database[0].id
    error_message = "A private endpoint needs a security group and no access list."
  }
  assert {
    condition     = oci_core_network_security_group_security_rule.this["functions_database_out"].destination == oci_core_network_security_group.database[0].id && oci_core_network_security_group_security_rule.this["database_in"].source == oci_core_network_security_group.functions.id
    error_message = "The functions and nobody else may reach the endpoint."
  }
}

run "nothing_comes_in_but_https_to_the_gateway" {
  command = apply
  module {
    source = "../modules/network"
  }

  assert {
    condition     = [for rule in oci_core_network_security_group_security_rule.this : "${rule.network_security_group_id == oci_core_network_security_group.gateway.id} ${rule.tcp_options[0].destination_port_range[0].min}-${rule.tcp_options[0].destination_port_range[0].max}" if rule.direction == "INGRESS"] == ["true 443-443"]
    error_message = "Only the gateway may be reached, and only by HTTPS."
  }
  assert {
    condition     = oci_core_subnet.functions.prohibit_internet_ingress && oci_core_subnet.functions.prohibit_public_ip_on_vnic && oci_core_subnet.functions.cidr_block == "10.20.1.0/24"
    error_message = "The functions' subnet must be private."
  }
  assert {
    condition     = length(oci_core_security_list.closed.ingress_security_rules) == 0 && length(oci_core_security_list.closed.egress_security_rules) == 0
    error_message = "The subnets' own list must open nothing."
  }
}

# What OCI would compute, so that the tests run without an account: against the real provider, or a stand-in that
# knows its schema. Everything else is made up by terraform.

mock_data "oci_core_services" {
  defaults = {
    services = [{
      id          = "ocid1.service.oc1..all"
      name        = "All FRA Services In Oracle Services Network"
      cidr_block  = "all-fra-services-in-oracle-services-network"
      description = ""
    }]
  }
}

mock_data "oci_objectstorage_namespace" {
  defaults = {
    namespace = "testnamespace"
  }
}

mock_resource "oci_functions_function" {
  defaults = {
    invoke_endpoint = "https://functions.test"
  }
}

mock_resource "oci_apigateway_gateway" {
  defaults = {
    hostname = "gateway.test"
  }
}

# Three ways in: with a wallet, and without one through two services.
mock_resource "oci_database_autonomous_database" {
  defaults = {
    connection_strings = [{
      all_connection_strings = {}
      dedicated              = ""
      high                   = ""
      low                    = ""
      medium                 = ""
      profiles = [
        { consumer_group = "LOW", display_name = "clanbot_tp", host_format = "FQDN", is_regional = true, protocol = "TCPS", session_mode = "DIRECT", syntax_format = "LONG", tls_authentication = "MUTUAL", value = "needs-a-wallet" },
        { consumer_group = "LOW", display_name = "clanbot_low", host_format = "FQDN", is_regional = true, protocol = "TCPS", session_mode = "DIRECT", syntax_format = "LONG", tls_authentication = "SERVER", value = "low-without-a-wallet" },
        { consumer_group = "LOW", display_name = "clanbot_tp", host_format = "FQDN", is_regional = true, protocol = "TCPS", session_mode = "DIRECT", syntax_format = "LONG", tls_authentication = "SERVER", value = "tp-without-a-wallet" },
      ]
    }]
  }
}

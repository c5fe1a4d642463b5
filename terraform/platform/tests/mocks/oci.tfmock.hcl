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

mock_resource "oci_core_nat_gateway" {
  defaults = {
    nat_ip = "192.0.2.10"
  }
}

mock_data "oci_health_checks_vantage_points" {
  defaults = {
    health_checks_vantage_points = [
      { name = "azr-ams", display_name = "Amsterdam", provider_name = "Azure", geo = [], routing = [] },
      { name = "aws-iad", display_name = "Ashburn", provider_name = "AWS", geo = [], routing = [] },
    ]
  }
}

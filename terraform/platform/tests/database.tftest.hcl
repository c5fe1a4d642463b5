# The database in its three shapes. Plans only: prevent_destroy would keep an applied one.

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
  compartment_id   = "C"
  name             = "clan-bot"
  freeform_tags    = { project = "clan-bot" }
  db_name          = "clanbot"
  ecpu_count       = 4
  admin_secret_id  = "S"
  always_free      = true
  access_list      = ["192.0.2.10"]
  private_endpoint = null

  # The root's own, which these runs do not use.
  tenancy_ocid     = "ocid1.tenancy.oc1..testtesttesttesttest"
  compartment_ocid = "ocid1.compartment.oc1..testtesttesttesttest"
  region           = "eu-frankfurt-1"
}

run "always_free_has_a_list_of_addresses_and_nothing_that_costs" {
  command = plan
  module {
    source = "../modules/database"
  }

  assert {
    condition     = oci_database_autonomous_database.this.is_free_tier && oci_database_autonomous_database.this.license_model == "LICENSE_INCLUDED" && oci_database_autonomous_database.this.is_auto_scaling_enabled == false && oci_database_autonomous_database.this.compute_count == 2
    error_message = "Always Free wants LICENSE_INCLUDED, no auto scaling and two ECPUs."
  }
  assert {
    condition     = oci_database_autonomous_database.this.whitelisted_ips == toset(["192.0.2.10"])
    error_message = "Always Free wants public addresses, and no network."
  }
  assert {
    condition     = oci_database_autonomous_database.this.is_mtls_connection_required == false && oci_database_autonomous_database.this.secret_id == "S"
    error_message = "No wallet, and the password from the vault."
  }
}

run "a_paid_one_scales_and_lets_the_network_in" {
  command = plan
  module {
    source = "../modules/database"
  }
  variables {
    always_free = false
    access_list = ["ocid1.vcn.oc1..v;10.20.1.0/24"]
  }

  assert {
    condition     = !oci_database_autonomous_database.this.is_free_tier && oci_database_autonomous_database.this.is_auto_scaling_enabled && oci_database_autonomous_database.this.compute_count == 4 && oci_database_autonomous_database.this.data_storage_size_in_gb == 20 && oci_database_autonomous_database.this.license_model == "LICENSE_INCLUDED"
    error_message = "A paid database has the ECPUs that were asked for, scales, and has 20 GB."
  }
  assert {
    condition     = oci_database_autonomous_database.this.whitelisted_ips == toset(["ocid1.vcn.oc1..v;10.20.1.0/24"])
    error_message = "The functions' addresses in this network, and no others."
  }
}

run "a_private_one_has_no_public_address" {
  command = plan
  module {
    source = "../modules/database"
  }
  variables {
    always_free      = false
    access_list      = null
    private_endpoint = { subnet_id = "N", security_group_id = "G" }
  }

  assert {
    condition     = oci_database_autonomous_database.this.subnet_id == "N" && oci_database_autonomous_database.this.nsg_ids == toset(["G"]) && oci_database_autonomous_database.this.whitelisted_ips == null && oci_database_autonomous_database.this.private_endpoint_label == "clanbot"
    error_message = "A private endpoint needs no access list."
  }
}

run "an_always_free_one_with_a_private_endpoint_is_refused" {
  command = plan
  module {
    source = "../modules/database"
  }
  variables {
    access_list      = null
    private_endpoint = { subnet_id = "N", security_group_id = "G" }
  }
  expect_failures = [oci_database_autonomous_database.this]
}

run "one_that_would_be_open_to_everybody_is_refused" {
  command = plan
  module {
    source = "../modules/database"
  }
  variables {
    always_free = false
    access_list = null
  }
  expect_failures = [oci_database_autonomous_database.this]
}

run "the_connect_string_is_that_of_tp_without_a_wallet" {
  command = plan
  module {
    source = "../modules/database"
  }
  override_resource {
    target          = oci_database_autonomous_database.this
    override_during = plan
    values          = { connection_strings = [{ all_connection_strings = {}, dedicated = "", high = "", low = "", medium = "", profiles = [{ consumer_group = "LOW", display_name = "clanbot_tp", host_format = "FQDN", is_regional = true, protocol = "TCPS", session_mode = "DIRECT", syntax_format = "LONG", tls_authentication = "MUTUAL", value = "needs-a-wallet" }, { consumer_group = "LOW", display_name = "clanbot_low", host_format = "FQDN", is_regional = true, protocol = "TCPS", session_mode = "DIRECT", syntax_format = "LONG", tls_authentication = "SERVER", value = "low-without-a-wallet" }, { consumer_group = "LOW", display_name = "clanbot_tp", host_format = "FQDN", is_regional = true, protocol = "TCPS", session_mode = "DIRECT", syntax_format = "LONG", tls_authentication = "SERVER", value = "tp-without-a-wallet" }] }] }
  }

  assert {
    condition     = output.connect_string == "tp-without-a-wallet"
    error_message = output.connect_string
  }
}

run "without_tp_low_serves" {
  command = plan
  module {
    source = "../modules/database"
  }
  override_resource {
    target          = oci_database_autonomous_database.this
    override_during = plan
    values          = { connection_strings = [{ all_connection_strings = {}, dedicated = "", high = "", low = "", medium = "", profiles = [{ consumer_group = "LOW", display_name = "clanbot_low", host_format = "FQDN", is_regional = true, protocol = "TCPS", session_mode = "DIRECT", syntax_format = "LONG", tls_authentication = "SERVER", value = "low-without-a-wallet" }] }] }
  }

  assert {
    condition     = output.connect_string == "low-without-a-wallet"
    error_message = output.connect_string
  }
}

run "a_database_that_wants_a_wallet_is_refused" {
  command = plan
  module {
    source = "../modules/database"
  }
  override_resource {
    target          = oci_database_autonomous_database.this
    override_during = plan
    values          = { connection_strings = [{ all_connection_strings = {}, dedicated = "", high = "", low = "", medium = "", profiles = [{ consumer_group = "LOW", display_name = "clanbot_tp", host_format = "FQDN", is_regional = true, protocol = "TCPS", session_mode = "DIRECT", syntax_format = "LONG", tls_authentication = "MUTUAL", value = "needs-a-wallet" }] }] }
  }
  expect_failures = [output.connect_string]
}

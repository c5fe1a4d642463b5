mock_provider "oci" {
  source = "./tests/mocks"
}

mock_provider "oci" {
  alias  = "home"
  source = "./tests/mocks"
}

variables {
  tenancy_ocid     = "ocid1.tenancy.oc1..test"
  compartment_ocid = "ocid1.compartment.oc1..test"
  region           = "eu-frankfurt-1"
  functions_file   = "tests/fixtures/functions.json"
  image_tag        = "1.0.0"
}

run "routes_and_limits_of_the_gateway" {
  command = apply
  module {
    source = "../modules/gateway"
  }
  variables {
    compartment_id        = "C"
    name                  = "clan-bot"
    subnet_id             = "S"
    security_group_id     = "G"
    front_door_id         = "fn-interactions"
    has_routes            = true
    rate_limit_per_second = 100
    freeform_tags         = { project = "clan-bot" }
  }

  assert {
    condition     = [for route in oci_apigateway_deployment.this[0].specification[0].routes : "${join(",", route.methods)} ${route.path}"] == ["POST /interactions/{clan}", "GET /health"]
    error_message = "Two routes for all clans, and no more."
  }
  assert {
    condition     = alltrue([for route in oci_apigateway_deployment.this[0].specification[0].routes : route.backend[0].function_id == "fn-interactions"])
    error_message = "Both routes lead to the front door."
  }
  assert {
    condition     = oci_apigateway_deployment.this[0].specification[0].request_policies[0].rate_limiting[0].rate_in_requests_per_second == 100 && oci_apigateway_deployment.this[0].specification[0].logging_policies[0].access_log[0].is_enabled
    error_message = "The gateway must limit and log."
  }
  assert {
    condition     = one(oci_apigateway_deployment.this[0].specification[0].routes[0].request_policies[0].body_validation[0].content).media_type == "application/json"
    error_message = "Only JSON is let through."
  }
}

run "the_network_lets_in_https_and_nothing_else" {
  command = apply
  module {
    source = "../modules/network"
  }
  variables {
    compartment_id   = "C"
    name             = "clan-bot"
    vcn_cidr         = "10.20.0.0/16"
    database_ports   = { min = 1521, max = 1522 }
    private_database = false
    freeform_tags    = { project = "clan-bot" }
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

run "clans_get_a_connect_string" {
  command = apply

  assert {
    condition     = output.clan.connect_string == "tp-without-a-wallet"
    error_message = "The clans need a connect string."
  }
}

run "the_administrators_password_is_made_by_the_vault" {
  command = apply
  module {
    source = "../modules/vault"
  }
  variables {
    compartment_id = "C"
    name           = "clan-bot"
    freeform_tags  = { project = "clan-bot" }
  }

  assert {
    condition     = oci_vault_secret.database_admin.enable_auto_generation && length(oci_vault_secret.database_admin.secret_content) == 0
    error_message = "No password may be written in the configuration, and so into the state."
  }
  assert {
    condition     = !startswith(oci_vault_secret.database_admin.secret_name, "clan-")
    error_message = "What begins with clan- may be read by commands."
  }
}

run "a_private_database_has_no_public_address" {
  command = apply
  module {
    source = "../modules/database"
  }
  variables {
    compartment_id        = "C"
    name                  = "clan-bot"
    db_name               = "clanbot"
    always_free           = false
    ecpu_count            = 2
    admin_secret_id       = "S"
    vcn_id                = "V"
    functions_subnet_cidr = "10.20.1.0/24"
    private_endpoint      = { subnet_id = "N", security_group_id = "G" }
    freeform_tags         = { project = "clan-bot" }
  }
  override_resource {
    target = oci_database_autonomous_database.this
    values = { connection_strings = [{ all_connection_strings = {}, dedicated = "", high = "", low = "", medium = "", profiles = [{ consumer_group = "LOW", display_name = "clanbot_low", host_format = "FQDN", is_regional = true, protocol = "TCPS", session_mode = "DIRECT", syntax_format = "LONG", tls_authentication = "SERVER", value = "low" }] }] }
  }

  assert {
    condition     = oci_database_autonomous_database.this.subnet_id == "N" && oci_database_autonomous_database.this.whitelisted_ips == null
    error_message = "A private endpoint needs no access list."
  }
  assert {
    condition     = oci_database_autonomous_database.this.secret_id == "S"
    error_message = "The password must come from the vault."
  }
  assert {
    condition     = output.connect_string == "low"
    error_message = "Without a tp service, low serves."
  }
}

run "a_public_database_has_an_access_list_and_no_wallet" {
  command = apply
  module {
    source = "../modules/database"
  }
  variables {
    compartment_id        = "C"
    name                  = "clan-bot"
    db_name               = "clanbot"
    always_free           = true
    ecpu_count            = 2
    admin_secret_id       = "S"
    vcn_id                = "V"
    functions_subnet_cidr = "10.20.1.0/24"
    private_endpoint      = null
    freeform_tags         = { project = "clan-bot" }
  }
  override_resource {
    target = oci_database_autonomous_database.this
    values = { connection_strings = [{ all_connection_strings = {}, dedicated = "", high = "", low = "", medium = "", profiles = [{ consumer_group = "LOW", display_name = "clanbot_tp", host_format = "FQDN", is_regional = true, protocol = "TCPS", session_mode = "DIRECT", syntax_format = "LONG", tls_authentication = "SERVER", value = "tp" }] }] }
  }

  assert {
    condition     = one(oci_database_autonomous_database.this.whitelisted_ips) == "V;10.20.1.0/24" && !oci_database_autonomous_database.this.is_mtls_connection_required
    error_message = "Only the functions' addresses may be let in, without a wallet."
  }
}

run "the_monitor_keeps_all_warm_by_default" {
  command = apply

  assert {
    condition     = module.keep_warm[0].monitor_id != null
    error_message = "A monitor must ask /health."
  }
}

run "without_a_monitor_effects_are_still_delivered_hourly" {
  command = apply
  module {
    source = "../modules/keep-warm"
  }
  variables {
    compartment_id    = "C"
    name              = "clan-bot"
    monitored         = false
    hostname          = "gateway.test"
    vantage_points    = ["aws-iad"]
    deliver_outbox_id = "fn-outbox"
    freeform_tags     = { project = "clan-bot" }
  }

  assert {
    condition     = length(oci_health_checks_http_monitor.this) == 0 && oci_resource_scheduler_schedule.deliver_outbox[0].resources[0].id == "fn-outbox"
    error_message = "An hourly schedule must take the monitor's place."
  }
}

run "alarms_cover_errors_throttling_and_dead_letters" {
  command = apply
  module {
    source = "../modules/monitoring"
  }
  variables {
    compartment_id = "C"
    name           = "clan-bot"
    application_id = "A"
    deployment_id  = "D"
    has_routes     = true
    queue_id       = "Q"
    monitor_id     = "M"
    has_monitor    = true
    retention_days = 30
    alarm_email    = "ops@example.org"
    freeform_tags  = { project = "clan-bot" }
  }

  assert {
    condition     = toset(keys(oci_monitoring_alarm.this)) == toset(["function-errors", "function-throttling", "failed-invocations", "gateway-errors", "health"])
    error_message = jsonencode(keys(oci_monitoring_alarm.this))
  }
  assert {
    condition     = alltrue([for alarm in oci_monitoring_alarm.this : alarm.destinations == tolist([oci_ons_notification_topic.alarms.id])])
    error_message = "Every alarm must reach the topic."
  }
  assert {
    condition     = toset([for log in oci_logging_log.this : "${log.configuration[0].source[0].service}/${log.configuration[0].source[0].category}"]) == toset(["functions/invoke", "apigateway/access", "apigateway/execution"])
    error_message = "Functions and gateway must be logged."
  }
}

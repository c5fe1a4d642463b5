mock_provider "oci" {
  source = "./tests/mocks"
}

mock_provider "oci" {
  alias  = "home"
  source = "./tests/mocks"
}

# Nobody waits.
mock_provider "time" {}

# The database, the vault and its key have prevent_destroy, so a test that made them could not clean up. Their modules
# are tested by plans (database.tftest.hcl, vault.tftest.hcl) and by applies with a stand-in (test/terraform).
override_module {
  target = module.vault
  outputs = {
    vault_id          = "ocid1.vault.oc1..test"
    key_id            = "ocid1.key.oc1..test"
    admin_secret_id   = "ocid1.vaultsecret.oc1..test"
    admin_secret_name = "database-admin"
  }
}
override_module {
  target = module.database
  outputs = {
    database_id    = "ocid1.autonomousdatabase.oc1..test"
    connect_string = "tcps://adb.test:1521/clanbot_tp"
  }
}

variables {
  tenancy_ocid     = "ocid1.tenancy.oc1..testtesttesttesttest"
  compartment_ocid = "ocid1.compartment.oc1..testtesttesttesttest"
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
    condition     = alltrue([for route in oci_apigateway_deployment.this[0].specification[0].routes : length(flatten(route.request_policies[*].body_validation)) == 0])
    error_message = "The front door checks bodies; the gateway must let all through, with charset and without."
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
    condition = { for key, alarm in oci_monitoring_alarm.this : key => "${alarm.namespace} ${alarm.query}" } == {
      function-errors     = "oci_faas FunctionResponseCount[5m]{applicationId = \"A\", responseType = \"Error\"}.sum() > 5"
      function-throttling = "oci_faas FunctionResponseCount[5m]{applicationId = \"A\", responseType = \"Throttled\"}.sum() > 0"
      failed-invocations  = "oci_queue MessagesInQueueCount[5m]{resourceId = \"Q\"}.max() > 0"
      gateway-errors      = "oci_apigateway HttpResponses[5m]{deploymentId = \"D\", httpStatusCategory = \"5xx\"}.sum() > 5"
      health              = "oci_healthchecks HTTP.isHealthy[5m]{resourceId = \"M\"}.mean() < 0.5"
    }
    error_message = "Metrics and dimensions must be those of Oracle's metric references: ${jsonencode({ for key, alarm in oci_monitoring_alarm.this : key => alarm.query })}"
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

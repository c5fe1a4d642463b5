# Who keeps the functions warm, and who delivers when nobody does.

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
  compartment_id    = "C"
  name              = "clan-bot"
  freeform_tags     = { project = "clan-bot" }
  monitored         = true
  hostname          = "gateway.test"
  vantage_points    = []
  deliver_outbox_id = "fn-outbox"

  # The root's own, which these runs do not use.
  tenancy_ocid     = "ocid1.tenancy.oc1..testtesttesttesttest"
  compartment_ocid = "ocid1.compartment.oc1..testtesttesttesttest"
  region           = "eu-frankfurt-1"
}

run "a_vantage_point_is_taken_from_those_that_there_are" {
  command = apply
  module {
    source = "../modules/keep-warm"
  }

  assert {
    condition     = oci_health_checks_http_monitor.this[0].vantage_point_names == tolist(["aws-iad"])
    error_message = jsonencode(oci_health_checks_http_monitor.this[0].vantage_point_names)
  }
  assert {
    condition     = oci_health_checks_http_monitor.this[0].interval_in_seconds == 60 && oci_health_checks_http_monitor.this[0].path == "/health" && oci_health_checks_http_monitor.this[0].protocol == "HTTPS" && length(oci_resource_scheduler_schedule.deliver_outbox) == 0
    error_message = "The monitor must ask /health every minute, and no schedule is needed."
  }
}

run "where_that_one_is_gone_another_is_taken" {
  command = apply
  module {
    source = "../modules/keep-warm"
  }
  override_data {
    target = data.oci_health_checks_vantage_points.all[0]
    values = { health_checks_vantage_points = [
      { name = "gcp-west", display_name = "", provider_name = "", geo = [], routing = [] },
      { name = "azr-ams", display_name = "", provider_name = "", geo = [], routing = [] },
    ] }
  }

  assert {
    condition     = oci_health_checks_http_monitor.this[0].vantage_point_names == tolist(["azr-ams"])
    error_message = jsonencode(oci_health_checks_http_monitor.this[0].vantage_point_names)
  }
}

run "a_vantage_point_that_oci_does_not_have_is_refused" {
  command = plan
  module {
    source = "../modules/keep-warm"
  }
  variables {
    vantage_points = ["aws-mars"]
  }
  expect_failures = [oci_health_checks_http_monitor.this]
}

run "without_a_monitor_effects_are_still_delivered_hourly" {
  command = apply
  module {
    source = "../modules/keep-warm"
  }
  variables {
    monitored = false
  }

  assert {
    condition     = length(oci_health_checks_http_monitor.this) == 0 && oci_resource_scheduler_schedule.deliver_outbox[0].resources[0].id == "fn-outbox"
    error_message = "An hourly schedule must take the monitor's place."
  }
}

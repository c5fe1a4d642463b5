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
  tenancy_ocid     = "ocid1.tenancy.oc1..testtesttesttesttest"
  compartment_ocid = "ocid1.compartment.oc1..testtesttesttesttest"
  region           = "eu-frankfurt-1"
  functions_file   = "tests/fixtures/functions.json"
  image_tag        = "1.0.0"
  application_id   = "ocid1.fnapp.oc1..test"
  image            = "ocir.eu-frankfurt-1.oci.oraclecloud.com/test/clan-bot/bot"
  functions = {
    interactions   = { kind = "front-door", memoryMb = 256, timeoutSeconds = 30, detachedTimeoutSeconds = 30 }
    warm           = { kind = "job", memoryMb = 128, timeoutSeconds = 60, detachedTimeoutSeconds = 60 }
    deliver-outbox = { kind = "job", memoryMb = 256, timeoutSeconds = 60, detachedTimeoutSeconds = 300 }
    sync-ranks     = { kind = "job", memoryMb = 256, timeoutSeconds = 300, detachedTimeoutSeconds = 3000 }
    provision-clan = { kind = "provision", memoryMb = 512, timeoutSeconds = 300, detachedTimeoutSeconds = 300 }
    points         = { kind = "command", memoryMb = 256, timeoutSeconds = 60, detachedTimeoutSeconds = 300 }
    xp             = { kind = "command", memoryMb = 256, timeoutSeconds = 60, detachedTimeoutSeconds = 300 }
  }
  provision_image_tag     = "1.0.0"
  keep_warm               = "all"
  provisioned_concurrency = 0
  common_config           = { VAULT_ID = "ocid1.vault.oc1..test", COMPARTMENT_ID = "ocid1.compartment.oc1..testtesttesttesttest", LOG_LEVEL = "info" }
  provision_config        = { ADMIN_SECRET = "database-admin", QUOTA_MB = "500" }
  failure_queue           = { queue_id = "ocid1.queue.oc1..test", messages_endpoint = "https://queue.test" }
  freeform_tags           = { project = "clan-bot" }
}

run "three_levels_of_functions" {
  command = apply
  module {
    source = "../modules/functions"
  }

  assert {
    condition     = toset(output.called_by_front_door) == toset(["points", "xp", "warm", "deliver-outbox"]) && startswith(oci_functions_function.front_door["interactions"].config.FUNCTION_IDS, "H4sI")
    error_message = "The front door must know the commands, warm and deliver-outbox, and nobody else."
  }
  assert {
    condition     = toset(output.commands) == toset(["points", "xp"]) && startswith(oci_functions_function.warm["warm"].config.FUNCTION_IDS, "H4sI") && oci_functions_function.warm["warm"].config.FUNCTION_IDS != oci_functions_function.front_door["interactions"].config.FUNCTION_IDS
    error_message = "warm must know the commands and nobody else."
  }
  assert {
    condition     = alltrue([for function in oci_functions_function.worker : !contains(keys(function.config), "FUNCTION_IDS")])
    error_message = "A command or job must not know how to call others."
  }
  assert {
    condition     = alltrue([for name, function in oci_functions_function.worker : function.config.FUNCTION_NAME == name])
    error_message = "Each function's configuration must name its bundle."
  }
  assert {
    condition     = oci_functions_function.worker["deliver-outbox"].config.FAILED_QUEUE_ID == "ocid1.queue.oc1..test"
    error_message = "deliver-outbox must know the queue of failed invocations."
  }
  assert {
    condition     = alltrue([for name in ["points", "xp", "sync-ranks", "deliver-outbox"] : oci_functions_function.worker[name].failure_destination[0].queue_id == "ocid1.queue.oc1..test"])
    error_message = "Failed detached invocations must go to the queue."
  }
  assert {
    condition     = oci_functions_function.worker["xp"].memory_in_mbs == "256" && oci_functions_function.worker["sync-ranks"].detached_mode_timeout_in_seconds == 3000
    error_message = "Memory and limits must be the declared ones."
  }
  assert {
    condition     = oci_functions_function.front_door["interactions"].provisioned_concurrency_config[0].strategy == "NONE"
    error_message = "Provisioned concurrency is off unless it is asked for."
  }
}

run "no_function_has_a_secret_in_its_configuration" {
  command = apply
  module {
    source = "../modules/functions"
  }

  assert {
    condition = alltrue([
      for function in concat(values(oci_functions_function.worker), values(oci_functions_function.warm), values(oci_functions_function.front_door)) :
      length(setsubtract(keys(function.config), ["FUNCTION_NAME", "VAULT_ID", "COMPARTMENT_ID", "LOG_LEVEL", "INVOKE_URL", "FUNCTION_IDS", "FAILED_QUEUE_ID", "FAILED_QUEUE_URL", "ADMIN_SECRET", "QUOTA_MB"])) == 0
    ])
    error_message = "A function has a variable that is not known to be free of secrets."
  }
  assert {
    condition     = oci_functions_function.worker["provision-clan"].config.ADMIN_SECRET == "database-admin"
    error_message = "provision-clan must know the name of the administrator's secret, not its content."
  }
  assert {
    condition     = alltrue([for name, function in oci_functions_function.worker : name == "provision-clan" || !contains(keys(function.config), "ADMIN_SECRET")])
    error_message = "Nobody but provision-clan may know of the administrator's secret."
  }
}

run "provision_clan_can_be_newer_than_the_rest" {
  command = plan
  module {
    source = "../modules/functions"
  }
  variables {
    provision_image_tag = "1.1.0"
  }

  assert {
    condition     = endswith(oci_functions_function.worker["provision-clan"].image, ":1.1.0") && endswith(oci_functions_function.worker["xp"].image, ":1.0.0") && endswith(oci_functions_function.front_door["interactions"].image, ":1.0.0")
    error_message = "Only provision-clan must change first."
  }
}

run "keeping_only_the_front_door_warm_leaves_warm_uncalled" {
  command = apply
  module {
    source = "../modules/functions"
  }
  variables {
    keep_warm = "front-door"
  }

  assert {
    condition     = !contains(output.called_by_front_door, "warm") && contains(output.called_by_front_door, "deliver-outbox")
    error_message = "With keep_warm = front-door the front door must call deliver-outbox and not warm."
  }
}

run "only_the_front_door_can_have_provisioned_concurrency" {
  command = plan
  module {
    source = "../modules/functions"
  }
  variables {
    provisioned_concurrency = 20
  }

  assert {
    condition     = oci_functions_function.front_door["interactions"].provisioned_concurrency_config[0].strategy == "CONSTANT" && oci_functions_function.front_door["interactions"].provisioned_concurrency_config[0].count == 20
    error_message = "The front door must get the units that were asked for."
  }
}

run "too_few_units_are_refused_before_oci_does" {
  command = plan
  module {
    source = "../modules/functions"
  }
  variables {
    provisioned_concurrency = 10
  }
  expect_failures = [oci_functions_function.front_door]
}

run "a_declaration_without_a_front_door_is_refused" {
  command = plan
  module {
    source = "../modules/functions"
  }
  variables {
    functions = {
      xp = { kind = "command", memoryMb = 256, timeoutSeconds = 60, detachedTimeoutSeconds = 300 }
    }
  }
  expect_failures = [var.functions]
}

run "a_build_that_lacks_a_needed_function_is_refused" {
  command = plan
  module {
    source = "../modules/functions"
  }
  variables {
    functions = {
      interactions = { kind = "front-door", memoryMb = 256, timeoutSeconds = 30, detachedTimeoutSeconds = 30 }
    }
  }
  expect_failures = [var.functions]
}

run "sizes_that_oci_does_not_take_are_refused_before_oci_does" {
  command = plan
  module {
    source = "../modules/functions"
  }
  variables {
    functions = {
      interactions   = { kind = "front-door", memoryMb = 300, timeoutSeconds = 30, detachedTimeoutSeconds = 30 }
      warm           = { kind = "job", memoryMb = 128, timeoutSeconds = 301, detachedTimeoutSeconds = 60 }
      deliver-outbox = { kind = "job", memoryMb = 256, timeoutSeconds = 60, detachedTimeoutSeconds = 3601 }
      sync-ranks     = { kind = "job", memoryMb = 256, timeoutSeconds = 300, detachedTimeoutSeconds = 3000 }
      provision-clan = { kind = "provision", memoryMb = 512, timeoutSeconds = 300, detachedTimeoutSeconds = 300 }
    }
  }
  expect_failures = [var.functions]
}

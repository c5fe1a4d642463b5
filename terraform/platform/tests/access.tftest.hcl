# Policies name exactly what they need. The ids stand for themselves, so that the statements can be read.

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
  compartment_ocid = "ocid1.compartment.oc1..cccccccccccccccccccc"
  region           = "eu-frankfurt-1"
  functions_file   = "tests/fixtures/functions.json"
  image_tag        = "1.0.0"
}

override_resource {
  target = module.functions.oci_functions_function.front_door["interactions"]
  values = { id = "fn-interactions", invoke_endpoint = "https://functions.test" }
}
override_resource {
  target = module.functions.oci_functions_function.warm["warm"]
  values = { id = "fn-warm", invoke_endpoint = "https://functions.test" }
}
override_resource {
  target = module.functions.oci_functions_function.worker["deliver-outbox"]
  values = { id = "fn-outbox", invoke_endpoint = "https://functions.test" }
}
override_resource {
  target = module.functions.oci_functions_function.worker["sync-ranks"]
  values = { id = "fn-sync", invoke_endpoint = "https://functions.test" }
}
override_resource {
  target = module.functions.oci_functions_function.worker["provision-clan"]
  values = { id = "fn-provision", invoke_endpoint = "https://functions.test" }
}
override_resource {
  target = module.functions.oci_functions_function.worker["points"]
  values = { id = "fn-points", invoke_endpoint = "https://functions.test" }
}
override_resource {
  target = module.functions.oci_functions_function.worker["xp"]
  values = { id = "fn-xp", invoke_endpoint = "https://functions.test" }
}
override_resource {
  target = module.access.oci_identity_dynamic_group.this["front-door"]
  values = { id = "DG-FRONT-DOOR" }
}
override_resource {
  target = module.access.oci_identity_dynamic_group.this["warm"]
  values = { id = "DG-WARM" }
}
override_resource {
  target = module.access.oci_identity_dynamic_group.this["workers"]
  values = { id = "DG-WORKERS" }
}
override_resource {
  target = module.access.oci_identity_dynamic_group.this["jobs"]
  values = { id = "DG-JOBS" }
}
override_resource {
  target = module.access.oci_identity_dynamic_group.this["outbox"]
  values = { id = "DG-OUTBOX" }
}
override_resource {
  target = module.access.oci_identity_dynamic_group.this["provision"]
  values = { id = "DG-PROVISION" }
}
override_resource {
  target = module.access.oci_identity_dynamic_group.schedules[0]
  values = { id = "DG-SCHEDULES" }
}
override_resource {
  target = module.failure_queue.oci_queue_queue.this
  values = { id = "Q", messages_endpoint = "https://queue.test" }
}

run "every_statement_word_by_word" {
  command = apply

  assert {
    condition = output.statements["front-door"] == tolist([
      "Allow dynamic-group id DG-FRONT-DOOR to read secret-bundles in compartment id ocid1.compartment.oc1..cccccccccccccccccccc where target.secret.name = /clan-identity-*/",
      "Allow dynamic-group id DG-FRONT-DOOR to inspect secrets in compartment id ocid1.compartment.oc1..cccccccccccccccccccc",
      "Allow dynamic-group id DG-FRONT-DOOR to use fn-invocation in compartment id ocid1.compartment.oc1..cccccccccccccccccccc where any {target.function.id = 'fn-points', target.function.id = 'fn-xp', target.function.id = 'fn-outbox', target.function.id = 'fn-warm'}",
    ])
    error_message = "front-door: ${jsonencode(output.statements["front-door"])}"
  }
  assert {
    condition = output.statements["warm"] == tolist([
      "Allow dynamic-group id DG-WARM to use fn-invocation in compartment id ocid1.compartment.oc1..cccccccccccccccccccc where any {target.function.id = 'fn-points', target.function.id = 'fn-xp'}",
    ])
    error_message = "warm: ${jsonencode(output.statements["warm"])}"
  }
  assert {
    condition = output.statements["workers"] == tolist([
      "Allow dynamic-group id DG-WORKERS to read secret-bundles in compartment id ocid1.compartment.oc1..cccccccccccccccccccc where any {target.secret.name = /clan-identity-*/, target.secret.name = /clan-keys-*/, target.secret.name = /clan-database-*/}",
      "Allow dynamic-group id DG-WORKERS to use queue-push in compartment id ocid1.compartment.oc1..cccccccccccccccccccc where target.queue.id = 'Q'",
    ])
    error_message = "workers: ${jsonencode(output.statements["workers"])}"
  }
  assert {
    condition     = output.statements["jobs"] == tolist(["Allow dynamic-group id DG-JOBS to inspect secrets in compartment id ocid1.compartment.oc1..cccccccccccccccccccc"])
    error_message = "jobs: ${jsonencode(output.statements["jobs"])}"
  }
  assert {
    condition     = output.statements["outbox"] == tolist(["Allow dynamic-group id DG-OUTBOX to use queue-pull in compartment id ocid1.compartment.oc1..cccccccccccccccccccc where target.queue.id = 'Q'"])
    error_message = "outbox: ${jsonencode(output.statements["outbox"])}"
  }
  assert {
    condition = output.statements["provision"] == tolist([
      "Allow dynamic-group id DG-PROVISION to read secret-bundles in compartment id ocid1.compartment.oc1..cccccccccccccccccccc where any {target.secret.name = /clan-identity-*/, target.secret.name = /clan-keys-*/, target.secret.name = /clan-database-*/, target.secret.name = 'database-admin'}",
      "Allow dynamic-group id DG-PROVISION to inspect secrets in compartment id ocid1.compartment.oc1..cccccccccccccccccccc",
    ])
    error_message = "provision: ${jsonencode(output.statements["provision"])}"
  }
  assert {
    condition = output.statements["services"] == tolist([
      "Allow service FaaS to use virtual-network-family in compartment id ocid1.compartment.oc1..cccccccccccccccccccc",
      "Allow service FaaS to read repos in compartment id ocid1.compartment.oc1..cccccccccccccccccccc where target.repo.name = 'clan-bot/bot'",
      "Allow any-user to use functions-family in compartment id ocid1.compartment.oc1..cccccccccccccccccccc where all {request.principal.type = 'ApiGateway', request.resource.compartment.id = 'ocid1.compartment.oc1..cccccccccccccccccccc'}",
      "Allow dynamic-group id DG-SCHEDULES to read fn-function in compartment id ocid1.compartment.oc1..cccccccccccccccccccc",
      "Allow dynamic-group id DG-SCHEDULES to use fn-invocation in compartment id ocid1.compartment.oc1..cccccccccccccccccccc",
      "Allow any-user to read fn-function in compartment id ocid1.compartment.oc1..cccccccccccccccccccc where all {request.principal.type = 'resourceschedule'}",
      "Allow any-user to use fn-invocation in compartment id ocid1.compartment.oc1..cccccccccccccccccccc where all {request.principal.type = 'resourceschedule'}",
    ])
    error_message = "services: ${jsonencode(output.statements["services"])}"
  }
}

run "groups_hold_single_functions_by_their_ids_and_the_schedules_of_the_compartment" {
  command = apply

  assert {
    condition = module.access.groups == {
      front-door = "ANY {resource.id = 'fn-interactions'}"
      warm       = "ANY {resource.id = 'fn-warm'}"
      workers    = "ANY {resource.id = 'fn-points', resource.id = 'fn-xp', resource.id = 'fn-outbox', resource.id = 'fn-sync'}"
      jobs       = "ANY {resource.id = 'fn-outbox', resource.id = 'fn-sync'}"
      outbox     = "ANY {resource.id = 'fn-outbox'}"
      provision  = "ANY {resource.id = 'fn-provision'}"
      schedules  = "ALL {resource.type = 'resourceschedule', resource.compartment.id = 'ocid1.compartment.oc1..cccccccccccccccccccc'}"
    }
    error_message = jsonencode(module.access.groups)
  }
}

run "only_interactions_warm_and_schedules_may_invoke_and_only_provision_reads_the_administrators_password" {
  command = apply

  assert {
    condition = toset(flatten([
      for key, statements in output.statements : [for statement in statements : key if strcontains(statement, "fn-invocation")]
    ])) == toset(["front-door", "warm", "services"])
    error_message = "Somebody else may invoke."
  }
  assert {
    condition = toset(flatten([
      for key, statements in output.statements : [for statement in statements : key if strcontains(statement, "database-admin")]
    ])) == toset(["provision"])
    error_message = "Somebody else may read the administrator's password."
  }
  assert {
    condition     = alltrue([for statement in flatten(values(output.statements)) : !strcontains(statement, "!=") && !strcontains(statement, "request.principal.compartment.id")])
    error_message = "No statement may rest on a negated pattern or on a variable that no public text shows."
  }
  assert {
    condition     = alltrue([for statement in flatten(values(output.statements)) : !strcontains(statement, " manage ") && !strcontains(statement, "in tenancy")])
    error_message = "No statement may manage anything or reach the tenancy."
  }
}

run "schedules_can_be_let_in_by_their_group_alone" {
  command = apply
  variables {
    schedule_principal = "dynamic-group"
  }

  assert {
    condition     = length([for statement in output.statements["services"] : statement if strcontains(statement, "DG-SCHEDULES")]) == 2 && length([for statement in output.statements["services"] : statement if strcontains(statement, "resourceschedule")]) == 0
    error_message = jsonencode(output.statements["services"])
  }
}

run "schedules_can_be_let_in_by_their_type_alone" {
  command = apply
  variables {
    schedule_principal = "any-user"
  }

  assert {
    condition     = length([for statement in output.statements["services"] : statement if strcontains(statement, "resourceschedule")]) == 2 && !contains(keys(module.access.groups), "schedules")
    error_message = jsonencode(output.statements["services"])
  }
}

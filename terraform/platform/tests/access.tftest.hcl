# Policies name exactly what they need.

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
  tenancy_id       = "ocid1.tenancy.oc1..test"
  compartment_id   = "C"
  name             = "clan-bot"
  function_ids = {
    interactions   = "fn-interactions", warm = "fn-warm", deliver-outbox = "fn-outbox", sync-ranks = "fn-sync",
    provision-clan = "fn-provision", points = "fn-points", xp = "fn-xp"
  }
  front_door           = "interactions"
  commands             = ["points", "xp"]
  called_by_front_door = ["points", "xp", "deliver-outbox", "warm"]
  admin_secret_name    = "database-admin"
  queue_id             = "Q"
  repository_name      = "clan-bot/bot"
  freeform_tags        = { project = "clan-bot" }
}

override_resource {
  target = oci_identity_dynamic_group.this["front-door"]
  values = { id = "DG-FRONT-DOOR" }
}
override_resource {
  target = oci_identity_dynamic_group.this["warm"]
  values = { id = "DG-WARM" }
}
override_resource {
  target = oci_identity_dynamic_group.this["workers"]
  values = { id = "DG-WORKERS" }
}
override_resource {
  target = oci_identity_dynamic_group.this["jobs"]
  values = { id = "DG-JOBS" }
}
override_resource {
  target = oci_identity_dynamic_group.this["outbox"]
  values = { id = "DG-OUTBOX" }
}
override_resource {
  target = oci_identity_dynamic_group.this["provision"]
  values = { id = "DG-PROVISION" }
}

run "every_statement_word_by_word" {
  command = apply
  module {
    source = "../modules/access"
  }
  providers = {
    oci      = oci
    oci.home = oci.home
  }

  assert {
    condition = output.statements["front-door"] == tolist([
      "Allow dynamic-group id DG-FRONT-DOOR to read secret-bundles in compartment id C where all {target.secret.name = /clan-*/, target.secret.name != /*-keys/, target.secret.name != /*-db/}",
      "Allow dynamic-group id DG-FRONT-DOOR to use fn-invocation in compartment id C where target.function.id = 'fn-points'",
      "Allow dynamic-group id DG-FRONT-DOOR to use fn-invocation in compartment id C where target.function.id = 'fn-xp'",
      "Allow dynamic-group id DG-FRONT-DOOR to use fn-invocation in compartment id C where target.function.id = 'fn-outbox'",
      "Allow dynamic-group id DG-FRONT-DOOR to use fn-invocation in compartment id C where target.function.id = 'fn-warm'",
    ])
    error_message = "front-door: ${jsonencode(output.statements["front-door"])}"
  }
  assert {
    condition = output.statements["warm"] == tolist([
      "Allow dynamic-group id DG-WARM to use fn-invocation in compartment id C where target.function.id = 'fn-points'",
      "Allow dynamic-group id DG-WARM to use fn-invocation in compartment id C where target.function.id = 'fn-xp'",
    ])
    error_message = "warm: ${jsonencode(output.statements["warm"])}"
  }
  assert {
    condition = output.statements["workers"] == tolist([
      "Allow dynamic-group id DG-WORKERS to read secret-bundles in compartment id C where target.secret.name = /clan-*/",
      "Allow dynamic-group id DG-WORKERS to use queue-push in compartment id C where target.queue.id = 'Q'",
    ])
    error_message = "workers: ${jsonencode(output.statements["workers"])}"
  }
  assert {
    condition     = output.statements["jobs"] == tolist(["Allow dynamic-group id DG-JOBS to inspect secrets in compartment id C"])
    error_message = "jobs: ${jsonencode(output.statements["jobs"])}"
  }
  assert {
    condition     = output.statements["outbox"] == tolist(["Allow dynamic-group id DG-OUTBOX to use queue-pull in compartment id C where target.queue.id = 'Q'"])
    error_message = "outbox: ${jsonencode(output.statements["outbox"])}"
  }
  assert {
    condition = output.statements["provision"] == tolist([
      "Allow dynamic-group id DG-PROVISION to read secret-bundles in compartment id C where any {target.secret.name = /clan-*/, target.secret.name = 'database-admin'}",
      "Allow dynamic-group id DG-PROVISION to inspect secrets in compartment id C",
    ])
    error_message = "provision: ${jsonencode(output.statements["provision"])}"
  }
  assert {
    condition = output.statements["services"] == tolist([
      "Allow service FaaS to use virtual-network-family in compartment id C",
      "Allow service FaaS to read repos in compartment id C where target.repo.name = 'clan-bot/bot'",
      "Allow any-user to use functions-family in compartment id C where all {request.principal.type = 'ApiGateway', request.resource.compartment.id = 'C', target.function.id = 'fn-interactions'}",
      "Allow any-user to use functions-family in compartment id C where all {request.principal.type = 'resourceschedule', request.principal.compartment.id = 'C', target.function.id = 'fn-sync'}",
      "Allow any-user to use functions-family in compartment id C where all {request.principal.type = 'resourceschedule', request.principal.compartment.id = 'C', target.function.id = 'fn-outbox'}",
    ])
    error_message = "services: ${jsonencode(output.statements["services"])}"
  }
}

run "groups_hold_single_functions_by_their_ids" {
  command = apply
  module {
    source = "../modules/access"
  }
  providers = {
    oci      = oci
    oci.home = oci.home
  }

  assert {
    condition     = oci_identity_dynamic_group.this["front-door"].matching_rule == "ANY {resource.id = 'fn-interactions'}"
    error_message = oci_identity_dynamic_group.this["front-door"].matching_rule
  }
  assert {
    condition     = oci_identity_dynamic_group.this["provision"].matching_rule == "ANY {resource.id = 'fn-provision'}"
    error_message = oci_identity_dynamic_group.this["provision"].matching_rule
  }
  assert {
    condition     = oci_identity_dynamic_group.this["workers"].matching_rule == "ANY {resource.id = 'fn-points', resource.id = 'fn-xp', resource.id = 'fn-outbox', resource.id = 'fn-sync'}"
    error_message = oci_identity_dynamic_group.this["workers"].matching_rule
  }
  assert {
    condition     = alltrue([for policy in oci_identity_policy.functions : policy.compartment_id == "C"])
    error_message = "Policies must stay in the compartment."
  }
}

run "only_interactions_and_warm_may_invoke_and_only_provision_reads_the_administrators_password" {
  command = apply
  module {
    source = "../modules/access"
  }
  providers = {
    oci      = oci
    oci.home = oci.home
  }

  assert {
    condition = toset(flatten([
      for key, statements in output.statements : [for statement in statements : key if strcontains(statement, "fn-invocation")]
    ])) == toset(["front-door", "warm"])
    error_message = "Somebody else may invoke."
  }
  assert {
    condition = toset(flatten([
      for key, statements in output.statements : [for statement in statements : key if strcontains(statement, "database-admin")]
    ])) == toset(["provision"])
    error_message = "Somebody else may read the administrator's password."
  }
  assert {
    condition     = !startswith(var.admin_secret_name, "clan-")
    error_message = "The administrator's secret would match what every command may read."
  }
  assert {
    condition     = alltrue([for statement in flatten(values(output.statements)) : !strcontains(statement, " manage ") && !strcontains(statement, "in tenancy")])
    error_message = "No statement may manage anything or reach the tenancy."
  }
}

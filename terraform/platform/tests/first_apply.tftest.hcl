# The first apply: there is no image in the registry yet.

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
}

run "without_an_image_everything_but_functions_is_made" {
  command = apply

  assert {
    condition     = length(module.functions.ids) == 0 && module.functions.front_door == null
    error_message = "A function was made although there is no image."
  }
  assert {
    condition     = module.gateway.deployment_id == null && length(module.keep_warm) == 0
    error_message = "Routes or a monitor were made although there is no function."
  }
  assert {
    condition     = output.clan.connect_string == "tcps://adb.test:1521/clanbot_tp"
    error_message = "The clans need the database's connect string."
  }
  assert {
    condition     = strcontains(output.next_steps, "npm run image -- --architecture x86 --push ${output.image}")
    error_message = "The first apply must say how the image gets into the registry."
  }
  assert {
    condition     = keys(module.access.statements) == ["services"]
    error_message = "Without functions nobody but Oracle's services may do anything."
  }
}

run "an_application_on_arm_asks_for_an_image_for_arm" {
  command = plan
  variables {
    application_shape = "GENERIC_ARM"
  }

  assert {
    condition     = strcontains(output.next_steps, "npm run image -- --architecture arm --push ${output.image}")
    error_message = "Functions on Arm cannot run an image for x86: the first step must name the processors."
  }
}

run "an_always_free_database_in_the_named_home_region" {
  command = plan
  variables {
    home_region = "eu-frankfurt-1"
  }

  assert {
    condition     = oci_functions_application.this.shape == "GENERIC_X86"
    error_message = "x86 is the default."
  }
}

run "a_paid_database_away_from_home_on_arm" {
  command = plan
  variables {
    home_region          = "us-ashburn-1"
    database_always_free = false
    application_shape    = "GENERIC_ARM"
  }

  assert {
    condition     = oci_functions_application.this.shape == "GENERIC_ARM"
    error_message = "The application must have the shape that was asked for."
  }
}

run "with_an_image_the_functions_are_added" {
  command = apply
  variables {
    image_tag = "1.0.0"
  }

  assert {
    condition     = length(module.functions.ids) == 7
    error_message = "One function for each declared one was expected, there are ${length(module.functions.ids)}."
  }
  assert {
    condition     = module.gateway.deployment_id != null && output.clan.sync_ranks_id != "" && output.clan.provision_clan_id != ""
    error_message = "The routes, and the functions that a clan needs, must be there."
  }
  assert {
    condition     = strcontains(output.environment, "FUNCTION_IDS={") && strcontains(output.environment, "INVOKE_URL=https://")
    error_message = "The operator's environment must name the functions."
  }
}

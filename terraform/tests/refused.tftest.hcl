# What is wrong is said before anything is made.

mock_provider "oci" {
  source = "./tests/mocks"
}

variables {
  clan        = "newclan"
  configs_dir = "tests/fixtures/configs"
  directory   = "tests/fixtures/configs"
}

override_data {
  target = data.terraform_remote_state.platform
  values = {
    outputs = {
      clan = {
        compartment_id    = "ocid1.compartment.oc1..testtesttesttesttest"
        region            = "eu-frankfurt-1"
        vault_id          = "ocid1.vault.oc1..test"
        key_id            = "ocid1.key.oc1..test"
        connect_string    = "tcps://adb.test:1521/clanbot_tp"
        hostname          = "gateway.test"
        image_tag         = "none"
        provision_clan_id = ""
        sync_ranks_id     = ""
      }
    }
  }
}

run "a_clan_name_that_is_no_identifier" {
  command = plan
  variables {
    clan = "New Clan; DROP"
  }
  expect_failures = [var.clan]
}

run "deleting_data_without_its_confirmation" {
  command = plan
  variables {
    delete_data         = true
    confirm_delete_data = "otherclan"
  }
  expect_failures = [var.delete_data]
}

run "a_missing_configuration" {
  command = plan
  module {
    source = "./modules/clan-files"
  }
  variables {
    clan = "nobody"
  }
  expect_failures = [output.settings, output.ranks, output.identity]
}

run "bad_settings_and_ranks" {
  command = plan
  module {
    source = "./modules/clan-files"
  }
  variables {
    clan = "badclan"
  }
  expect_failures = [output.settings, output.ranks, output.identity]
}

# The Roblox rank 0 is Guest, whom nobody can be made.
run "a_rank_for_guests" {
  command = plan
  module {
    source = "./modules/clan-files"
  }
  variables {
    clan = "guestclan"
  }
  expect_failures = [output.settings, output.ranks, output.identity]
}

run "powerful_roles_that_are_no_ids" {
  command = plan
  module {
    source = "./modules/clan-files"
  }
  variables {
    clan = "oddpowers"
  }
  expect_failures = [output.settings, output.ranks, output.identity]
}

run "the_example_that_nobody_edited" {
  command = plan
  module {
    source = "./modules/clan-files"
  }
  variables {
    directory = "../configs"
    clan      = "example"
  }
  expect_failures = [output.settings, output.ranks, output.identity]
}

run "a_platform_without_functions" {
  command = plan
  module {
    source = "./modules/clan-schema"
  }
  variables {
    function_id      = ""
    settings         = {}
    ranks            = []
    image_tag        = "none"
    password_version = "1"
    delete_data      = false
  }
  expect_failures = [oci_functions_invoke_function.provision]
}

run "a_state_of_another_clan" {
  command = plan
  module {
    source = "./modules/state-owner"
  }
  variables {
    clan  = "newclan"
    owner = "tophat"
  }
  expect_failures = [var.owner]
}

run "more_tags_than_oci_takes" {
  command = plan
  variables {
    freeform_tags = { a = "1", b = "2", c = "3", d = "4", e = "5", f = "6", g = "7" }
  }
  expect_failures = [var.freeform_tags]
}

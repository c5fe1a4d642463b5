# The first apply: there is no image in the registry yet.

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
    condition     = output.clan.connect_string == "tp-without-a-wallet"
    error_message = "The connect string must be that of the tp service without a wallet: ${output.clan.connect_string}."
  }
  assert {
    condition     = strcontains(output.next_steps, "npm run image -- --push ${output.image}")
    error_message = "The first apply must say how the image gets into the registry."
  }
  assert {
    condition     = keys(module.access.statements) == ["services"]
    error_message = "Without functions nobody but Oracle's services may do anything."
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

# One clan, as `terraform apply -var clan=newclan` makes it.

mock_provider "oci" {
  source = "./tests/mocks"
}

variables {
  clan        = "newclan"
  configs_dir = "tests/fixtures/configs"
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
        image_tag         = "1.0.0"
        provision_clan_id = "fn-provision"
        sync_ranks_id     = "fn-sync"
      }
    }
  }
}

run "makes_secrets_schema_and_schedule" {
  command = apply

  assert {
    condition     = output.interactions_url == "https://gateway.test/interactions/newclan"
    error_message = output.interactions_url
  }
  assert {
    condition     = output.invite_url == "https://discord.com/oauth2/authorize?client_id=1100000000000000001&scope=bot%20applications.commands&permissions=268553216&guild_id=1100000000000000002&disable_guild_select=true"
    error_message = output.invite_url
  }
  assert {
    condition     = output.provisioned.did == ["made the user NEWCLAN"]
    error_message = "The answer of provisioning must be shown."
  }
  assert {
    condition     = length(regexall("(?s)set-secrets -- --clan newclan.*https://discord.com/oauth2/authorize.*drag the bot's role.*register-commands -- --clan newclan.*new-clan -- --clan newclan --endpoint https://gateway.test/interactions/newclan.*preflight -- --clan newclan.*/setup leads.*/ranks setup.*/diagnose", output.next_steps)) == 1
    error_message = "What is left must be named in this order: secrets, invitation, role order, commands, endpoint, preflight, /setup, /ranks setup, /diagnose. ${output.next_steps}"
  }
}

run "the_record_is_three_secrets_found_by_the_application" {
  command = apply
  module {
    source = "./modules/clan-secrets"
  }
  variables {
    compartment_id = "C"
    vault_id       = "V"
    key_id         = "K"
    identity       = { application_id = "1100000000000000001", public_key = "ab", guild_id = "1100000000000000002", roblox_group_id = "3203735" }
    connect_string = "tcps://adb.test:1521/clanbot_tp"
    bot_token      = "TOKEN-OF-THE-BOT"
    roblox_api_key = "KEY-OF-ROBLOX"
    freeform_tags  = { project = "clan-bot" }
  }

  assert {
    condition     = [oci_vault_secret.identity.secret_name, oci_vault_secret.keys.secret_name, oci_vault_secret.database.secret_name] == ["clan-identity-1100000000000000001", "clan-keys-1100000000000000001", "clan-database-1100000000000000001"]
    error_message = "The names must follow from the application id."
  }
  assert {
    condition     = jsondecode(base64decode(oci_vault_secret.identity.secret_content[0].content)) == { clan = "newclan", applicationId = "1100000000000000001", publicKey = "ab", guildId = "1100000000000000002", robloxGroupId = "3203735", database = { user = "newclan", connectString = "tcps://adb.test:1521/clanbot_tp" } }
    error_message = "The identity must be complete and hold no secret."
  }
  assert {
    condition     = jsondecode(base64decode(oci_vault_secret.keys.secret_content[0].content)) == { botToken = "TOKEN-OF-THE-BOT", robloxApiKey = "KEY-OF-ROBLOX" }
    error_message = "The first version of the keys must be what was given."
  }
  assert {
    condition     = oci_vault_secret.database.enable_auto_generation && length(oci_vault_secret.database.secret_content) == 0
    error_message = "The vault must make the database password."
  }
  assert {
    condition     = alltrue([for secret in [oci_vault_secret.identity, oci_vault_secret.keys, oci_vault_secret.database] : secret.freeform_tags.clan == "newclan"])
    error_message = "Jobs find the secrets by the tag."
  }
}

run "keys_that_were_given_once_are_left_alone_afterwards" {
  command = apply
  module {
    source = "./modules/clan-secrets"
  }
  variables {
    compartment_id = "C"
    vault_id       = "V"
    key_id         = "K"
    identity       = { application_id = "1100000000000000001", public_key = "ab", guild_id = "1100000000000000002", roblox_group_id = "3203735" }
    connect_string = "tcps://adb.test:1521/clanbot_tp"
    bot_token      = ""
    roblox_api_key = ""
    freeform_tags  = { project = "clan-bot" }
  }

  assert {
    condition     = jsondecode(base64decode(oci_vault_secret.keys.secret_content[0].content)).botToken == "TOKEN-OF-THE-BOT"
    error_message = "Applying again without the token must not overwrite what the vault holds."
  }
}

# Only the file allows single roles that Powers refuse, so it has to reach the schema as it is.
run "powerful_roles_are_taken_as_the_file_has_them" {
  command = plan
  module {
    source = "./modules/clan-files"
  }
  variables {
    directory = "tests/fixtures/configs"
    clan      = "powerclan"
  }

  assert {
    condition     = tolist(output.settings.powerful_roles) == tolist(["1100000000000000055"])
    error_message = "settings.json must be handed on with its powerful_roles."
  }
}

run "provisioning_hands_powerful_roles_on" {
  command = apply
  module {
    source = "./modules/clan-schema"
  }
  variables {
    function_id      = "fn-provision"
    settings         = { clan_name = "New Clan", powerful_roles = ["1100000000000000055"] }
    ranks            = [{ rank_order = 1 }]
    image_tag        = "1.0.0"
    password_version = "1"
    delete_data      = false
  }
  override_resource {
    target = oci_functions_invoke_function.provision
    values = { content = "{\"ok\":true}" }
  }

  assert {
    condition     = jsondecode(oci_functions_invoke_function.provision.invoke_function_body).settings.powerful_roles == ["1100000000000000055"]
    error_message = oci_functions_invoke_function.provision.invoke_function_body
  }
}

run "provisioning_gets_configuration_and_no_secret" {
  command = apply
  module {
    source = "./modules/clan-schema"
  }
  variables {
    function_id      = "fn-provision"
    settings         = { clan_name = "New Clan" }
    ranks            = [{ rank_order = 1 }]
    image_tag        = "1.0.0"
    password_version = "3"
    delete_data      = false
  }
  override_resource {
    target = oci_functions_invoke_function.provision
    values = { content = "{\"ok\":true}" }
  }

  assert {
    condition     = jsondecode(oci_functions_invoke_function.provision.invoke_function_body) == { job = "provision-clan", clan = "newclan", image = "1.0.0", password_version = "3", settings = { clan_name = "New Clan" }, ranks = [{ rank_order = 1 }] }
    error_message = oci_functions_invoke_function.provision.invoke_function_body
  }
}

run "deleting_data_confirms_it_by_the_clans_name" {
  command = apply
  module {
    source = "./modules/clan-schema"
  }
  variables {
    function_id      = "fn-provision"
    settings         = { clan_name = "New Clan" }
    ranks            = []
    image_tag        = "1.0.0"
    password_version = "3"
    delete_data      = true
  }
  override_resource {
    target = oci_functions_invoke_function.provision
    values = { content = "{\"ok\":true}" }
  }

  assert {
    condition     = jsondecode(oci_functions_invoke_function.provision.invoke_function_body) == { job = "provision-clan", clan = "newclan", image = "1.0.0", password_version = "3", delete_data = true, confirm = "newclan" }
    error_message = oci_functions_invoke_function.provision.invoke_function_body
  }
}

run "the_sync_runs_hourly_in_a_minute_of_the_clans_own" {
  command = apply
  module {
    source = "./modules/clan-schedule"
  }
  variables {
    compartment_id = "C"
    function_id    = "fn-sync"
    active         = true
    freeform_tags  = { project = "clan-bot" }
  }

  assert {
    condition     = can(regex("^\\d{1,2} \\* \\* \\* \\*$", oci_resource_scheduler_schedule.sync_ranks.recurrence_details)) && output.minute < 60
    error_message = oci_resource_scheduler_schedule.sync_ranks.recurrence_details
  }
  assert {
    condition     = jsondecode(oci_resource_scheduler_schedule.sync_ranks.resources[0].parameters[0].value[0]) == { job = "sync-ranks", clan = "newclan" }
    error_message = "The job must be told which clan."
  }
}

run "another_clan_has_another_minute" {
  command = apply
  module {
    source = "./modules/clan-schedule"
  }
  variables {
    clan           = "graves_family"
    compartment_id = "C"
    function_id    = "fn-sync"
    active         = true
    freeform_tags  = { project = "clan-bot" }
  }

  assert {
    condition     = output.minute != run.the_sync_runs_hourly_in_a_minute_of_the_clans_own.minute
    error_message = "Clans must not all run in the same minute."
  }
}

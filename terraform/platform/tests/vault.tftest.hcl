# Plans only: prevent_destroy would keep an applied vault.

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
  compartment_id = "C"
  name           = "clan-bot"
  freeform_tags  = { project = "clan-bot" }

  # The root's own, which these runs do not use.
  tenancy_ocid     = "ocid1.tenancy.oc1..testtesttesttesttest"
  compartment_ocid = "ocid1.compartment.oc1..testtesttesttesttest"
  region           = "eu-frankfurt-1"
}

run "the_administrators_password_is_made_by_the_vault" {
  command = plan
  module {
    source = "../modules/vault"
  }

  assert {
    condition     = oci_vault_secret.database_admin.enable_auto_generation && length(oci_vault_secret.database_admin.secret_content) == 0
    error_message = "No password may be written in the configuration, and so into the state."
  }
  assert {
    condition     = oci_vault_secret.database_admin.secret_generation_context[0].passphrase_length >= 12 && oci_vault_secret.database_admin.secret_generation_context[0].passphrase_length <= 30
    error_message = "A password of ADMIN has 12 to 30 characters."
  }
  assert {
    condition     = alltrue([for kind in ["clan-identity-", "clan-keys-", "clan-database-"] : !startswith(oci_vault_secret.database_admin.secret_name, kind)])
    error_message = "What begins with a clan's kind of secret may be read by commands."
  }
}

run "the_key_waits_for_the_new_vaults_address" {
  command = plan
  module {
    source = "../modules/vault"
  }
  override_resource {
    target          = oci_kms_vault.this
    override_during = plan
    values          = { management_endpoint = "https://vault-management.test" }
  }

  assert {
    condition     = time_sleep.vault_endpoint.create_duration == "90s" && time_sleep.vault_endpoint.triggers.management_endpoint == "https://vault-management.test" && oci_kms_key.secrets.management_endpoint == "https://vault-management.test"
    error_message = "The key must come 90 seconds after its vault, and after a new vault again."
  }
}

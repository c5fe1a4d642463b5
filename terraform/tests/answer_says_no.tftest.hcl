# OCI counts any answer of a function as a success, so what it says must be looked at.

mock_provider "oci" {
  source = "./tests/mocks"
}

variables {
  clan             = "newclan"
  configs_dir      = "tests/fixtures/configs"
  function_id      = "fn-provision"
  settings         = {}
  ranks            = []
  image_tag        = "1.0.0"
  password_version = "1"
  delete_data      = false
}

run "a_provisioning_answer_that_says_no_fails_the_apply" {
  command = apply
  module {
    source = "./modules/clan-schema"
  }
  override_resource {
    target = oci_functions_invoke_function.provision
    values = { content = "{\"ok\":false,\"error\":\"foreign-schema\",\"message\":\"The database has a user NEWCLAN that this bot has not made.\"}" }
  }
  expect_failures = [oci_functions_invoke_function.provision]
}

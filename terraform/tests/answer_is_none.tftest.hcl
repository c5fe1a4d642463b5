# An answer that is not even JSON.

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

run "an_answer_that_is_none_fails_the_apply" {
  command = apply
  module {
    source = "./modules/clan-schema"
  }
  override_resource {
    target = oci_functions_invoke_function.provision
    values = { content = "<html>502</html>" }
  }
  expect_failures = [oci_functions_invoke_function.provision]
}

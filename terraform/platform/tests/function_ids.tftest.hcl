# The ids of 60 functions in one variable. shared/platform reads what this makes: test/terraform/function-ids.test.ts.

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
  # The root's own, which these runs do not use.
  tenancy_ocid     = "ocid1.tenancy.oc1..testtesttesttesttest"
  compartment_ocid = "ocid1.compartment.oc1..testtesttesttesttest"
  region           = "eu-frankfurt-1"
}

run "sixty_ids_leave_room_for_the_rest_of_the_configuration" {
  command = plan
  module {
    source = "../modules/function-ids"
  }
  variables {
    ids = jsondecode(file("tests/fixtures/sixty-ids.json"))
  }

  assert {
    condition     = length(var.ids) == 60 && alltrue([for id in var.ids : length(id) >= 85])
    error_message = "The fixture must be 60 ids as long as real ones."
  }
  assert {
    condition     = length(output.packed) <= 3600
    error_message = "Of 4,096 bytes the rest of the configuration needs about 350; the ids take ${length(output.packed)}."
  }
}

run "no_ids_at_all_can_be_packed" {
  command = plan
  module {
    source = "../modules/function-ids"
  }
  variables {
    ids = {}
  }

  assert {
    condition     = startswith(output.packed, "H4sI")
    error_message = output.packed
  }
}

# The SHA-256 of both names begins with 748ab.
run "two_functions_with_one_short_key_are_refused" {
  command = plan
  module {
    source = "../modules/function-ids"
  }
  variables {
    ids = { "fn-638" = "a", "fn-1301" = "b" }
  }
  expect_failures = [output.packed]
}

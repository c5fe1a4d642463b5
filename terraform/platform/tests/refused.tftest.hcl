# What is wrong with the configuration is said before anything is made.

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
  tenancy_ocid     = "ocid1.tenancy.oc1..testtesttesttesttest"
  compartment_ocid = "ocid1.compartment.oc1..testtesttesttesttest"
  region           = "eu-frankfurt-1"
  functions_file   = "tests/fixtures/functions.json"
}

run "the_tenancy_as_the_compartment" {
  command = plan
  variables {
    compartment_ocid = "ocid1.tenancy.oc1..testtesttesttesttest"
  }
  expect_failures = [var.compartment_ocid]
}

run "an_image_before_the_build" {
  command = plan
  variables {
    image_tag      = "1.0.0"
    functions_file = "tests/fixtures/not-built.json"
  }
  expect_failures = [var.image_tag]
}

run "an_image_tag_with_a_space" {
  command = plan
  variables {
    image_tag = "1.0 beta"
  }
  expect_failures = [var.image_tag]
}

run "an_unknown_way_of_keeping_warm" {
  command = plan
  variables {
    keep_warm = "sometimes"
  }
  expect_failures = [var.keep_warm]
}

run "provisioned_concurrency_that_is_no_multiple_of_ten" {
  command = plan
  variables {
    provisioned_concurrency = 15
  }
  expect_failures = [var.provisioned_concurrency]
}

run "a_private_endpoint_of_a_free_database" {
  command = plan
  variables {
    database_access = "private-endpoint"
  }
  expect_failures = [var.database_access]
}

run "a_network_that_is_too_small" {
  command = plan
  variables {
    vcn_cidr = "10.20.0.0/24"
  }
  expect_failures = [var.vcn_cidr]
}

run "a_log_retention_that_oci_does_not_have" {
  command = plan
  variables {
    log_retention_days = 45
  }
  expect_failures = [var.log_retention_days]
}

run "the_examples_tenancy" {
  command = plan
  variables {
    tenancy_ocid = "ocid1.tenancy.oc1..aaaa"
  }
  expect_failures = [var.tenancy_ocid]
}

run "the_examples_compartment" {
  command = plan
  variables {
    compartment_ocid = "ocid1.compartment.oc1..aaaa"
  }
  expect_failures = [var.compartment_ocid]
}

run "a_region_by_its_short_name" {
  command = plan
  variables {
    region = "FRA"
  }
  expect_failures = [var.region]
}

run "the_examples_address" {
  command = plan
  variables {
    alarm_email = "you@example.org"
  }
  expect_failures = [var.alarm_email]
}

run "an_always_free_database_away_from_home" {
  command = plan
  variables {
    home_region = "us-ashburn-1"
  }
  expect_failures = [var.database_always_free]
}

run "an_unknown_architecture" {
  command = plan
  variables {
    application_shape = "GENERIC_RISCV"
  }
  expect_failures = [var.application_shape]
}

run "an_unknown_way_of_naming_schedules" {
  command = plan
  variables {
    schedule_principal = "nobody"
  }
  expect_failures = [var.schedule_principal]
}

run "more_tags_than_oci_takes" {
  command = plan
  variables {
    freeform_tags = { a = "1", b = "2", c = "3", d = "4", e = "5", f = "6", g = "7" }
  }
  expect_failures = [var.freeform_tags]
}

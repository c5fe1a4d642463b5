# What OCI would compute, so that the tests run without an account: against the real provider, or a stand-in that
# knows its schema. Everything else is made up by terraform.

mock_resource "oci_functions_invoke_function" {
  defaults = {
    content = "{\"ok\":true,\"clan\":\"newclan\",\"did\":[\"made the user NEWCLAN\"]}"
  }
}

# Provisioning is safe to run again, and does when anything in its body changes. The body lies in the state, so
# there is no secret in it: the function reads the passwords from the vault. Destroying this resource does nothing.
resource "oci_functions_invoke_function" "provision" {
  function_id    = var.function_id
  fn_invoke_type = "sync"
  invoke_function_body = jsonencode({
    for key, value in {
      job              = "provision-clan"
      clan             = var.clan
      image            = var.image_tag
      password_version = var.password_version
      settings         = var.delete_data ? null : var.settings
      ranks            = var.delete_data ? null : var.ranks
      delete_data      = var.delete_data ? true : null
      confirm          = var.delete_data ? var.clan : null
    } : key => value if value != null
  })

  # A resource whose creation ends with a failed command is made again by the next apply: that is how applying again
  # asks again. The postcondition below says what is wrong; alone it would leave the refused answer in the state.
  provisioner "local-exec" {
    command = try(jsondecode(self.content).ok, false) == true ? "exit 0" : "exit 1"
  }

  lifecycle {
    precondition {
      condition     = var.function_id != ""
      error_message = "The platform has no functions yet: push the image and apply terraform/platform with image_tag first."
    }

    # OCI calls every answer of a function a success; what it says is looked at here. The provider may repeat a call
    # that broke, and then without its body: the function refuses that, or nothing comes back.
    postcondition {
      condition     = try(jsondecode(self.content).ok, false) == true
      error_message = "Provisioning of the clan ${var.clan} failed: ${try(jsondecode(self.content).message, jsondecode(self.content).error, try(trimspace(self.content), "") == "" ? "the answer was empty" : "the answer was not understood: ${self.content}")}\nWhat was done stays. When the cause is fixed (for an empty answer nothing needs fixing), apply again: terraform -chdir=terraform apply -var clan=${var.clan}"
    }
  }
}

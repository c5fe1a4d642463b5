data "oci_objectstorage_namespace" "this" {
  compartment_id = var.compartment_id
}

resource "oci_artifacts_container_repository" "this" {
  compartment_id = var.compartment_id
  display_name   = var.repository_name
  is_public      = false
  # A tag names one image for ever: whoever pushes another one of that name is refused.
  is_immutable  = true
  freeform_tags = var.freeform_tags
}

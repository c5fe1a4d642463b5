data "oci_objectstorage_namespace" "this" {
  compartment_id = var.compartment_id
}

resource "oci_artifacts_container_repository" "this" {
  compartment_id = var.compartment_id
  display_name   = var.repository_name
  is_public      = false
  is_immutable   = false
  freeform_tags  = var.freeform_tags
}

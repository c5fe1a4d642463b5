output "image" {
  description = "Name of the image, without a tag."
  value       = "ocir.${var.region}.oci.oraclecloud.com/${data.oci_objectstorage_namespace.this.namespace}/${oci_artifacts_container_repository.this.display_name}"
}

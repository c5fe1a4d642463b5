# What each group needs and nothing more. A condition on a name excludes List calls, so listing the vault's
# secrets (names and tags, no contents) is a statement of its own, for the jobs that serve all clans.
locals {
  policies = {
    front-door = concat(
      [
        "Allow ${try(local.group["front-door"], "")} to read secret-bundles ${local.where} where all {target.secret.name = /clan-*/, target.secret.name != /*-keys/, target.secret.name != /*-db/}",
      ],
      [
        for name in var.called_by_front_door :
        "Allow ${try(local.group["front-door"], "")} to use fn-invocation ${local.where} where target.function.id = '${var.function_ids[name]}'"
      ],
    )
    warm = [
      for name in var.commands :
      "Allow ${try(local.group["warm"], "")} to use fn-invocation ${local.where} where target.function.id = '${var.function_ids[name]}'"
    ]
    workers = [
      "Allow ${try(local.group["workers"], "")} to read secret-bundles ${local.where} where target.secret.name = /clan-*/",
      "Allow ${try(local.group["workers"], "")} to use queue-push ${local.where} where target.queue.id = '${var.queue_id}'",
    ]
    jobs = [
      "Allow ${try(local.group["jobs"], "")} to inspect secrets ${local.where}",
    ]
    outbox = [
      "Allow ${try(local.group["outbox"], "")} to use queue-pull ${local.where} where target.queue.id = '${var.queue_id}'",
    ]
    provision = [
      "Allow ${try(local.group["provision"], "")} to read secret-bundles ${local.where} where any {target.secret.name = /clan-*/, target.secret.name = '${var.admin_secret_name}'}",
      "Allow ${try(local.group["provision"], "")} to inspect secrets ${local.where}",
    ]
  }
}

resource "oci_identity_policy" "functions" {
  provider = oci.home
  for_each = local.groups

  compartment_id = var.compartment_id
  name           = "${var.name}-${each.key}"
  description    = "What ${join(", ", each.value)} may do"
  statements     = local.policies[each.key]
  freeform_tags  = var.freeform_tags
}

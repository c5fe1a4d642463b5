# What each group needs and nothing more. Secrets by the kind their name begins with: positive patterns only, since
# no public policy shows a negated one at work. A condition on a name excludes List calls, so listing the vault's
# secrets (names and tags, no contents) is a statement of its own.
locals {
  identities = "target.secret.name = /clan-identity-*/"
  records    = "target.secret.name = /clan-identity-*/, target.secret.name = /clan-keys-*/, target.secret.name = /clan-database-*/"

  # OCI takes 50 statements a policy and 500 from the root to a compartment, so ten functions share a statement.
  functions_at_once = 10
  calls = {
    for caller, names in { front-door = var.called_by_front_door, warm = var.commands } : caller => [
      for some in chunklist(names, local.functions_at_once) :
      "Allow ${try(local.group[caller], "")} to use fn-invocation ${local.where} where any {${join(", ", [for name in some : "target.function.id = '${var.function_ids[name]}'"])}}"
    ]
  }

  policies = {
    front-door = concat(
      [
        "Allow ${try(local.group["front-door"], "")} to read secret-bundles ${local.where} where ${local.identities}",
        "Allow ${try(local.group["front-door"], "")} to inspect secrets ${local.where}",
      ],
      local.calls["front-door"],
    )
    warm = local.calls["warm"]
    workers = [
      "Allow ${try(local.group["workers"], "")} to read secret-bundles ${local.where} where any {${local.records}}",
      "Allow ${try(local.group["workers"], "")} to use queue-push ${local.where} where target.queue.id = '${var.queue_id}'",
    ]
    jobs = [
      "Allow ${try(local.group["jobs"], "")} to inspect secrets ${local.where}",
    ]
    outbox = [
      "Allow ${try(local.group["outbox"], "")} to use queue-pull ${local.where} where target.queue.id = '${var.queue_id}'",
    ]
    provision = [
      "Allow ${try(local.group["provision"], "")} to read secret-bundles ${local.where} where any {${local.records}, target.secret.name = '${var.admin_secret_name}'}",
      "Allow ${try(local.group["provision"], "")} to inspect secrets ${local.where}",
    ]
  }
}

resource "oci_identity_policy" "functions" {
  provider = oci.home
  for_each = local.groups

  compartment_id = var.compartment_id
  name           = "${var.name}-${each.key}"
  description    = "${var.name}: what ${local.described[each.key]} may do"
  statements     = local.policies[each.key]
  freeform_tags  = var.freeform_tags
}

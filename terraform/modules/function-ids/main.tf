# The ids of 60 functions in one variable of a function's configuration, which OCI limits to 4 KB in all. An id is
# about 95 characters, of which 60 differ; what they share is said once, a function is named by five hex digits of its
# name's SHA-256, and gzip takes the rest (60 ids: about 3,490 bytes). shared/platform/function-ids.ts reads it.
locals {
  prefix = try(regex("^.*\\.", values(var.ids)[0]), "")
  keys   = { for name in keys(var.ids) : name => substr(sha256(name), 0, 5) }
  text   = join("\n", concat([local.prefix], [for name, id in var.ids : "${local.keys[name]}${trimprefix(id, local.prefix)}"]))
}

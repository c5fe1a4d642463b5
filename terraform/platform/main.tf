locals {
  tags = merge(var.freeform_tags, { project = "clan-bot", platform = var.name, managed-by = "terraform" })

  # No image, no functions: OCI makes none without one in the registry.
  functions = var.image_tag == "" ? {} : {
    for function in jsondecode(file("${path.root}/${var.functions_file}")) :
    function.name => { for key, value in function : key => value if key != "name" }
  }
  has_functions    = length(local.functions) > 0
  monitored        = local.has_functions && var.keep_warm != "off"
  private_database = var.database_access == "private-endpoint"
  database_path    = var.database_always_free ? "nat" : (local.private_database ? "private-endpoint" : "service-gateway")
  repository_name  = "${var.name}/bot"
}

module "network" {
  source = "../modules/network"

  compartment_id = var.compartment_ocid
  name           = var.name
  vcn_cidr       = var.vcn_cidr
  database_ports = { min = 1521, max = 1522 }
  database_path  = local.database_path
  freeform_tags  = local.tags
}

module "vault" {
  source = "../modules/vault"

  compartment_id = var.compartment_ocid
  name           = var.name
  freeform_tags  = local.tags
}

module "database" {
  source = "../modules/database"

  compartment_id  = var.compartment_ocid
  name            = var.name
  db_name         = var.database_name
  always_free     = var.database_always_free
  ecpu_count      = var.database_ecpus
  admin_secret_id = module.vault.admin_secret_id
  access_list     = module.network.database_access_list
  private_endpoint = local.private_database ? {
    subnet_id         = module.network.functions_subnet_id
    security_group_id = module.network.database_security_group_id
  } : null
  freeform_tags = local.tags
}

module "failure_queue" {
  source = "../modules/failure-queue"

  compartment_id = var.compartment_ocid
  name           = var.name
  freeform_tags  = local.tags
}

module "repository" {
  source = "../modules/repository"

  compartment_id  = var.compartment_ocid
  repository_name = local.repository_name
  region          = var.region
  freeform_tags   = local.tags
}

resource "oci_functions_application" "this" {
  compartment_id             = var.compartment_ocid
  display_name               = var.name
  subnet_ids                 = [module.network.functions_subnet_id]
  network_security_group_ids = [module.network.functions_security_group_id]
  shape                      = var.application_shape
  freeform_tags              = local.tags
}

module "functions" {
  source = "../modules/functions"

  application_id          = oci_functions_application.this.id
  functions               = local.functions
  image                   = module.repository.image
  image_tag               = var.image_tag
  provision_image_tag     = coalesce(var.provision_image_tag, var.image_tag, "none")
  keep_warm               = var.keep_warm
  provisioned_concurrency = var.provisioned_concurrency
  failure_queue = {
    queue_id          = module.failure_queue.queue_id
    messages_endpoint = module.failure_queue.messages_endpoint
  }
  common_config = {
    VAULT_ID       = module.vault.vault_id
    COMPARTMENT_ID = var.compartment_ocid
    LOG_LEVEL      = var.log_level
  }
  provision_config = {
    ADMIN_SECRET = module.vault.admin_secret_name
    QUOTA_MB     = tostring(var.clan_quota_mb)
  }
  freeform_tags = local.tags
}

module "access" {
  source    = "../modules/access"
  providers = { oci = oci, oci.home = oci.home }

  tenancy_id           = var.tenancy_ocid
  compartment_id       = var.compartment_ocid
  name                 = var.name
  function_ids         = module.functions.ids
  front_door           = module.functions.front_door
  commands             = module.functions.commands
  called_by_front_door = module.functions.called_by_front_door
  admin_secret_name    = module.vault.admin_secret_name
  queue_id             = module.failure_queue.queue_id
  repository_name      = local.repository_name
  schedule_principal   = var.schedule_principal
  freeform_tags        = local.tags
}

module "gateway" {
  source = "../modules/gateway"

  compartment_id        = var.compartment_ocid
  name                  = var.name
  subnet_id             = module.network.gateway_subnet_id
  security_group_id     = module.network.gateway_security_group_id
  front_door_id         = local.has_functions ? module.functions.ids[module.functions.front_door] : null
  has_routes            = local.has_functions
  rate_limit_per_second = var.rate_limit_per_second
  freeform_tags         = local.tags
}

module "keep_warm" {
  source = "../modules/keep-warm"
  count  = local.has_functions ? 1 : 0

  compartment_id    = var.compartment_ocid
  name              = var.name
  monitored         = local.monitored
  hostname          = module.gateway.hostname
  vantage_points    = var.vantage_points
  deliver_outbox_id = module.functions.ids["deliver-outbox"]
  freeform_tags     = local.tags
}

module "monitoring" {
  source = "../modules/monitoring"

  compartment_id = var.compartment_ocid
  name           = var.name
  application_id = oci_functions_application.this.id
  deployment_id  = module.gateway.deployment_id
  has_routes     = local.has_functions
  queue_id       = module.failure_queue.queue_id
  monitor_id     = one(module.keep_warm[*].monitor_id)
  has_monitor    = local.monitored
  retention_days = var.log_retention_days
  alarm_email    = var.alarm_email
  freeform_tags  = local.tags
}

module "budget" {
  source    = "../modules/budget"
  count     = var.monthly_budget > 0 ? 1 : 0
  providers = { oci = oci, oci.home = oci.home }

  tenancy_id     = var.tenancy_ocid
  compartment_id = var.compartment_ocid
  name           = var.name
  monthly_amount = var.monthly_budget
  recipient      = var.alarm_email
  freeform_tags  = local.tags
}

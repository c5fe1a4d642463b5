data "terraform_remote_state" "platform" {
  backend = var.platform_state.backend
  config  = var.platform_state.config

  lifecycle {
    postcondition {
      condition = try(alltrue([
        for key in ["compartment_id", "region", "vault_id", "key_id", "connect_string", "hostname"] :
        length(self.outputs.clan[key]) > 0
      ]), false)
      error_message = "The platform is not applied completely: its state lacks what a clan needs (vault, database, gateway). Apply it again until it ends without an error: terraform -chdir=terraform/platform apply"
    }
  }
}

locals {
  platform = data.terraform_remote_state.platform.outputs.clan
  clan     = module.state_owner.clan
  tags     = merge(var.freeform_tags, { project = "clan-bot", clan = local.clan, managed-by = "terraform" })
}

# Keeps the name of the clan that this state was made for.
resource "terraform_data" "owner" {
  input = var.clan

  lifecycle {
    ignore_changes = [input]
  }
}

module "state_owner" {
  source = "./modules/state-owner"

  clan  = var.clan
  owner = terraform_data.owner.output
}

module "files" {
  source = "./modules/clan-files"

  clan      = var.clan
  directory = "${path.root}/${var.configs_dir}"
}

module "secrets" {
  source = "./modules/clan-secrets"

  clan           = local.clan
  compartment_id = local.platform.compartment_id
  vault_id       = local.platform.vault_id
  key_id         = local.platform.key_id
  identity       = module.files.identity
  connect_string = local.platform.connect_string
  bot_token      = var.bot_token
  roblox_api_key = var.roblox_api_key
  freeform_tags  = local.tags
}

# Provisioning reads the clan's record from the vault.
module "schema" {
  source     = "./modules/clan-schema"
  depends_on = [module.secrets]

  clan             = local.clan
  function_id      = local.platform.provision_clan_id
  settings         = module.files.settings
  ranks            = module.files.ranks
  image_tag        = local.platform.image_tag
  password_version = module.secrets.password_version
  delete_data      = var.delete_data
}

module "schedule" {
  source     = "./modules/clan-schedule"
  depends_on = [module.schema]

  clan           = local.clan
  compartment_id = local.platform.compartment_id
  function_id    = local.platform.sync_ranks_id
  active         = !var.delete_data
  freeform_tags  = local.tags
}

variable "tenancy_ocid" {
  description = "The tenancy: dynamic groups and the budget belong to it."
  type        = string

  validation {
    condition     = startswith(var.tenancy_ocid, "ocid1.tenancy.")
    error_message = "tenancy_ocid must be a tenancy's OCID (ocid1.tenancy...)."
  }

  validation {
    condition     = can(regex("\\.[a-zA-Z0-9]{20,}$", var.tenancy_ocid))
    error_message = "tenancy_ocid \"${var.tenancy_ocid}\" ends too early: it is the example's, or was not copied whole. The console shows yours under Profile, Tenancy; so does ~/.oci/config."
  }
}

variable "compartment_ocid" {
  description = "An empty compartment for everything else."
  type        = string

  validation {
    condition     = startswith(var.compartment_ocid, "ocid1.compartment.")
    error_message = "compartment_ocid must be a compartment's OCID (ocid1.compartment...). The tenancy itself is refused: policies would reach everything in it."
  }

  validation {
    condition     = can(regex("\\.[a-zA-Z0-9]{20,}$", var.compartment_ocid))
    error_message = "compartment_ocid \"${var.compartment_ocid}\" ends too early: it is the example's, or was not copied whole. The console shows it under Identity, Compartments."
  }
}

variable "region" {
  description = "Where the bot runs, such as eu-frankfurt-1."
  type        = string

  validation {
    condition     = can(regex("^[a-z]{2,3}(-[a-z]+)+-[0-9]+$", var.region))
    error_message = "region must be a region's identifier, such as eu-frankfurt-1 or us-ashburn-1."
  }
}

variable "home_region" {
  description = "The tenancy's home region, where it is another one."
  type        = string
  default     = null
}

variable "name" {
  description = "Beginning of every display name; lets several platforms share a tenancy."
  type        = string
  default     = "clan-bot"

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,19}$", var.name))
    error_message = "name must be 2 to 20 of a-z, 0-9 and -, starting with a letter."
  }
}

variable "image_tag" {
  description = "Version of the image that the functions run. Empty for the first apply: there is no image in the registry yet, so everything but functions, routes and schedules is made."
  type        = string
  default     = ""

  validation {
    condition     = var.image_tag == "" || can(regex("^[\\w][\\w.-]{0,127}$", var.image_tag))
    error_message = "image_tag must be the tag of a pushed image, such as 1.0.0; or empty."
  }

  validation {
    condition     = var.image_tag == "" || fileexists("${path.root}/${var.functions_file}")
    error_message = "${var.functions_file} (seen from terraform/platform) is not there. It lists the functions that the code declares: run \"npm run build\" first."
  }
}

variable "provision_image_tag" {
  description = "Version of provision-clan where it differs: an upgrade changes it first (docs/UPGRADING.md). Null: image_tag."
  type        = string
  default     = null
}

variable "application_shape" {
  description = "Processors of the functions: GENERIC_X86 or GENERIC_ARM. The image must be built for them. Changing it later replaces all functions, so their ids change."
  type        = string
  default     = "GENERIC_X86"

  validation {
    condition     = contains(["GENERIC_X86", "GENERIC_ARM"], var.application_shape)
    error_message = "application_shape must be GENERIC_X86 or GENERIC_ARM: the image is built for one of them."
  }
}

variable "functions_file" {
  description = "What the build says of the functions, seen from terraform/platform."
  type        = string
  default     = "../../dist/functions.json"
}

variable "keep_warm" {
  description = "Who is kept warm by a monitor that asks /health every minute: all, front-door, or off. docs/COSTS.md says what each means for the first answer and for the bill."
  type        = string
  default     = "all"

  validation {
    condition     = contains(["all", "front-door", "off"], var.keep_warm)
    error_message = "keep_warm must be all, front-door or off."
  }
}

variable "vantage_points" {
  description = "Where the monitor asks from, by the names of OCI's vantage points. One is enough; each more asks once more a minute. Empty: one that OCI has."
  type        = list(string)
  default     = []
}

variable "schedule_principal" {
  description = "How the policy names the schedules that call functions. Public examples show two ways: as members of a dynamic group, or any-user by the type resourceschedule. both: whichever OCI wants. dynamic-group is narrower, when a schedule was seen to run with it."
  type        = string
  default     = "both"

  validation {
    condition     = contains(["both", "dynamic-group", "any-user"], var.schedule_principal)
    error_message = "schedule_principal must be both, dynamic-group or any-user."
  }
}

variable "provisioned_concurrency" {
  description = "Units of provisioned concurrency of the front door, for bursts. They are billed while idle. 0: none."
  type        = number
  default     = 0

  validation {
    condition     = var.provisioned_concurrency >= 0 && var.provisioned_concurrency % 10 == 0
    error_message = "provisioned_concurrency must be 0 or a multiple of 10."
  }
}

variable "rate_limit_per_second" {
  description = "Requests a second that the gateway lets through from one address. Discord sends all clans' interactions from few addresses."
  type        = number
  default     = 100

  validation {
    condition     = var.rate_limit_per_second >= 1
    error_message = "rate_limit_per_second must be at least 1."
  }
}

variable "vcn_cidr" {
  description = "Addresses of the network."
  type        = string
  default     = "10.20.0.0/16"

  validation {
    condition     = can(cidrhost(var.vcn_cidr, 0)) && try(tonumber(split("/", var.vcn_cidr)[1]), 99) <= 23
    error_message = "vcn_cidr must be a network of /23 or larger, such as 10.20.0.0/16."
  }
}

variable "database_always_free" {
  description = "An Always Free database: 20 GB and 30 sessions, enough for a few clans. A tenancy may have two, in its home region only."
  type        = bool
  default     = true

  validation {
    condition     = !var.database_always_free || var.home_region == null || var.home_region == var.region
    error_message = "An Always Free database exists in the tenancy's home region only: set region = \"${coalesce(var.home_region, "the home region")}\" and leave home_region out, or database_always_free = false."
  }
}

variable "database_access" {
  description = "access-list: a public address that lets in the functions only (an Always Free one: the NAT gateway's address). private-endpoint: an address in this network (a paid database only)."
  type        = string
  default     = "access-list"

  validation {
    condition     = contains(["access-list", "private-endpoint"], var.database_access)
    error_message = "database_access must be access-list or private-endpoint."
  }

  validation {
    condition     = var.database_access == "access-list" || !var.database_always_free
    error_message = "An Always Free database can have no private endpoint: set database_always_free = false, or database_access = \"access-list\"."
  }
}

variable "database_ecpus" {
  description = "ECPUs of a paid database; it scales to three times that by itself."
  type        = number
  default     = 2
}

variable "database_name" {
  description = "Name of the database, unique in the tenancy and region."
  type        = string
  default     = "clanbot"

  validation {
    condition     = can(regex("^[a-zA-Z][a-zA-Z0-9]{0,29}$", var.database_name))
    error_message = "database_name must be up to 30 letters and digits, starting with a letter."
  }
}

variable "clan_quota_mb" {
  description = "Room of one clan's schema, in MB. A clan of 1,000 members writes about 50 MB a year."
  type        = number
  default     = 500

  validation {
    condition     = var.clan_quota_mb >= 50
    error_message = "clan_quota_mb must be at least 50."
  }
}

variable "log_level" {
  description = "The least that functions log."
  type        = string
  default     = "info"

  validation {
    condition     = contains(["debug", "info", "warning", "error", "critical"], var.log_level)
    error_message = "log_level must be debug, info, warning, error or critical."
  }
}

variable "log_retention_days" {
  description = "How long logs are kept."
  type        = number
  default     = 30

  validation {
    condition     = contains([30, 60, 90, 120, 150, 180], var.log_retention_days)
    error_message = "log_retention_days must be 30, 60, 90, 120, 150 or 180."
  }
}

variable "alarm_email" {
  description = "Who is told of alarms and of the budget; empty: nobody. Oracle asks the address to confirm."
  type        = string
  default     = ""

  validation {
    condition     = var.alarm_email == "" || can(regex("^[^@\\s]+@[^@\\s]+$", var.alarm_email))
    error_message = "alarm_email must be an address, or empty."
  }

  validation {
    condition     = !can(regex("@(.*\\.)?example\\.(com|net|org)$", lower(var.alarm_email)))
    error_message = "alarm_email \"${var.alarm_email}\" is the example's: nobody would read the alarms. Set yours, or leave it empty."
  }
}

variable "monthly_budget" {
  description = "In the tenancy's currency; a warning, no limit. 0: no budget."
  type        = number
  default     = 10

  validation {
    condition     = var.monthly_budget >= 0
    error_message = "monthly_budget must not be negative."
  }
}

variable "freeform_tags" {
  description = "Tags of every resource, on top of the project's own."
  type        = map(string)
  default     = {}

  validation {
    condition     = length(var.freeform_tags) <= 6
    error_message = "freeform_tags can hold 6 at most: OCI takes 10 a resource, and 4 are the project's own."
  }
}

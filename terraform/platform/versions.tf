terraform {
  required_version = ">= 1.9.0"
  required_providers {
    oci = {
      source  = "oracle/oci"
      version = ">= 8.0.0, < 9.0.0"
    }
    time = {
      source  = "hashicorp/time"
      version = ">= 0.11.0, < 1.0.0"
    }
  }
}

provider "oci" {
  region = var.region
}

# Groups, policies and budgets can be changed in the tenancy's home region only.
provider "oci" {
  alias  = "home"
  region = coalesce(var.home_region, var.region)
}

resource "oci_apigateway_gateway" "this" {
  compartment_id             = var.compartment_id
  display_name               = "${var.name}-gateway"
  endpoint_type              = "PUBLIC"
  subnet_id                  = var.subnet_id
  network_security_group_ids = [var.security_group_id]
  freeform_tags              = var.freeform_tags
}

# One deployment with two routes for all clans: a gateway has room for 20 deployments of 50 routes and no more.
# The gateway checks no body: what it makes of "application/json; charset=utf-8" is said nowhere, and the front door
# checks every body itself and refuses what is over 1 MB.
resource "oci_apigateway_deployment" "this" {
  count          = var.has_routes ? 1 : 0
  compartment_id = var.compartment_id
  gateway_id     = oci_apigateway_gateway.this.id
  display_name   = "${var.name}-routes"
  path_prefix    = "/"
  freeform_tags  = var.freeform_tags

  specification {
    logging_policies {
      access_log {
        is_enabled = true
      }
      execution_log {
        is_enabled = true
        log_level  = "WARN"
      }
    }

    request_policies {
      rate_limiting {
        rate_key                    = "CLIENT_IP"
        rate_in_requests_per_second = var.rate_limit_per_second
      }
    }

    routes {
      path    = "/interactions/{clan}"
      methods = ["POST"]

      backend {
        type        = "ORACLE_FUNCTIONS_BACKEND"
        function_id = var.front_door_id
      }
    }

    routes {
      path    = "/health"
      methods = ["GET"]

      backend {
        type        = "ORACLE_FUNCTIONS_BACKEND"
        function_id = var.front_door_id
      }
    }
  }
}

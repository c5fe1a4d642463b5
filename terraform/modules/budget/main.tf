resource "oci_budget_budget" "this" {
  provider = oci.home

  compartment_id = var.tenancy_id
  display_name   = "${var.name}-budget"
  description    = "What the clan bot may cost in a month"
  amount         = var.monthly_amount
  reset_period   = "MONTHLY"
  target_type    = "COMPARTMENT"
  targets        = [var.compartment_id]
  freeform_tags  = var.freeform_tags
}

resource "oci_budget_alert_rule" "this" {
  provider = oci.home
  for_each = var.recipient == "" ? {} : { ACTUAL = 80, FORECAST = 100 }

  budget_id      = oci_budget_budget.this.id
  display_name   = "${var.name}-${lower(each.key)}"
  type           = each.key
  threshold      = each.value
  threshold_type = "PERCENTAGE"
  recipients     = var.recipient
  message        = "The clan bot's costs reach ${each.value} percent of its monthly budget (${lower(each.key)})."
  freeform_tags  = var.freeform_tags
}

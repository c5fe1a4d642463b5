# A function's configuration holds the ids of those that it calls, so functions are made in three levels: those
# that call nobody, then warm, which calls the commands, then the front door, which calls commands and jobs.
locals {
  front_door = { for name, function in var.functions : name => function if function.kind == "front-door" }
  warm       = { for name, function in var.functions : name => function if name == "warm" }
  workers = {
    for name, function in var.functions : name => function
    if function.kind != "front-door" && name != "warm"
  }

  commands = [for name, function in var.functions : name if function.kind == "command"]
  # Jobs that somebody else calls: the schedule (sync-ranks) and the operator (provision-clan) have their own ways.
  called_by_front_door = concat(
    local.commands,
    [for name in keys(var.functions) : name if name == "deliver-outbox" || (name == "warm" && var.keep_warm == "all")],
  )

  # OCI: at most 4 KB of configuration in all. It says the octets of keys and values.
  config_limit = 4096
}

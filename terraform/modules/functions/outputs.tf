output "ids" {
  description = "Id of each function, by name."
  value = merge(
    { for name, function in oci_functions_function.worker : name => function.id },
    { for name, function in oci_functions_function.warm : name => function.id },
    { for name, function in oci_functions_function.front_door : name => function.id },
  )
}

output "invoke_url" {
  description = "Base of the calls of functions."
  value       = local.invoke_url
}

output "front_door" {
  description = "Name of the function that Discord reaches; null without functions."
  value       = one(keys(local.front_door))
}

output "called_by_front_door" {
  description = "Names of the functions that the front door may call."
  value       = local.called_by_front_door
}

output "commands" {
  description = "Names of the command functions."
  value       = local.commands
}

variable "application_id" {
  description = "The functions application."
  type        = string
}

variable "functions" {
  description = "What the code declares, by name: dist/functions.json. Empty while there is no image."
  type = map(object({
    kind                   = string
    memoryMb               = number
    timeoutSeconds         = number
    detachedTimeoutSeconds = number
  }))

  # What OCI takes: these memory sizes, 5 to 300 s synchronously, 5 to 3600 s detached.
  validation {
    condition = alltrue([
      for function in var.functions :
      contains([128, 256, 512, 1024, 2048, 3072], function.memoryMb) && function.timeoutSeconds >= 5 && function.timeoutSeconds <= 300 && function.detachedTimeoutSeconds >= 5 && function.detachedTimeoutSeconds <= 3600
    ])
    error_message = "OCI takes memory of 128, 256, 512, 1024, 2048 or 3072 MB, time-outs of 5 to 300 s, and 5 to 3600 s detached. Not so: ${join(", ", [
      for name, function in var.functions : name
      if !(contains([128, 256, 512, 1024, 2048, 3072], function.memoryMb) && function.timeoutSeconds >= 5 && function.timeoutSeconds <= 300 && function.detachedTimeoutSeconds >= 5 && function.detachedTimeoutSeconds <= 3600)
    ])}. Look at their declarations, then run \"npm run build\"."
  }

  validation {
    condition     = length(var.functions) == 0 || length([for function in var.functions : 1 if function.kind == "front-door"]) == 1
    error_message = "Exactly one function must be the front door."
  }

  validation {
    condition     = length(var.functions) == 0 || length(setsubtract(["warm", "deliver-outbox", "sync-ranks", "provision-clan"], keys(var.functions))) == 0
    error_message = "dist/functions.json lacks a function that the platform calls: ${join(", ", setsubtract(["warm", "deliver-outbox", "sync-ranks", "provision-clan"], keys(var.functions)))}. Run \"npm run build\"."
  }
}

variable "image" {
  description = "Name of the image, without a tag."
  type        = string
}

variable "image_tag" {
  description = "Version of all functions but provision-clan."
  type        = string
}

variable "provision_image_tag" {
  description = "Version of provision-clan: first to change in an upgrade."
  type        = string
}

variable "keep_warm" {
  description = "all: the front door hands the monitor's call on to warm; front-door: it does not; off: there is no monitor."
  type        = string
}

variable "provisioned_concurrency" {
  description = "Units of provisioned concurrency of the front door; 0: none."
  type        = number
}

variable "common_config" {
  description = "Configuration of every function; no secret."
  type        = map(string)
}

variable "provision_config" {
  description = "Configuration of provision-clan on top; no secret."
  type        = map(string)
}

variable "failure_queue" {
  description = "Where failed detached invocations go."
  type        = object({ queue_id = string, messages_endpoint = string })
}

variable "freeform_tags" {
  description = "Tags of every resource."
  type        = map(string)
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const TFVARS = 'terraform/platform/terraform.tfvars';
export const APPLY = 'terraform -chdir=terraform/platform apply';

const FOLDER = 'terraform/platform';
const ASSIGNMENT = /^\s*(\w+)\s*=\s*(?:"([^"$]*)"|(true|false|null|-?\d+(?:\.\d+)?))\s*(?:(?:#|\/\/).*)?$/;

/** The variables of `terraform/platform` that preflight needs. Undefined: nobody says. */
export interface PlatformVariables {
  readonly tenancyId: string | undefined;
  readonly compartmentId: string | undefined;
  readonly region: string | undefined;
  readonly homeRegion: string | undefined;
  /** Beginning of every name. */
  readonly name: string;
  readonly alwaysFree: boolean;
  readonly monitored: boolean;
  /** Empty: the functions have not been asked for yet. */
  readonly imageTag: string;
  /** Of provision-clan, which an upgrade changes first. */
  readonly provisionImageTag: string;
  readonly shape: string;
  /** Whether schedules are let in as members of a dynamic group. */
  readonly schedulesByGroup: boolean;
  readonly hasBudget: boolean;
}

/**
 * Reads the variables as Terraform does: `TF_VAR_...`, then terraform.tfvars, then *.auto.tfvars by name, the later
 * one winning. Only plain values are read; the defaults are those of variables.tf.
 */
export function readPlatformVariables(
  environment: Readonly<Record<string, string | undefined>>,
  directory = '.',
): PlatformVariables {
  const found = new Map<string, string>();
  for (const [name, value] of Object.entries(environment)) {
    if (name.startsWith('TF_VAR_') && value !== undefined) found.set(name.slice(7), value);
  }
  for (const file of filesIn(join(directory, FOLDER))) {
    for (const line of readFileSync(file, 'utf8').split(/\r?\n/)) {
      const [, name, text, plain] = ASSIGNMENT.exec(line) ?? [];
      if (name !== undefined) found.set(name, text ?? (plain === 'null' ? '' : (plain ?? '')));
    }
  }
  const given = (name: string) => (found.get(name) === '' ? undefined : found.get(name));
  const imageTag = given('image_tag') ?? '';
  return {
    tenancyId: given('tenancy_ocid'),
    compartmentId: given('compartment_ocid') ?? environment['COMPARTMENT_ID'],
    region: given('region'),
    homeRegion: given('home_region'),
    name: given('name') ?? 'clan-bot',
    alwaysFree: given('database_always_free') !== 'false',
    monitored: given('keep_warm') !== 'off',
    imageTag,
    provisionImageTag: given('provision_image_tag') ?? imageTag,
    shape: given('application_shape') ?? 'GENERIC_X86',
    schedulesByGroup: given('schedule_principal') !== 'any-user',
    hasBudget: given('monthly_budget') !== '0',
  };
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder);
  const automatic = names.filter((name) => name.endsWith('.auto.tfvars')).sort();
  return [...names.filter((name) => name === 'terraform.tfvars'), ...automatic].map((name) =>
    join(folder, name),
  );
}

import { existsSync } from 'node:fs';
import * as z from 'zod/mini';
import { loadVariables, readEnvFile } from '../../local/env-file.ts';

/** What `terraform -chdir=terraform/platform output -raw environment > .env.cloud` says of the platform. */
const Variables = z.object({
  VAULT_ID: z.string().check(z.minLength(1)),
  COMPARTMENT_ID: z.string().check(z.minLength(1)),
  INVOKE_URL: z.string().check(z.regex(/^https?:\/\/\S+$/, 'expected an http(s) URL')),
  FUNCTION_IDS: z.string(),
});
const Ids = z.record(z.string(), z.string());

export interface CloudEnvironment {
  readonly invokeUrl: string;
  readonly functionIds: Readonly<Record<string, string>>;
  /** All variables, for `shared/oci`. */
  readonly variables: Readonly<Record<string, string | undefined>>;
}

/** The platform in the cloud is not known here; the message says how to make it known. */
export class CloudEnvironmentError extends Error {
  override readonly name = 'CloudEnvironmentError';
}

const HOW =
  'terraform -chdir=terraform/platform output -raw environment > .env.cloud  (after the apply with an image)';

/** What `.env.cloud` holds: any of it set means that the cloud was meant, even where others are missing. */
const NAMES = Object.keys(Variables.shape);

/** Whether the environment (or `.env.cloud`) speaks of a platform in the cloud, and not of this machine. */
export function isCloud(variables: Readonly<Record<string, string | undefined>>): boolean {
  return NAMES.some((name) => variables[name] !== undefined) && variables['CLANS_DIR'] === undefined;
}

/** Reads `.env.cloud` into `process.env`; what is set already wins. Throws `CloudEnvironmentError` for an empty one. */
export function loadCloudFile(): void {
  if (!existsSync('.env.cloud')) return;
  const variables = readEnvFile('.env.cloud');
  if (!isCloud(variables)) throw new CloudEnvironmentError(`.env.cloud says nothing of a platform: ${HOW}`);
  loadVariables(variables);
}

/** Throws `CloudEnvironmentError`. */
export function parseCloudEnvironment(
  variables: Readonly<Record<string, string | undefined>>,
): CloudEnvironment {
  const parsed = Variables.safeParse(variables);
  if (!parsed.success) {
    const names = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
    throw new CloudEnvironmentError(`The platform in the cloud is not known here (${names}): ${HOW}`);
  }
  return {
    invokeUrl: parsed.data.INVOKE_URL,
    functionIds: parseIds(parsed.data.FUNCTION_IDS),
    variables,
  };
}

function parseIds(text: string): Readonly<Record<string, string>> {
  try {
    return Ids.parse(JSON.parse(text));
  } catch {
    throw new CloudEnvironmentError(`FUNCTION_IDS is no JSON of names and ids: ${HOW}`);
  }
}

import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify, stripVTControlCharacters } from 'node:util';
import * as z from 'zod/mini';

export const ROOT = resolve(import.meta.dirname, '../..');
const STAND_IN = resolve(ROOT, '../shared/tools/terraform-oci/terraform');
const SCHEMA = resolve(ROOT, '../shared/specs/oci-provider-schema.json');

export interface TerraformResult {
  readonly code: number;
  /** Standard output and errors together, without colours, lines joined where terraform wrapped them. */
  readonly text: string;
}

const run = promisify(execFile);

async function works(program: string): Promise<boolean> {
  try {
    await run(program, ['version']);
    return true;
  } catch {
    return false;
  }
}

const hasTerraform = await works('terraform');
const hasStandIn = hasTerraform && existsSync(STAND_IN) && existsSync(SCHEMA);

const hasProvider = ['terraform', 'terraform/platform'].every((root) =>
  existsSync(join(ROOT, root, '.terraform/providers')),
);

/** Why Terraform tests cannot run here; undefined when they can. */
export const noTerraform = hasTerraform ? undefined : 'terraform 1.9 or newer is not on the PATH';
/** Why nothing that needs the provider's schema can run here. */
export const noProvider =
  noTerraform ??
  (hasStandIn || hasProvider
    ? undefined
    : 'the OCI provider is not there: run "terraform init -backend=false" in terraform and terraform/platform');
/** Why nothing can be applied here: without the stand-in an apply would need an account. */
export const noApply =
  noTerraform ??
  (hasStandIn ? undefined : 'the stand-in for the OCI provider is not at ../shared/tools/terraform-oci');

if (noApply !== undefined) process.stderr.write(`Tests of Terraform are skipped: ${noApply}.\n`);

/** One change that terraform applied: the resource's final values, and what the configuration had set. */
const AppliedSchema = z.object({
  action: z.string(),
  type: z.string(),
  id: z.string(),
  values: z.record(z.string(), z.unknown()),
  /** Missing where something was deleted. */
  config: z.nullish(z.record(z.string(), z.unknown())),
});
export type Applied = z.infer<typeof AppliedSchema>;

/**
 * A copy of `terraform/`, `configs/` and the functions that the code declares, with states of its own. The stand-in
 * refuses what the service is known to refuse.
 */
export interface TerraformSandbox {
  readonly directory: string;
  /** `platform` or the clan's root. */
  run(root: 'platform' | 'clan', args: readonly string[], options?: RunOptions): Promise<TerraformResult>;
  /** Everything applied so far, in order. */
  applied(): Applied[];
  /** The text of every state file. */
  states(): string;
  stop(): void;
}

export interface RunOptions {
  /** What provision-clan answers; left out: something that is no answer. */
  readonly answer?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Every type that Terraform's files name. Terraform reads the whole schema anew in each of its runs. */
const NAMED = new Set(
  readdirSync(join(ROOT, 'terraform'), { encoding: 'utf8', recursive: true })
    .filter((file) => file.endsWith('.tf') && !file.includes('.terraform'))
    .flatMap((file) => readFileSync(join(ROOT, 'terraform', file), 'utf8').match(/\boci_\w+/g) ?? []),
);

/** The public address of every network that a workbench makes. */
export const NAT_ADDRESS = '192.0.2.10';

/** What only the service computes and the configuration needs: addresses, provisioning's answer. */
function schemaWith(answer: string | undefined): string {
  const profile = {
    consumer_group: 'LOW',
    display_name: 'clanbot_tp',
    host_format: 'FQDN',
    is_regional: true,
    protocol: 'TCPS',
    session_mode: 'DIRECT',
    syntax_format: 'LONG',
    tls_authentication: 'SERVER',
    value: 'tcps://adb.test:1521/clanbot_tp',
  };
  const strings = {
    all_connection_strings: {},
    dedicated: '',
    high: '',
    low: '',
    medium: '',
    profiles: [profile],
  };
  const schema = JSON.parse(readFileSync(SCHEMA, 'utf8'));
  for (const kind of ['resources', 'data_sources'])
    schema[kind] = Object.fromEntries(Object.entries(schema[kind]).filter(([type]) => NAMED.has(type)));
  schema.resources.oci_database_autonomous_database.attributes.connection_strings.default = [strings];
  schema.resources.oci_core_nat_gateway.attributes.nat_ip.default = NAT_ADDRESS;
  if (answer !== undefined)
    schema.resources.oci_functions_invoke_function.attributes.content.default = answer;
  return JSON.stringify(schema);
}

/** Makes a workbench with the clan of `terraform/tests/fixtures`, and a second one. */
export function makeTerraformSandbox(): TerraformSandbox {
  const directory = mkdtempSync(join(tmpdir(), 'clan-bot-terraform-'));
  cpSync(join(ROOT, 'terraform'), join(directory, 'terraform'), {
    recursive: true,
    filter: (path) => !/\.terraform($|\/)|\.tfstate|\.tfvars$/.test(path),
  });
  mkdirSync(join(directory, 'dist'));
  cpSync(join(ROOT, 'dist/functions.json'), join(directory, 'dist/functions.json'));
  writeClan(directory, 'newclan', '1100000000000000001');
  writeClan(directory, 'graves_family', '1100000000000000009');
  const log = join(directory, 'applied.jsonl');
  writeFileSync(log, '');

  return {
    directory,
    async run(root, args, { answer, env = {} } = {}) {
      const schema = join(directory, 'schema.json');
      writeFileSync(schema, schemaWith(answer));
      const folder = root === 'platform' ? 'terraform/platform' : 'terraform';
      return terraform(args, join(directory, folder), {
        ...env,
        OCI_STUB_REFUSE: '1',
        OCI_STUB_SCHEMA: schema,
        OCI_STUB_LOG: log,
        TF_DATA_DIR: join(directory, `data-${root}`),
      });
    },
    applied: () =>
      readFileSync(log, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => AppliedSchema.parse(JSON.parse(line))),
    states: () =>
      [
        'terraform/platform/terraform.tfstate',
        'terraform/terraform.tfstate',
        'terraform/terraform.tfstate.d/graves_family/terraform.tfstate',
      ]
        .map((file) => join(directory, file))
        .filter((file) => existsSync(file))
        .map((file) => readFileSync(file, 'utf8'))
        .join('\n'),
    stop: () => rmSync(directory, { recursive: true, force: true }),
  };
}

export function writeClan(directory: string, clan: string, applicationId: string): void {
  const folder = join(directory, 'configs', clan);
  mkdirSync(folder, { recursive: true });
  const fixtures = join(ROOT, 'terraform/tests/fixtures/configs/newclan');
  const settings = JSON.parse(readFileSync(join(fixtures, 'settings.json'), 'utf8'));
  writeFileSync(
    join(folder, 'settings.json'),
    JSON.stringify({ ...settings, clan_name: clan, application_id: applicationId }),
  );
  cpSync(join(fixtures, 'ranks.json'), join(folder, 'ranks.json'));
}

/** Runs terraform, through the stand-in where it is there. Never asks a question. */
export async function terraform(
  args: readonly string[],
  directory: string,
  env: Readonly<Record<string, string>> = {},
): Promise<TerraformResult> {
  const program = hasStandIn ? STAND_IN : 'terraform';
  const options = {
    cwd: directory,
    env: {
      ...process.env,
      ...env,
      TF_INPUT: '0',
      TF_IN_AUTOMATION: '1',
      CHECKPOINT_DISABLE: '1',
      NO_COLOR: '1',
    },
    maxBuffer: 64 * 1024 * 1024,
  };
  try {
    const { stdout, stderr } = await run(program, [...args], options);
    return { code: 0, text: flat(`${stdout}${stderr}`) };
  } catch (error) {
    const failed = z.object({ code: z.number(), stdout: z.string(), stderr: z.string() }).safeParse(error);
    if (!failed.success) throw error;
    return { code: failed.data.code, text: flat(`${failed.data.stdout}${failed.data.stderr}`) };
  }
}

function flat(text: string): string {
  return stripVTControlCharacters(text)
    .replace(/[│╷╵]/g, '')
    .replace(/[ \t]*\n[ \t]*/g, ' ')
    .replace(/\s+/g, ' ');
}

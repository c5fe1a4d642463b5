import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, vi } from 'vitest';
import { createClients } from '../../scripts/preflight/clients.ts';
import { asText, type Line } from '../../scripts/preflight/line.ts';
import { readPlatformVariables } from '../../scripts/preflight/platform-variables.ts';
import { type PreflightOptions, preflight } from '../../scripts/preflight/preflight.ts';
import { openTenancy } from '../../scripts/preflight/tenancy.ts';
import { openProfile, userOf } from '../../shared/oci/credentials.ts';
import { type FakeTenancy, startFakeTenancy } from '../oci/fake-tenancy.ts';
import { COMPARTMENT, emptyWorld, FUNCTIONS, SETTINGS, TENANCY, USER } from '../oci/tenancy-world.ts';

export const CONFIGS = resolve(import.meta.dirname, '../../configs');
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** A person's working directory, with the profile `BOT` of a tenancy that stands in for OCI. */
export interface Fixture {
  readonly directory: string;
  readonly oci: FakeTenancy;
  readonly configFile: string;
  /** Writes the profile; `key`: another one than OCI knows, `more`: instead of the user's line. */
  profile(options?: { key?: KeyObject; more?: string }): void;
  /** Writes terraform.tfvars: the three that have no default, and `more`, each as it stands there. */
  variables(more: Readonly<Record<string, string>>): void;
  /** Looks through Oracle's own clients. */
  look(
    changes?: Partial<PreflightOptions>,
    how?: { url?: string; timeoutMs?: number },
  ): Promise<readonly Line[]>;
  stop(): Promise<void>;
}

export async function makeFixture(): Promise<Fixture> {
  // Where Oracle's package writes what it tries.
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  vi.spyOn(console, 'info').mockImplementation(() => {});
  const directory = mkdtempSync(join(tmpdir(), 'clan-bot-preflight-'));
  const oci = await startFakeTenancy(publicKey, emptyWorld());
  const configFile = join(directory, 'oci-config');
  const fixture: Fixture = {
    directory,
    oci,
    configFile,
    profile({ key = privateKey, more = `user=${USER}` } = {}) {
      const keyFile = join(directory, 'key.pem');
      writeFileSync(keyFile, key.export({ type: 'pkcs8', format: 'pem' }));
      const rest = `fingerprint=aa:bb\ntenancy=${TENANCY}\nregion=eu-frankfurt-1\nkey_file=${keyFile}`;
      writeFileSync(configFile, `[BOT]\n${more}\n${rest}\n`);
    },
    variables(more) {
      const all = {
        tenancy_ocid: `"${TENANCY}"`,
        compartment_ocid: `"${COMPARTMENT}"`,
        region: '"eu-frankfurt-1"',
        ...more,
      };
      mkdirSync(join(directory, 'terraform/platform'), { recursive: true });
      const lines = Object.entries(all).map(([name, value]) => `${name} = ${value}\n`);
      writeFileSync(join(directory, 'terraform/platform/terraform.tfvars'), lines.join(''));
    },
    async look(changes = {}, { url = oci.url, timeoutMs = 5_000 } = {}) {
      const provider = openProfile({ OCI_CONFIG_FILE: configFile, OCI_CLI_PROFILE: 'BOT' });
      const clients = createClients({ provider, region: 'eu-frankfurt-1', url, timeoutMs, pauseSeconds: 0 });
      return preflight(openTenancy(clients, provider.getTenantId(), await userOf(provider)), {
        wanted: readPlatformVariables({}, directory),
        region: 'eu-frankfurt-1',
        clan: undefined,
        configsDir: join(directory, 'configs'),
        wasApplied: false,
        discordApiUrl: `${oci.url}/discord`,
        declared: FUNCTIONS,
        ...changes,
      });
    },
    async stop() {
      await oci.stop();
      rmSync(directory, { recursive: true, force: true });
      vi.restoreAllMocks();
    },
  };
  fixture.profile();
  fixture.variables({});
  cpSync(join(CONFIGS, 'tophat'), join(directory, 'configs/newclan'), { recursive: true });
  writeFileSync(join(directory, 'configs/newclan/settings.json'), JSON.stringify(SETTINGS));
  return fixture;
}

export const notOk = (lines: readonly Line[]) => lines.filter((line) => line.state !== 'ok');
export const failing = (lines: readonly Line[]) =>
  lines.filter((line) => line.state === 'fail').map((line) => line.text);

/** The one line with this text. */
export function lineWith(lines: readonly Line[], text: RegExp): Line {
  const found = lines.filter((line) => text.test(line.text));
  expect(found, asText(lines)).toHaveLength(1);
  return found[0] ?? { check: '', state: 'ok', text: '' };
}

import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { secretNames } from '../../shared/oci/vault-registry.ts';
import { type FakeOci, startFakeOci } from '../oci/fake-oci.ts';
import { makeResourcePrincipal } from '../oci/resource-principal.ts';

/** An operator's working directory with a cloud behind it. */
export interface CloudSandbox {
  readonly directory: string;
  readonly oci: FakeOci;
  /** What `terraform output -raw environment` says of this cloud, and credentials for it. */
  readonly env: Readonly<Record<string, string>>;
  readonly credentials: Readonly<Record<string, string>>;
  addClan(clan: string, applicationId: string): void;
  /** Puts a program on the PATH that notes its arguments, prints `prints` and ends with `code`. */
  fakeProgram(name: string, body: string): void;
  /** The calls of fake programs, one line each. */
  calls(): string[];
  stop(): Promise<void>;
}

export async function makeCloudSandbox(): Promise<CloudSandbox> {
  const directory = mkdtempSync(join(tmpdir(), 'clan-bot-cloud-'));
  const principal = makeResourcePrincipal(directory, Math.floor(Date.now() / 1000) + 3600);
  const oci = await startFakeOci(principal.publicKey);
  const bin = join(directory, 'bin');
  const log = join(directory, 'calls.log');
  mkdirSync(bin);
  writeFileSync(log, '');
  const cloud = {
    VAULT_ID: 'ocid1.vault.test',
    COMPARTMENT_ID: 'ocid1.compartment.test',
    INVOKE_URL: oci.url,
    FUNCTION_IDS: JSON.stringify({ 'provision-clan': 'fn-provision' }),
  };
  const credentials = {
    ...principal.variables,
    OCI_SECRETS_URL: oci.url,
    OCI_VAULTS_URL: oci.url,
    PATH: `${bin}:${process.env['PATH']}`,
  };
  return {
    directory,
    oci,
    env: { ...cloud, ...credentials },
    credentials,
    addClan(clan, applicationId) {
      const identity = {
        clan,
        applicationId,
        publicKey: 'ab'.repeat(32),
        guildId: '1100000000000000002',
        robloxGroupId: '3203735',
        database: { user: clan, connectString: 'tcps://adb.test/tp' },
      };
      const names = secretNames(applicationId);
      const id = (name: string) => `id-${name}`;
      oci.secrets.set(names.identity, {
        content: JSON.stringify(identity),
        clan,
        id: id(names.identity),
      });
      oci.secrets.set(names.keys, {
        content: '{"botToken":"old-token","robloxApiKey":"old-key"}',
        clan,
        id: id(names.keys),
      });
      oci.secrets.set(names.database, { content: 'Clan_Passw0rd#1', clan, id: id(names.database) });
    },
    fakeProgram(name, body) {
      const file = join(bin, name);
      writeFileSync(file, `#!/bin/sh\necho "${name} $*" >> '${log}'\n${body}\n`);
      chmodSync(file, 0o755);
    },
    calls: () =>
      readFileSync(log, 'utf8')
        .split('\n')
        .filter((line) => line !== ''),
    async stop() {
      await oci.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

import { createPublicKey, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ClanRecord } from '../shared/clans/clan-record.ts';
import { ConfigError } from '../shared/configs/config-error.ts';
import { readClanFiles } from '../shared/configs/read-config.ts';
import { OwnFileError, readOwnFile } from './own-file.ts';
import { writePrivateFile } from './private-file.ts';
import type { StoppedClan } from './stopped-clans.ts';

/** The clans whose files lie in `configs/` anyway. */
const DEMO_CLANS = ['tophat', 'graves_family'];

export interface DemoClans {
  readonly records: readonly ClanRecord[];
  /** Those whose files cannot be used, so that no record could be made of them. */
  readonly stopped: readonly StoppedClan[];
  readonly privateKeys: Readonly<Record<string, string>>;
}

/** Where the demo clans' records lie, as a registry of files reads them. */
export function demoClansDir(dataDir: string): string {
  return join(dataDir, 'clans');
}

/**
 * Records of the demo clans with keys that are made at the first start and kept, readable by this user only, in
 * `DATA_DIR/clans` and `DATA_DIR/keys`. Their ids are those of the clans' settings.
 */
export async function demoRecords(
  directories: { dataDir: string; configsDir: string },
  clans: readonly string[] = DEMO_CLANS,
): Promise<DemoClans> {
  const records: ClanRecord[] = [];
  const stopped: StoppedClan[] = [];
  const privateKeys: Record<string, string> = {};
  for (const clan of clans) {
    const keyFile = join(directories.dataDir, 'keys', `${clan}.pem`);
    const recordFile = join(demoClansDir(directories.dataDir), `${clan}.json`);
    const known = await keptOrProblems(recordFile, keyFile);
    const found = known ?? (await madeOrProblems(clan, directories.configsDir));
    if (Array.isArray(found)) {
      stopped.push({ clan, problems: found });
      continue;
    }
    if (known === undefined) {
      await writePrivateFile(keyFile, found.privateKey);
      await writePrivateFile(recordFile, `${JSON.stringify(found.record, null, 2)}\n`);
    }
    records.push(found.record);
    privateKeys[clan] = found.privateKey;
  }
  return { records, stopped, privateKeys };
}

interface RecordAndKey {
  readonly record: ClanRecord;
  readonly privateKey: string;
}

/** What an earlier start made, or what is wrong with it; undefined where there was none. */
async function keptOrProblems(
  recordFile: string,
  keyFile: string,
): Promise<RecordAndKey | string[] | undefined> {
  const remedy = `It was made by the first start. Delete it and ${keyFile}: the next start makes both again.`;
  try {
    const record = await readOwnFile(recordFile, ClanRecord, remedy);
    if (record === undefined) return undefined;
    const privateKey = await readIfThere(keyFile);
    if (privateKey === undefined)
      return [`${keyFile} is missing. Delete ${recordFile} too: the next start makes both again.`];
    return isKeyOf(record, privateKey)
      ? { record, privateKey }
      : [`${keyFile}: not the key of ${recordFile}. Delete both: the next start makes both again.`];
  } catch (error) {
    if (error instanceof OwnFileError) return [error.message];
    throw error;
  }
}

function isKeyOf({ publicKey }: ClanRecord, privateKey: string): boolean {
  try {
    return rawHex(createPublicKey(privateKey)) === publicKey;
  } catch {
    return false;
  }
}

/** An Ed25519 public key as Discord shows it. */
function rawHex(key: KeyObject): string {
  return key.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');
}

async function madeOrProblems(clan: string, configsDir: string): Promise<RecordAndKey | string[]> {
  try {
    return await makeDemoClan(clan, configsDir);
  } catch (error) {
    if (error instanceof ConfigError) return [...error.problems];
    throw error;
  }
}

async function makeDemoClan(clan: string, configsDir: string): Promise<RecordAndKey> {
  const { settings } = await readClanFiles(configsDir, clan);
  if (settings === undefined) {
    throw new ConfigError([
      `${join(configsDir, clan, 'settings.json')} is missing: the demo clans need it. ` +
        'Set CLANS_DIR to a directory of clan records, or fill in .env, to serve clans of your own.',
    ]);
  }
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return {
    record: {
      clan,
      applicationId: settings.application_id,
      publicKey: rawHex(publicKey),
      guildId: settings.guild_id,
      robloxGroupId: settings.roblox_group_id,
      botToken: `demo-${randomBytes(16).toString('hex')}`,
      robloxApiKey: `demo-${randomBytes(16).toString('hex')}`,
    },
    privateKey: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
  };
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

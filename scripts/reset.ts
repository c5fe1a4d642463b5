// npm run reset: clears DATA_DIR, so that the next start begins anew.
import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { loadEnvFile } from '../local/env-file.ts';
import { PlatformEnvironmentError, parsePlatformEnvironment } from '../local/environment.ts';
import { findRunningPlatform } from '../local/platform-file.ts';
import { runScript, UsageError } from './command-line.ts';

/** What the platform makes in a data directory besides a folder per clan. */
const OWN = [
  'discord-history',
  'clans',
  'keys',
  'logs',
  'platform.json',
  'discord.json',
  'discord.json.attachments',
  'roblox.json',
];
const DATABASE = 'clan_data.db';

async function main(): Promise<void> {
  loadEnvFile();
  const { dataDir } = parsePlatformEnvironment(process.env);
  const running = await findRunningPlatform(dataDir);
  if (running !== undefined) {
    throw new UsageError(`The platform runs on ${dataDir} (process ${running.pid}). Stop it first.`);
  }
  if (!existsSync(dataDir)) {
    process.stdout.write(`${dataDir} is not there: nothing to clear.\n`);
    return;
  }
  const names = await readdir(dataDir);
  const ours = names.filter((name) => OWN.includes(name) || existsSync(join(dataDir, name, DATABASE)));
  for (const name of ours) await rm(join(dataDir, name), { recursive: true });
  process.stdout.write(`${dataDir} cleared: ${ours.length === 0 ? 'nothing was there' : ours.join(', ')}\n`);
  const left = names.filter((name) => !ours.includes(name));
  if (left.length > 0)
    process.stdout.write(`Left, because the platform did not make it: ${left.join(', ')}\n`);
}

runScript(main, [PlatformEnvironmentError]);

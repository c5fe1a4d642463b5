import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isDeepStrictEqual, parseEnv } from 'node:util';
import type { RankRow } from '../../shared/clans/ranks-file.ts';
import type { Settings } from '../../shared/clans/settings.ts';
import { PLACEHOLDER_PUBLIC_KEY } from '../../shared/configs/identity.ts';
import { readClanFiles } from '../../shared/configs/read-config.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const EXAMPLE = 'example';

/** Keys of settings.json that say who a clan is: none of them is good with the example's value. */
export const IDENTITY_KEYS = [
  'application_id',
  'public_key',
  'guild_id',
  'roblox_group_id',
  'clan_name',
] as const;

/** Variables of setup_example.env that say who a clan is; the example has no value for them. */
const IDENTITY_VARIABLES = [
  'DISCORD_APPLICATION_ID',
  'DISCORD_PUBLIC_KEY',
  'DISCORD_BOT_TOKEN',
  'GUILD_ID',
  'ROBLOX_GROUP_ID',
  'ROBLOX_API_KEY',
] as const;

interface Files {
  readonly settings: Settings;
  readonly ranks: readonly RankRow[];
}

/**
 * What in a clan's files is still as in `configs/example`, as Terraform refuses it too: one line each, with file and
 * field. 64 zeros as the key are no problem by themselves: they may stand in the files of one machine.
 */
export async function exampleProblems(
  configsDir: string,
  clan: string,
  { settings, ranks }: Files,
): Promise<string[]> {
  if (clan === EXAMPLE) return [];
  const directory = existsSync(join(configsDir, EXAMPLE)) ? configsDir : join(ROOT, 'configs');
  const example = await readClanFiles(directory, EXAMPLE);
  const file = (name: string) => join(configsDir, clan, name);
  const unedited = IDENTITY_KEYS.filter((key) => settings[key] === example.settings?.[key]);
  const isOnlyPlaceholder = unedited.length === 1 && settings.public_key === PLACEHOLDER_PUBLIC_KEY;
  const problems = (isOnlyPlaceholder ? [] : unedited).map(
    (key) => `${file('settings.json')}: ${key}: still "${settings[key]}", the example's; set your clan's own`,
  );
  if (isDeepStrictEqual(ranks, example.ranks)) {
    problems.push(`${file('ranks.json')}: still the example's ranks; set your group's`);
  }
  return problems;
}

/** What in the variables of a filled `.env` is still as in `setup_example.env`. Shows no value: some are secrets. */
export function exampleEnvProblems(
  file: string,
  variables: Readonly<Record<string, string | undefined>>,
): string[] {
  const example = parseEnv(readFileSync(join(ROOT, 'setup_example.env'), 'utf8'));
  return IDENTITY_VARIABLES.filter((name) => (variables[name] ?? '') === (example[name] ?? '')).map(
    (name) => `${file}: ${name}: still as in setup_example.env; it says there where to find it`,
  );
}

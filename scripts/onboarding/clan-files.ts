import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RankRow } from '../../shared/clans/ranks-file.ts';
import { Settings } from '../../shared/clans/settings.ts';
import { parseRanks } from '../../shared/configs/parse-config.ts';
import { parseJson } from '../../shared/configs/parse-json.ts';
import { readClanFiles } from '../../shared/configs/read-config.ts';
import { OnboardingError } from './onboarding-error.ts';

/** The keys of `settings.json` that have no default. */
export interface ClanBasics {
  readonly clan_name: string;
  readonly application_id: string;
  readonly public_key: string;
  readonly guild_id: string;
  readonly roblox_group_id: string;
}

/**
 * Writes `configs/<clan>/settings.json`, with every default in it to be seen, and `ranks.json`. Refuses to replace
 * files that are there, unless `force`. Throws `OnboardingError`.
 */
export async function writeClanFiles(
  directory: string,
  clan: string,
  content: { readonly basics: ClanBasics; readonly ranks: readonly RankRow[] },
  force: boolean,
): Promise<string[]> {
  const folder = join(directory, clan);
  const there = await readClanFiles(directory, clan);
  if (!force && (there.settings !== undefined || there.ranks !== undefined)) {
    throw new OnboardingError(`${folder} holds files already; nothing was written. --force replaces them.`);
  }
  const settings = Settings.parse(content.basics);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'settings.json'), `${JSON.stringify(settings, null, 2)}\n`);
  const rows = content.ranks.map((row) => `  ${JSON.stringify(row)}`);
  await writeFile(join(folder, 'ranks.json'), `[\n${rows.join(',\n')}\n]\n`);
  return [join(folder, 'settings.json'), join(folder, 'ranks.json')];
}

/** Ranks of a file in the form of `ranks.json`. Throws `ConfigError` or `OnboardingError`. */
export async function ranksOfFile(file: string): Promise<readonly RankRow[]> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    throw new OnboardingError(`${file} cannot be read; nothing was written.`);
  }
  return parseRanks(parseJson(text, file), file).ranks;
}

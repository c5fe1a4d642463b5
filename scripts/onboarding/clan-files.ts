import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RankRow } from '../../shared/clans/ranks-file.ts';
import { parseRanks } from '../../shared/configs/parse-config.ts';
import { parseConfigJson } from '../../shared/configs/parse-config-json.ts';
import { readClanFiles } from '../../shared/configs/read-config.ts';
import { mergeSettings, readIfThere, writeSettingsFile } from '../import/settings-file.ts';
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
 * Writes `configs/<clan>/settings.json`, with every default in it to be seen, and `ranks.json`. Of files that are there,
 * only those keys of `basics` change that say something else, and those only with `replace`; ranks stay unless
 * `ranks.replace`. Returns what was done, a line each. Throws `OnboardingError` where something would have to change,
 * and `ConfigError` for a file that cannot be used; both before anything is written.
 */
export async function writeClanFiles(
  directory: string,
  clan: string,
  basics: ClanBasics,
  ranks: { readonly rows: readonly RankRow[]; readonly replace: boolean },
  replace: boolean,
): Promise<string[]> {
  const file = join(directory, clan, 'settings.json');
  const ranksFile = join(directory, clan, 'ranks.json');
  const there = await readClanFiles(directory, clan);
  const merged = mergeSettings(
    await readIfThere(file),
    { ...basics },
    { file, overwrite: replace, defaults: {} },
  );
  if (merged.kept.length > 0) {
    throw new OnboardingError(
      `${file} says something else (${merged.kept.join(', ')}); nothing was written. --force replaces it.`,
    );
  }
  const writesRanks = there.ranks === undefined || ranks.replace;
  if (merged.changed.length > 0) await writeSettingsFile(file, merged.text);
  if (writesRanks) {
    const rows = ranks.rows.map((row) => `  ${JSON.stringify(row)}`);
    await writeSettingsFile(ranksFile, `[\n${rows.join(',\n')}\n]\n`);
  }
  const settingsLine =
    there.settings === undefined
      ? `Written: ${file}`
      : merged.changed.length === 0
        ? `Kept as it is: ${file}`
        : `Changed in ${file}: ${merged.changed.join(', ')}`;
  const ranksLine = writesRanks
    ? `Written: ${ranksFile} (${ranks.rows.length} ranks; look at their points)`
    : `Kept as it is: ${ranksFile} (${there.ranks?.length} ranks)`;
  return [settingsLine, ranksLine];
}

/** Ranks of a file in the form of `ranks.json`. Throws `ConfigError` or `OnboardingError`. */
export async function ranksOfFile(file: string): Promise<readonly RankRow[]> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    throw new OnboardingError(`${file} cannot be read; nothing was written.`);
  }
  return parseRanks(parseConfigJson(text, file), file).ranks;
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RankRow } from '../clans/ranks-file.ts';
import type { Settings } from '../clans/settings.ts';
import { rankWithoutName } from '../nicknames/nickname-of.ts';
import { ConfigError } from './config-error.ts';
import { quoted } from './describe-issue.ts';
import { parseRanks, parseSettings } from './parse-config.ts';
import { parseConfigJson } from './parse-config-json.ts';

/** What `configs/<clan>` holds; a file that is not there is `undefined`. */
export interface ClanFiles {
  readonly settings: Settings | undefined;
  readonly ranks: readonly RankRow[] | undefined;
  readonly warnings: readonly string[];
}

/**
 * Reads and checks a clan's files: `<directory>/<clan>/settings.json` and `ranks.json`. Throws `ConfigError` with
 * the problems of both files at once.
 */
export async function readClanFiles(directory: string, clan: string): Promise<ClanFiles> {
  const problems: string[] = [];
  async function read<T>(name: string, parse: (content: unknown, file: string) => T): Promise<T | undefined> {
    const file = join(directory, clan, name);
    try {
      const text = await textOf(file);
      return text === undefined ? undefined : parse(parseConfigJson(text, file), file);
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      problems.push(...error.problems);
      return undefined;
    }
  }
  const settings = await read('settings.json', parseSettings);
  const ranks = await read('ranks.json', parseRanks);
  problems.push(...nicknameProblems(settings, ranks?.ranks, join(directory, clan, 'settings.json')));
  if (problems.length > 0) throw new ConfigError(problems);
  return { settings, ranks: ranks?.ranks, warnings: ranks?.warnings ?? [] };
}

async function textOf(file: string): Promise<string | undefined> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new ConfigError([`${file}: cannot be read (${error instanceof Error ? error.message : error})`]);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new ConfigError([`${file}: expected UTF-8 text; save it with that encoding`]);
  }
}

/** What neither file shows by itself: ranks whose members the template would leave without a name. */
function nicknameProblems(
  settings: Settings | undefined,
  ranks: readonly RankRow[] | undefined,
  file: string,
): readonly string[] {
  const template = settings?.nickname ?? null;
  if (template === null || ranks === undefined) return [];
  const named = ranks.map((rank) => ({ name: rank.rank_name, tag: rank.tag ?? null }));
  const nameless = rankWithoutName(template, named);
  return nameless === undefined
    ? []
    : [
        `${file}: nickname: expected a name for everybody, but members of ${quoted(nameless.name)} would have none; ` +
          'add {roblox_name}, or give the rank a tag in ranks.json',
      ];
}

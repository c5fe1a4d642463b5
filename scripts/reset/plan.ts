import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ScriptError } from '../command-line.ts';

/** What the platform makes in a data directory besides a folder per clan. */
const MADE = [
  'calls',
  'clans',
  'databases.json',
  'discord-history',
  'discord.json',
  'discord.json.attachments',
  'keys',
  'logs',
  'platform.json',
  'roblox.json',
];
export const DATABASE = 'clan_data.db';

/** What a reset deletes. */
export interface ResetPlan {
  /** Names in the data directory. */
  readonly names: readonly string[];
  /** The clans among them. */
  readonly clans: readonly string[];
  /** The clan among them that is not the demo's: its name has to be typed. */
  readonly own: string | undefined;
  readonly left: readonly { readonly name: string; readonly why: string }[];
}

/**
 * The data of one clan, or that of the demo with all that the platform made for it. A clan is the demo's when the demo
 * made its record and nothing describes a clan of that name as somebody's own. Throws `ScriptError` for a clan that
 * has no data.
 */
export function dataOf(
  dataDir: string,
  clan: string | undefined,
  isOwn: (name: string) => boolean,
): ResetPlan {
  const names = existsSync(dataDir) ? readdirSync(dataDir).sort() : [];
  const clans = names.filter((name) => existsSync(join(dataDir, name, DATABASE)));
  const isDemo = (name: string) => existsSync(join(dataDir, 'clans', `${name}.json`)) && !isOwn(name);
  if (clan !== undefined) {
    if (!clans.includes(clan)) {
      throw new ScriptError(
        `${dataDir} holds no data of a clan ${clan}; it holds: ${clans.join(', ') || 'none'}.`,
      );
    }
    return { names: [clan], clans: [clan], own: isDemo(clan) ? undefined : clan, left: [] };
  }
  const demo = clans.filter(isDemo);
  const own = clans.filter((name) => !isDemo(name));
  // Emulators, logs and calls of one's own clans go with those clans only.
  const made = own.length === 0 ? names.filter((name) => MADE.includes(name)) : [];
  const deleted = [...demo, ...made];
  const left = names
    .filter((name) => !deleted.includes(name))
    .map((name) => ({ name, why: whyLeft(name, own) }));
  return { names: deleted, clans: demo, own: undefined, left };
}

function whyLeft(name: string, own: readonly string[]): string {
  if (own.includes(name)) return `not the demo's; to delete it: npm run reset -- --clan ${name}`;
  return MADE.includes(name) ? 'other clans use it' : 'the platform did not make it';
}

/** The plan in lines for the console: what is deleted, how large it is and when it was last written; what is left. */
export function describePlan(dataDir: string, { names, clans, left }: ResetPlan): string[] {
  const line = (name: string) => {
    if (!clans.includes(name)) return `  ${name}`;
    const { size, mtime } = statSync(join(dataDir, name, DATABASE));
    const kb = Math.ceil(size / 1024).toLocaleString('en-US');
    return `  ${name}: members, points, events; ${kb} KB, last written ${mtime.toISOString().slice(0, 16)}Z`;
  };
  return [
    names.length === 0 ? `${dataDir}: nothing to delete` : `To be deleted in ${dataDir}:`,
    ...names.map(line),
    ...left.map(({ name, why }) => `Left: ${name} (${why})`),
  ];
}

import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DATABASE, readDataDir } from '../../local/data-dir.ts';
import { ScriptError } from '../command-line.ts';

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
  const { clans, made, written, others } = readDataDir(dataDir);
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
  const common = made.filter((name) => !clans.includes(name));
  const deleted = own.length === 0 ? [...demo, ...common] : demo;
  const left = [
    ...own.map((name) => ({ name, why: `not the demo's; to delete it: npm run reset -- --clan ${name}` })),
    ...(own.length === 0 ? [] : common.map((name) => ({ name, why: 'other clans use it' }))),
    ...[...written, ...others].map((name) => ({ name, why: 'the platform did not make it' })),
  ];
  return { names: deleted, clans: demo, own: undefined, left };
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

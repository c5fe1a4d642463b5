import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as z from 'zod/mini';
import { parseSettings } from '../../shared/configs/parse-config.ts';
import { parseConfigJson } from '../../shared/configs/parse-config-json.ts';

const AnyObject = z.record(z.string(), z.unknown());
type AnyObject = z.infer<typeof AnyObject>;

/** A `settings.json` with what the old bot's environment says. */
export interface MergedSettings {
  readonly text: string;
  /** Keys that were empty or missing and are filled now, or that `overwrite` replaced. */
  readonly changed: readonly string[];
  /** Keys of which the file says something else, and which therefore stay. */
  readonly kept: readonly string[];
}

/**
 * Puts `values` into a clan's settings: what the file leaves out is filled in, what it says otherwise stays, unless
 * `overwrite`. Throws `ConfigError` when the outcome cannot be used.
 */
export function mergeSettings(
  existing: string | undefined,
  values: Readonly<Record<string, unknown>>,
  options: {
    readonly file: string;
    readonly overwrite: boolean;
    readonly defaults: Readonly<Record<string, unknown>>;
  },
): MergedSettings {
  const { file, overwrite, defaults } = options;
  const before: AnyObject = existing === undefined ? {} : AnyObject.parse(parseConfigJson(existing, file));
  const changed: string[] = [];
  const kept: string[] = [];
  const merge = (into: AnyObject, from: Readonly<Record<string, unknown>>, path: string): AnyObject => {
    const merged = { ...into };
    for (const [key, value] of Object.entries(from)) {
      const name = `${path}${key}`;
      const present = merged[key];
      const inner = AnyObject.safeParse(value);
      if (inner.success) {
        merged[key] = merge(AnyObject.safeParse(present).data ?? {}, inner.data, `${name}.`);
      } else if (JSON.stringify(present) !== JSON.stringify(value)) {
        const isFree = isEmpty(present) || overwrite;
        (isFree ? changed : kept).push(name);
        if (isFree) merged[key] = value;
      }
    }
    return merged;
  };
  const merged = { ...defaults, ...merge(before, values, '') };
  // Read as a clan's files are read, so that a key which is wrong is said now; all defaults are written out.
  const settings = parseSettings(merged, file);
  return { text: format(settings), changed, kept };
}

/** The file's text; undefined when it is not there. */
export async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

export async function writeSettingsFile(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

/** One key a line, as the files in `configs` are written. */
function format(settings: object): string {
  const lines = Object.entries(settings).map(([key, value]) => `  ${JSON.stringify(key)}: ${inline(value)}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}

function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = Object.entries(value).map(([key, each]) => `${JSON.stringify(key)}: ${inline(each)}`);
  return `{ ${inner.join(', ')} }`;
}

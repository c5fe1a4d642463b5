import { readFile } from 'node:fs/promises';
import type * as z from 'zod/mini';
import { ConfigError } from '../shared/configs/config-error.ts';
import { describeIssue } from '../shared/configs/describe-issue.ts';
import { parseConfigJson } from '../shared/configs/parse-config-json.ts';

/** A file that the platform wrote itself is damaged. The message says which, where in it, and what to do. */
export class OwnFileError extends Error {
  override readonly name = 'OwnFileError';
}

/** What such a file of JSON holds; undefined where it is not there. Throws `OwnFileError`, which ends with `remedy`. */
export async function readOwnFile<T>(
  path: string,
  schema: z.ZodMiniType<T>,
  remedy: string,
): Promise<T | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  return parseOwnFile(text, path, { schema, remedy });
}

/** The same of its text. Shows no value of it: some hold keys. */
export function parseOwnFile<T>(
  text: string,
  path: string,
  { schema, remedy }: { readonly schema: z.ZodMiniType<T>; readonly remedy: string },
): T {
  let json: unknown;
  try {
    json = parseConfigJson(text, path, { secret: true });
  } catch (cause) {
    if (!(cause instanceof ConfigError)) throw cause;
    throw new OwnFileError(`${cause.problems.join('\n')} ${remedy}`, { cause });
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const wrong = issue === undefined ? '' : describeIssue(issue, json, { secret: true });
  throw new OwnFileError(`${path}: ${wrong}. ${remedy}`);
}

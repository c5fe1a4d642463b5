import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { OwnFileError, parseOwnFile } from './own-file.ts';

const FunctionSpec = z.object({
  name: z.string(),
  kind: z.enum(['front-door', 'command', 'job', 'provision']),
  memoryMb: z.int(),
  timeoutSeconds: z.int(),
  detachedTimeoutSeconds: z.int(),
});
/** What the agent needs to know of a function: a row of `dist/functions.json`. */
export type FunctionSpec = z.infer<typeof FunctionSpec>;

/** Reads what the build wrote. Throws `OwnFileError`, which says to build, when it is not there or damaged. */
export async function readFunctionsFile(dist: string): Promise<readonly FunctionSpec[]> {
  const path = join(dist, 'functions.json');
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    throw new OwnFileError(`${path} is missing: run "npm run build" first.`, { cause });
  }
  return parseOwnFile(text, path, { schema: z.array(FunctionSpec), remedy: 'Run "npm run build" again.' });
}

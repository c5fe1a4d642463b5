import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';

const FunctionSpec = z.object({
  name: z.string(),
  kind: z.enum(['front-door', 'command', 'job', 'provision']),
  memoryMb: z.int(),
  timeoutSeconds: z.int(),
  detachedTimeoutSeconds: z.int(),
});
/** What the agent needs to know of a function: a row of `dist/functions.json`. */
export type FunctionSpec = z.infer<typeof FunctionSpec>;

/** Reads what the build wrote. Throws an error that says to build first when it is not there. */
export async function readFunctionsFile(dist: string): Promise<readonly FunctionSpec[]> {
  const path = join(dist, 'functions.json');
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    throw new Error(`${path} is missing: run "npm run build" first.`, { cause });
  }
  return z.array(FunctionSpec).parse(JSON.parse(text));
}

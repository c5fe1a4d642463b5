import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { writePrivateFile } from './private-file.ts';

/** A detached call that was accepted. */
export interface StoredCall {
  /** Ids sort by the time at which the calls came. */
  readonly id: string;
  /** Of the function. */
  readonly name: string;
  readonly body: Buffer;
}

/**
 * Accepted calls on the disk, a file each, until they ended: `<directory>/<id>.json`, and `<directory>/failed/` for
 * those that failed. One platform at a time uses a directory. Files hold tokens: only this user may read them.
 */
export interface CallStore {
  /** The call is on the disk when this resolves. Throws when it cannot be written; nothing is kept then. */
  keep(name: string, body: Buffer): Promise<StoredCall>;
  /** The call failed and stays among the failed ones. */
  fail(call: StoredCall): Promise<void>;
  /** The call has ended, whether it had failed before or not. */
  end(call: StoredCall): Promise<void>;
  /** What an earlier run left, each list in the order in which it came. */
  readonly unfinished: readonly StoredCall[];
  readonly failed: readonly StoredCall[];
}

const CallFile = z.object({ function: z.string(), body: z.string() });
const SUFFIX = '.json';

/** Opens the directory and reads its files. `show` gets a message for each that cannot be read; the file stays. */
export async function openCallStore(directory: string, show: (line: string) => void): Promise<CallStore> {
  const failedDirectory = join(directory, 'failed');
  await mkdir(failedDirectory, { recursive: true, mode: 0o700 });
  let count = 0;
  const pathOf = (folder: string, { id }: StoredCall) => join(folder, `${id}${SUFFIX}`);
  return {
    async keep(name, body) {
      count += 1;
      const call = { id: newId(count), name, body };
      const content = JSON.stringify({ function: name, body: body.toString('base64') });
      await writePrivateFile(pathOf(directory, call), content, { durable: true });
      return call;
    },
    fail: (call) => rename(pathOf(directory, call), pathOf(failedDirectory, call)),
    async end(call) {
      await rm(pathOf(directory, call), { force: true });
      await rm(pathOf(failedDirectory, call), { force: true });
    },
    unfinished: await readCalls(directory, show),
    failed: await readCalls(failedDirectory, show),
  };
}

/** Milliseconds, then the place within this run: fixed widths, so that names sort by age. */
function newId(count: number): string {
  const [time, place] = [Date.now().toString().padStart(14, '0'), count.toString().padStart(9, '0')];
  return `${time}-${place}-${randomBytes(3).toString('hex')}`;
}

async function readCalls(directory: string, show: (line: string) => void): Promise<StoredCall[]> {
  const calls: StoredCall[] = [];
  for (const file of (await readdir(directory)).sort()) {
    const path = join(directory, file);
    // Begun and never renamed: it was not accepted.
    if (file.endsWith('.tmp')) await rm(path);
    if (!file.endsWith(SUFFIX)) continue;
    const parsed = CallFile.safeParse(jsonOf(await readFile(path, 'utf8')));
    if (!parsed.success) {
      show(`${path} cannot be read and is left out; remove it when nobody needs it.`);
      continue;
    }
    const body = Buffer.from(parsed.data.body, 'base64');
    calls.push({ id: file.slice(0, -SUFFIX.length), name: parsed.data.function, body });
  }
  return calls;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

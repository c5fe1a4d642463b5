import { randomBytes } from 'node:crypto';
import { chmodSync, lstatSync, readdirSync } from 'node:fs';
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** What a mode gives to the group and to everybody else. */
const OTHERS = 0o077;

/**
 * Writes a file that only this user may read, whole or not at all, under any umask: a name of its own first,
 * then a rename. With `durable` it is on the disk when this resolves. Makes its directory, closed to others too.
 */
export async function writePrivateFile(
  path: string,
  text: string,
  { durable = false }: { readonly durable?: boolean } = {},
): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const temporary = `${path}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    await using(await open(temporary, 'wx', 0o600), async (file) => {
      await file.writeFile(text);
      if (durable) await file.datasync();
    });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  if (durable) await using(await open(dirname(path), 'r'), (directory) => directory.sync());
}

async function using(file: FileHandle, work: (file: FileHandle) => Promise<void>): Promise<void> {
  try {
    await work(file);
  } finally {
    await file.close();
  }
}

/**
 * Closes a file or directory, with all that is in it, to other users, as far as it is this user's own: an earlier start
 * may have had another umask. Links are not followed.
 */
export function closeToOthers(path: string): void {
  const state = lstatSync(path);
  if (state.isSymbolicLink() || state.uid !== process.getuid?.()) return;
  if ((state.mode & OTHERS) !== 0) chmodSync(path, state.mode & 0o7777 & ~OTHERS);
  if (!state.isDirectory()) return;
  for (const name of readdirSync(path)) closeToOthers(join(path, name));
}

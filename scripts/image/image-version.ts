import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod/mini';
import { UsageError } from '../command-line.ts';
import type { Architecture } from './image-builder.ts';

const run = promisify(execFile);
const Package = z.object({ version: z.string() });

export interface ImageVersion {
  readonly tag: string;
  /** The commit of the checkout; undefined outside a git repository. */
  readonly commit: string | undefined;
  /** Whether `tag` names exactly what is built: it was given, or nothing differs from the commit in it. */
  readonly isExact: boolean;
}

/**
 * The tag of an image: the given one, else package.json's version and the commit, such as `1.0.0-0123456789ab`, with
 * `-arm` for Arm and `-changed` where files differ from the commit. Throws `UsageError`.
 */
export async function imageVersion(
  root: string,
  architecture: Architecture,
  given: string | undefined,
): Promise<ImageVersion> {
  if (given !== undefined && !/^\w[\w.-]{0,127}$/.test(given))
    throw new UsageError(`--tag: expected up to 128 of letters, digits, "_", "." and "-", got ${given}.`);
  const git = (...args: string[]) => run('git', ['-C', root, ...args]).then(({ stdout }) => stdout.trim());
  const commit = await git('rev-parse', 'HEAD').catch(() => undefined);
  if (given !== undefined) return { tag: given, commit, isExact: true };
  if (commit === undefined)
    throw new UsageError(`${root} is no git repository with a commit, so say the version: --tag 1.0.0`);
  const isChanged = (await git('status', '--porcelain')) !== '';
  const { version } = Package.parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')));
  const arm = architecture === 'arm' ? '-arm' : '';
  const tag = `${version}-${commit.slice(0, 12)}${arm}${isChanged ? '-changed' : ''}`;
  return { tag, commit, isExact: !isChanged };
}

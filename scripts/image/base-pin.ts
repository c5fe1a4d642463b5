import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';

/** Every Dockerfile, from the repository's root. All stand on one base. */
export const DOCKERFILES = ['Dockerfile', 'deploy/server/Dockerfile'] as const;

/** The base of images cannot be read or renewed; the message says what to do. */
export class BaseImageError extends Error {
  override readonly name = 'BaseImageError';
}

const LINE = /^ARG BASE=(.*)$/m;
const PINNED = /^[\w.:/-]+@sha256:[0-9a-f]{64}$/;
const Package = z.object({ devDependencies: z.object({ node: z.string() }) });

/** Whether an image is named by a digest, so that it stays the same. */
export const isPinned = (image: string): boolean => PINNED.test(image);

/** Node's own image of the version that the tests run on (package.json's `node`), without a digest. */
export async function baseTag(root: string): Promise<string> {
  const { devDependencies } = Package.parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')));
  return `docker.io/library/node:${devDependencies.node}-bookworm-slim`;
}

/** The base that a Dockerfile names: `<image>:<tag>@sha256:<digest>`. Throws `BaseImageError`. */
export async function pinnedBase(root: string, dockerfile: string): Promise<string> {
  const base = LINE.exec(await readFile(join(root, dockerfile), 'utf8'))?.[1] ?? '';
  if (!isPinned(base))
    throw new BaseImageError(
      `${dockerfile}: expected a line "ARG BASE=<image>:<tag>@sha256:<digest>", got "${base}". Run: npm run base-image -- --renew`,
    );
  return base;
}

/** The text of a Dockerfile on another base. Throws `BaseImageError` where no line names one. */
export function withBase(dockerfile: string, text: string, base: string): string {
  if (!LINE.test(text)) throw new BaseImageError(`${dockerfile}: expected a line that begins "ARG BASE=".`);
  return text.replace(LINE, `ARG BASE=${base}`);
}

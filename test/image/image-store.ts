import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod/mini';

const run = promisify(execFile);

const Inspected = z.object({
  Docker: z.object({
    config: z.object({
      User: z._default(z.string(), ''),
      WorkingDir: z._default(z.string(), '/'),
      Env: z.array(z.string()),
      Entrypoint: z.nullish(z.array(z.string())),
      Cmd: z.nullish(z.array(z.string())),
    }),
  }),
});

/** What an image says of itself, and a copy of its files on this machine. */
export interface UnpackedImage {
  readonly root: string;
  readonly user: string;
  readonly workingDirectory: string;
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/** buildah's images in a directory of their own, with plain copies for layers and builds that run in a chroot. */
export interface ImageStore {
  readonly directory: string;
  /** Variables with which buildah uses this store, and nothing else of this process but its PATH. */
  readonly env: Readonly<Record<string, string>>;
  /** Runs buildah. Returns what it wrote to standard output; throws with what it wrote to standard error. */
  buildah(...args: readonly string[]): Promise<string>;
  unpack(image: string): Promise<UnpackedImage>;
  remove(): void;
}

export function makeImageStore(): ImageStore {
  const directory = mkdtempSync(join(tmpdir(), 'clan-bot-images-'));
  const configuration = join(directory, 'storage.conf');
  const lines = [
    '[storage]',
    'driver = "vfs"',
    `graphroot = "${join(directory, 'store')}"`,
    `runroot = "${join(directory, 'run')}"`,
  ];
  writeFileSync(configuration, `${lines.join('\n')}\n`);
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: directory,
    TMPDIR: directory,
    CONTAINERS_STORAGE_CONF: configuration,
    STORAGE_DRIVER: 'vfs',
    BUILDAH_ISOLATION: 'chroot',
  };
  const buildah = async (...args: readonly string[]) =>
    (await run('buildah', args, { env, maxBuffer: 64 * 1024 * 1024 })).stdout.trim();
  return {
    directory,
    env,
    buildah,
    async unpack(image) {
      const { Docker } = Inspected.parse(JSON.parse(await buildah('inspect', '--type', 'image', image)));
      const { User, WorkingDir, Env, Entrypoint, Cmd } = Docker.config;
      return {
        root: await buildah('mount', await buildah('from', '--pull-never', image)),
        user: User,
        workingDirectory: WorkingDir,
        command: [...(Entrypoint ?? []), ...(Cmd ?? [])],
        environment: Object.fromEntries(
          Env.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
        ),
      };
    },
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}

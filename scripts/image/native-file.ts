import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { NATIVE_FILE, nativePackages } from '../build/drawing-files.ts';
import { ProgramError, runProgram } from '../cloud/run-program.ts';
import { type Architecture, PLATFORMS } from './image-builder.ts';

const Lock = z.object({
  packages: z.record(z.string(), z.looseObject({ version: z.optional(z.string()) })),
});

/** What npm calls the processors; the images' system is Debian, which has glibc. */
const CPU = { x86: 'x64', arm: 'arm64' } as const satisfies Record<Architecture, string>;

/**
 * Lays the native file of the library that draws pictures into `dist/native/<amd64 or arm64>`, where the Dockerfile takes
 * it from. That of another processor than this machine's is fetched by npm, by the lockfile's version and hash. Throws
 * `ProgramError`.
 */
export async function layNativeFile(root: string, architecture: Architecture): Promise<void> {
  const cpu = CPU[architecture];
  const name = `@takumi-rs/core-linux-${cpu}-gnu`;
  const folder = join(root, 'dist/native', PLATFORMS[architecture].replace('linux/', ''));
  await mkdir(folder, { recursive: true });
  const installed = join(root, 'node_modules', name);
  if (existsSync(installed)) return copyFile(await nodeFileIn(installed), join(folder, NATIVE_FILE));
  const fetched = await mkdtemp(join(tmpdir(), 'clan-bot-native-'));
  try {
    await fetchPackage(root, name, cpu, fetched);
    await copyFile(await nodeFileIn(join(fetched, 'node_modules', name)), join(folder, NATIVE_FILE));
  } finally {
    await rm(fetched, { recursive: true, force: true });
  }
}

/** `npm ci` of a project with this one package, whose hash is the lockfile's. */
async function fetchPackage(root: string, name: string, cpu: string, folder: string): Promise<void> {
  const version = (await nativePackages(root))[name];
  const { packages } = Lock.parse(JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')));
  const path = `node_modules/${name}`;
  const locked = packages[path];
  if (version === undefined || locked?.version !== version)
    throw new ProgramError(
      `package-lock.json does not hold ${name}@${version}, which the image needs. Run "npm install" and commit what it changes.`,
    );
  // Of another processor npm (11.19) installs only what is optional, whatever --cpu says.
  const project = { name: 'native-file', version: '1.0.0', optionalDependencies: { [name]: version } };
  await writeFile(join(folder, 'package.json'), JSON.stringify(project));
  await writeFile(
    join(folder, 'package-lock.json'),
    JSON.stringify({ ...project, lockfileVersion: 3, packages: { '': project, [path]: locked } }),
  );
  const platform = [`--cpu=${cpu}`, '--os=linux', '--libc=glibc'];
  await runProgram('npm', [
    'ci',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    ...platform,
    '--prefix',
    folder,
  ]);
}

async function nodeFileIn(folder: string): Promise<string> {
  const file = (await readdir(folder)).find((one) => one.endsWith('.node'));
  if (file === undefined) throw new ProgramError(`${folder} holds no native file.`);
  return join(folder, file);
}

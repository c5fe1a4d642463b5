import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import * as z from 'zod/mini';
import { FONT_INDEX, FONTS_FOLDER, fontIndex } from '../../shared/drawing/font-index.ts';
import { PACKED_FONTS, type PackedFont } from '../../shared/drawing/font-list.ts';

export const LIBRARY = '@takumi-rs/core';
/** What drawing loads from beside the bundle. */
export const NATIVE_FILE = 'takumi.node';
const FONT_LICENSES = 'LICENSES.txt';

const Library = z.object({ optionalDependencies: z.record(z.string(), z.string()) });

/**
 * Lays beside the bundles what pictures are drawn with: the library's native file for this machine, the fonts, and a list
 * of what each font can draw. Returns where in npm's packages they come from, relative to `root`. Where the library has nothing
 * for this machine no native file is laid, and the functions send their texts without pictures.
 */
export async function layDrawingFiles(root: string, files: string): Promise<string[]> {
  const native = await nativeFile(root);
  if (native !== undefined) await copyIfOther(native, join(files, NATIVE_FILE));
  const folder = join(files, FONTS_FOLDER);
  await mkdir(folder, { recursive: true });
  const paths = PACKED_FONTS.map(pathOf);
  const names = new Set([FONT_INDEX, FONT_LICENSES, ...paths.map((path) => basename(path))]);
  const stale = (await readdir(folder)).filter((file) => !names.has(file));
  for (const file of stale) await rm(join(folder, file));
  const copied = await Promise.all(paths.map((path) => copyIfOther(path, join(folder, basename(path)))));
  if (copied.includes(true) || stale.length > 0 || !existsSync(join(folder, FONT_INDEX)))
    await replaceFile(join(folder, FONT_INDEX), fontIndex());
  await replaceFile(join(folder, FONT_LICENSES), await licensesOf(paths));
  const packages = [await libraryFile(root), ...paths].map((path) => relative(root, path));
  return [...new Set(packages)];
}

function pathOf({ name, path }: PackedFont): string {
  try {
    return path();
  } catch (error) {
    throw new Error(`The font ${name} is not installed. Run "npm ci".`, { cause: error });
  }
}

/** The fonts' licence asks that its text lies with them. */
async function licensesOf(paths: readonly string[]): Promise<string> {
  const folders = [...new Set(paths.map(packageOf))];
  const texts = folders.map(async (folder) => {
    const license = await readFile(join(folder, 'LICENSE'), 'utf8');
    return `${folder.replace(/^.*node_modules[/\\]/, '')}\n\n${license.trim()}\n`;
  });
  return (await Promise.all(texts)).join(`\n${'='.repeat(80)}\n\n`);
}

/** The folder of the package that a file is of. */
function packageOf(path: string): string {
  const folder = dirname(path);
  return basename(folder) === 'files' ? dirname(folder) : folder;
}

/** The versions of the library's packages for single platforms, by name. */
export async function nativePackages(root: string): Promise<Readonly<Record<string, string>>> {
  return Library.parse(JSON.parse(await readFile(await libraryFile(root), 'utf8'))).optionalDependencies;
}

async function libraryFile(root: string): Promise<string> {
  const { resolve } = createRequire(join(root, 'package.json'));
  return join(dirname(dirname(resolve(LIBRARY))), 'package.json');
}

/** npm installs the packages of the library that fit this machine, and no other. */
async function nativeFile(root: string): Promise<string | undefined> {
  const { resolve } = createRequire(await libraryFile(root));
  for (const name of Object.keys(await nativePackages(root))) {
    try {
      return resolve(name);
    } catch {
      // Another machine's.
    }
  }
  return undefined;
}

/** Whether it was copied. A file that a running function has loaded is replaced, never written into. */
async function copyIfOther(from: string, to: string): Promise<boolean> {
  const bytes = await readFile(from);
  if (existsSync(to) && bytes.equals(await readFile(to))) return false;
  await replaceFile(to, bytes);
  return true;
}

async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  await writeFile(temporary, content);
  await rename(temporary, path);
}

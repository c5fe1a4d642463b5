import { execFile } from 'node:child_process';
import { cp, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const ROOT = resolve(import.meta.dirname, '../..');
const FILES = ['entry.cjs', 'load-bundle.cjs', 'fill-code-cache.cjs'];

/** Lays the functions out as the image has them, with V8's code beside the bundles. Returns the path of `entry.cjs`. */
export async function makeImageFolder(directory: string): Promise<string> {
  await mkdir(directory, { recursive: true });
  for (const file of FILES) await cp(join(ROOT, 'deploy/image', file), join(directory, file));
  await cp(join(ROOT, 'dist/functions.json'), join(directory, 'functions.json'));
  await cp(join(ROOT, 'dist/functions'), join(directory, 'functions'), { recursive: true });
  const node = ['--disable-warning=ExperimentalWarning', 'fill-code-cache.cjs'];
  await promisify(execFile)(process.execPath, node, { cwd: directory });
  return join(directory, 'entry.cjs');
}

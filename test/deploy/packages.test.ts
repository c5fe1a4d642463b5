import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';

const ROOT = resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

test('every package of the lockfile has a checksum, those for other systems too', () => {
  const Lockfile = z.object({
    packages: z.record(z.string(), z.looseObject({ integrity: z.optional(z.string()) })),
  });
  const { packages } = Lockfile.parse(JSON.parse(read('package-lock.json')));
  const unchecked = Object.keys(packages).filter(
    (path) => path !== '' && !packages[path]?.integrity?.startsWith('sha512-'),
  );
  expect(unchecked).toEqual([]);
});

test('the licence is the one that package.json names', () => {
  const { license } = z.object({ license: z.string() }).parse(JSON.parse(read('package.json')));
  expect(read('LICENSE')).toMatch(new RegExp(`^${license} License\n`));
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findSpec, specFolders } from './find-spec.ts';

it('looks in SPECS_DIR, then beside the repository, then in test/specs', () => {
  const [named, beside, inside] = specFolders({ SPECS_DIR: '/somewhere' });
  expect(named).toBe('/somewhere');
  expect(beside).toMatch(/shared\/specs$/);
  expect(inside).toMatch(/test\/specs$/);
  expect(specFolders({})).toHaveLength(2);
});

it('finds a file in the first folder that has it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'specs-'));
  writeFileSync(join(folder, 'discord-openapi.json'), '{}');
  expect(findSpec('discord-openapi.json', { SPECS_DIR: folder })).toBe(join(folder, 'discord-openapi.json'));
  rmSync(folder, { recursive: true });
});

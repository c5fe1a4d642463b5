import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';

const ROOT = resolve(import.meta.dirname, '../..');

/** A file, what it imports, and what the linter says of it. */
const FORBIDDEN = [
  ['functions/a/xp.ts', '../points/texts.ts', 'No function imports another function'],
  ['functions/b/xp.ts', '../../local/start.ts', 'The product does not import local/'],
  ['functions/c/xp.ts', '../../test/platform/start-platform.ts', 'The product does not import local/'],
  ['functions/d/func.ts', './command.ts', 'command.ts and modals.ts hold builders'],
  ['functions/e/func.ts', '@discordjs/builders', 'Builders are for command.ts and modals.ts'],
  ['functions/f/func.ts', '@fnproject/fdk', 'Only shared/fn knows Fn'],
  ['functions/g/func.ts', 'oci-common', 'Only shared/oci knows the OCI SDK'],
  ['functions/h/command.ts', '../points/texts.ts', 'No function imports another function'],
  ['functions/i/xp.test.ts', '../points/texts.ts', 'No function imports another function'],
  ['shared/ranks/a.ts', '../../functions/xp/texts.ts', 'imports go down'],
  ['shared/ranks/b.ts', '../../scripts/build.ts', 'The product does not import local/'],
  ['shared/ranks/c.ts', '../fn/environment.ts', 'knows neither Fn nor OCI'],
  ['shared/ranks/d.ts', '@fnproject/fdk', 'Only shared/fn knows Fn'],
  ['shared/ranks/e.ts', '@discordjs/builders', 'Builders are for command.ts and modals.ts'],
  ['shared/fn/a.ts', 'oci-common', 'Only shared/oci knows the OCI SDK'],
  ['shared/oci/a.ts', '@fnproject/fdk', 'Only shared/fn knows Fn'],
] as const;
const ALLOWED = [
  ['functions/j/func.ts', '../../shared/fn/serve-command.ts'],
  ['functions/k/func.ts', './declaration.ts'],
  ['functions/l/command.ts', '@discordjs/builders'],
  ['functions/m/modals.ts', '@discordjs/builders'],
  ['functions/n/xp.test.ts', '../../test/platform/start-platform.ts'],
  ['shared/ranks/f.ts', '../database/database.ts'],
  ['shared/fn/b.ts', '@fnproject/fdk'],
  ['shared/oci/b.ts', 'oci-common'],
  ['local/a.ts', '../shared/fn/environment.ts'],
] as const;

const Rules = z.record(z.string(), z.unknown());
let folder: string;
/** What the linter says of each file, an empty text where it says nothing. */
const said = new Map<string, string>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'imports-'));
  const rules = Rules.parse(JSON.parse(await readFile(join(ROOT, 'biome.json'), 'utf8')));
  await writeFile(join(folder, 'biome.json'), JSON.stringify({ ...rules, vcs: { enabled: false } }));
  for (const [path, imported] of [...FORBIDDEN, ...ALLOWED]) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), `import { it } from '${imported}';\nexport const used = it;\n`);
  }
  const biome = resolve(ROOT, 'node_modules/.bin/biome');
  const flags = ['lint', '--reporter=github', '--max-diagnostics=none', '.'];
  const { stdout } = spawnSync(biome, flags, { cwd: folder, encoding: 'utf8' });
  for (const [, file = '', text = ''] of stdout.matchAll(/^::error .*file=([^,]+),.*?::(.*)$/gm)) {
    const path = file.slice(folder.length + 1);
    said.set(path, `${said.get(path) ?? ''}${text}\n`);
  }
});
afterAll(() => rm(folder, { recursive: true }));

describe('imports go down', () => {
  it.each(FORBIDDEN)('%s may not import %s', (path, _, message) => {
    expect(said.get(path)).toContain(message);
  });

  it.each(ALLOWED)('%s may import %s', (path) => {
    expect(said.get(path) ?? '').toBe('');
  });
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const FOLDER = join(ROOT, '.github/workflows');
const scripts: Record<string, string> = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts;

test.each(readdirSync(FOLDER))('%s runs scripts and folders that there are, and echoes no secret', (name) => {
  const text = readFileSync(join(FOLDER, name), 'utf8');
  for (const [, script = ''] of text.matchAll(/npm run ([a-z:-]+)/g))
    expect(Object.keys(scripts)).toContain(script);
  for (const [, roots = ''] of text.matchAll(/root: \[(.+)\]/g)) {
    for (const root of roots.split(', ')) expect(existsSync(join(ROOT, root, 'versions.tf'))).toBe(true);
  }
  expect(text).not.toMatch(/run: .*\$\{\{ secrets\./);
  expect(text).toMatch(/^permissions:\n {2}contents: read$/m);
});

test.each(readdirSync(FOLDER))('%s names every action by a commit, and its version beside it', (name) => {
  const actions = readFileSync(join(FOLDER, name), 'utf8').match(/^.*\buses:.*$/gm) ?? [];
  expect(actions).not.toEqual([]);
  for (const line of actions) expect(line).toMatch(/ uses: [\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});

test('the Oracle of the workflow is the one of the compose file', () => {
  const compose = readFileSync(join(ROOT, 'test/sql/compose.yaml'), 'utf8');
  const image = /image: (\S+)/.exec(compose)?.[1];
  expect(readFileSync(join(FOLDER, 'ci.yml'), 'utf8')).toContain(`image: ${image}`);
});

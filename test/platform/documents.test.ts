import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';

const ROOT = resolve(import.meta.dirname, '../..');
const Package = z.object({ scripts: z.record(z.string(), z.string()) });
const { scripts } = Package.parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));
const documents = execFileSync('git', ['ls-files', '*.md'], { cwd: ROOT, encoding: 'utf8' })
  .split('\n')
  .filter((path) => path !== '' && existsSync(join(ROOT, path)));

describe.each(documents)('%s', (path) => {
  const text = readFileSync(join(ROOT, path), 'utf8');

  it('links to files that are there', () => {
    const links = [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, link = '']) => link);
    const broken = links
      .filter((link) => !/^[a-z]+:/.test(link))
      .filter((link) => !existsSync(join(ROOT, dirname(path), link)));
    expect(broken).toEqual([]);
  });

  it('names npm scripts that there are', () => {
    const named = [...text.matchAll(/npm run ([a-z][a-z0-9:-]*)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });
});

describe('every npm script', () => {
  it.each(Object.entries(scripts))('checks the version of Node.js first: %s', (_, command) => {
    expect(command).toMatch(/^(exec )?node (-- )?scripts\/run\.mjs( |$)/);
  });
});

describe('scripts/README.md', () => {
  const text = readFileSync(join(ROOT, 'scripts/README.md'), 'utf8');

  it('says of every npm script what it is', () => {
    const named = Object.keys(scripts).filter((name) => !/^pre/.test(name));
    expect(named.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  });

  it('says of everything in the folder what it is', () => {
    const there = readdirSync(join(ROOT, 'scripts')).filter((name) => !/^README|\.test\.ts$/.test(name));
    expect(there.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  });

  it('names nothing that is not there', () => {
    const files = [...text.matchAll(/`([\w-]+\.(?:ts|mjs))`/g)].map(([, name = '']) => name);
    expect(files.filter((name) => !existsSync(join(ROOT, 'scripts', name)))).toEqual([]);
  });
});

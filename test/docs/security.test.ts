import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const FILE = resolve(import.meta.dirname, '../../docs/SECURITY.md');

/** The rows of the table of threats: who tries what, and the tests that hold what stops it. */
const [, threats = ''] = readFileSync(FILE, 'utf8').split('## Threats');
const rows = (threats.split('\n## ')[0] ?? '')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (Who|---)/.test(line))
  .map((line) => {
    const [, who = '', , held = ''] = line.split('|').map((cell) => cell.trim());
    const links = [...held.matchAll(/\]\((\S+?)(?: "([^"]+)")?\)/g)];
    return { who, links: links.map(([, file = '', name]) => ({ file, name })) };
  });

describe('docs/SECURITY.md', () => {
  test('names what holds each threat', () => {
    expect(rows.length).toBeGreaterThan(15);
    expect(rows.filter(({ links }) => links.length === 0)).toEqual([]);
  });

  test.each(rows)('names tests that there are: $who', ({ links }) => {
    for (const { file, name } of links) {
      const text = readFileSync(join(dirname(FILE), file), 'utf8');
      if (name !== undefined) expect(text, file).toContain(name);
    }
  });
});

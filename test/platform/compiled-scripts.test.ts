import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runToEnd } from './run-script.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const RUNNER = ['scripts/run.mjs', 'scripts/build/compile-scripts.ts'];

let folder: string;
/** A project with one script, `scripts/say.ts`, which is started as this one starts its own. */
let project: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'compiled-scripts-'));
  project = join(folder, 'project');
  for (const file of RUNNER) cpSync(join(ROOT, file), join(project, file));
  symlinkSync(join(ROOT, 'node_modules'), join(project, 'node_modules'));
  write('package.json', '{"type":"module","scripts":{"say":"node -- scripts/run.mjs scripts/say.ts"}}');
  write('package-lock.json', '{}');
  write('scripts/say.ts', "import { word } from '../shared/word.ts';\nconsole.log(word());");
  write('shared/word.ts', "export const word = (): string => 'one';");
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(file: string, text: string): void {
  mkdirSync(dirname(join(project, file)), { recursive: true });
  writeFileSync(join(project, file), text);
}
const say = async () => (await runToEnd('scripts/say.ts', { root: project })).output;
const made = () => readdirSync(join(project, 'dist/scripts'));

describe('a script runs', () => {
  it('the JavaScript that the first start made of it, until a source changes', async () => {
    expect(await say()).toBe('one\n');
    const file = join('dist/scripts', made().find((name) => /^say-\w+\.js$/.test(name)) ?? '');
    write(file, readFileSync(join(project, file), 'utf8').replace('"one"', '"made"'));
    expect(await say()).toBe('made\n');
    write('shared/word.ts', "export const word = (): string => 'two';");
    expect(await say()).toBe('two\n');
  });

  it('as its source where it lies, also after the project was moved', async () => {
    write('scripts/say.ts', 'console.log(import.meta.dirname, import.meta.filename, import.meta.url);');
    for (const place of [project, join(folder, 'moved')]) {
      renameSync(project, place);
      project = place;
      expect(await say()).toBe(`${place}/scripts ${place}/scripts/say.ts file://${place}/scripts/say.ts\n`);
    }
  });

  it('and an error names the line of the source', async () => {
    write(
      'shared/word.ts',
      "type Word = string;\n\nexport function word(): Word {\n  throw new Error('no');\n}",
    );
    for (const _ of ['made', 'found'])
      expect(await say()).toMatch(/at word \(.*\/project\/shared\/word\.ts:4:9\)/);
  });

  it('and what is a day old and of other sources is deleted', async () => {
    await say();
    const before = made();
    const old = join(project, 'dist/scripts', before.find((name) => name.startsWith('say-')) ?? '');
    utimesSync(old, 0, 0);
    write('shared/word.ts', "export const word = (): string => 'three';");
    await say();
    const gone = before.filter((name) => !made().includes(name));
    expect(gone).toEqual([expect.stringMatching(/^say-/)]);
  });
});

describe('the sources themselves run where no JavaScript can be made', () => {
  it.each([
    ['one of them is wrong', () => write('shared/word.ts', ''), 'does not provide an export'],
    ['dist cannot be written', () => write('dist', ''), 'one\n'],
    ['esbuild is not installed', () => rmSync(join(project, 'node_modules')), 'one\n'],
  ])('since %s', async (_, arrange, expected) => {
    arrange();
    expect(await say()).toContain(expected);
  });

  it('since a source of another script is no TypeScript', async () => {
    const scripts = {
      say: 'node -- scripts/run.mjs scripts/say.ts',
      other: 'node -- scripts/run.mjs scripts/other.ts',
    };
    write('package.json', JSON.stringify({ type: 'module', scripts }));
    write('scripts/other.ts', 'const = ;');
    expect(await say()).toBe('one\n');
  });
});

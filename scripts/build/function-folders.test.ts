import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFunctionFolders } from './function-folders.ts';
import { modalTable, routeTable } from './virtual-modules.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'folders-'));
  await mkdir(join(root, 'functions'));
});
afterEach(() => rm(root, { recursive: true }));

const route = {
  on: 'command',
  key: 'xp',
  reply: 'ephemeral',
  tier: 'member',
  cooldownSeconds: 0,
  duringCooldown: 'refuse',
  whenBlacklisted: 'allow',
};
const declared = (changes: object = {}) => ({
  name: 'xp',
  kind: 'command',
  memoryMb: 256,
  timeoutSeconds: 60,
  detachedTimeoutSeconds: 300,
  routes: [route],
  ...changes,
});
async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, 'functions', path)), { recursive: true });
  await writeFile(join(root, 'functions', path), text);
}
async function writeFunction(folder: string, declaration: object): Promise<void> {
  await write(`${folder}/declaration.ts`, `export const declaration = ${JSON.stringify(declaration)};`);
  await write(`${folder}/func.ts`, '');
}

describe('a folder of functions', () => {
  it('is found by its declaration, and others are left alone', async () => {
    await writeFunction('xp', declared());
    await write('notes/README.md', 'no function');
    const { folders, problems } = await readFunctionFolders(root);
    expect(problems).toEqual([]);
    expect(folders.map(({ declaration }) => declaration.name)).toEqual(['xp']);
    expect(routeTable(folders)).toEqual({ 'command xp': { function: 'xp', reply: 'ephemeral' } });
  });

  it('gives the front door the JSON of a modal in every language, under its own key', async () => {
    const routes = [
      { ...route, on: 'component', key: 'review.approve', reply: 'modal', modal: 'review.form' },
    ];
    await writeFunction('xp', declared({ routes }));
    await write(
      'xp/modals.ts',
      `export const modals = (title) => ({ 'review.form': { setCustomId: (custom_id) => ({ toJSON: () => ({ custom_id, title }) }) } });`,
    );
    const { folders, problems } = await readFunctionFolders(root);
    expect(problems).toEqual([]);
    expect(routeTable(folders)['component review.approve']?.modal).toBe('review.form');
    const { 'review.form': form } = modalTable(folders);
    expect(form?.en).toEqual({ custom_id: 'review.form', title: 'en' });
    expect(form?.de).toEqual({ custom_id: 'review.form', title: 'de' });
  });

  it.each([
    ['another name', declared({ name: 'py' }), 'functions/xp/declaration.ts: name is "py", expected "xp".'],
    [
      'a token that would die',
      declared({ detachedTimeoutSeconds: 900 }),
      'at most 840 where a token is involved',
    ],
    [
      'a memory that OCI does not have',
      declared({ memoryMb: 300 }),
      'declaration.memoryMb: expected 128 or 256 or 512 or 1024 or 2048, got 300',
    ],
    [
      'a modal that is not there',
      declared({ routes: [{ ...route, reply: 'modal' }] }),
      'modals.ts of that folder has no "xp"',
    ],
  ])('is refused with %s', async (_, declaration, expected) => {
    await writeFunction('xp', declaration);
    expect((await readFunctionFolders(root)).problems.join()).toContain(expected);
  });

  it('is refused without an entry, and does not keep the others from being built', async () => {
    await writeFunction('xp', declared());
    await write('half/declaration.ts', 'export const declaration = {};');
    const { folders, problems } = await readFunctionFolders(root);
    expect(folders).toHaveLength(1);
    expect(problems).toEqual(['functions/half/func.ts is missing: it starts the function.']);
  });

  it('is refused when two answer to the same', async () => {
    await writeFunction('xp', declared());
    await writeFunction('yp', declared({ name: 'yp' }));
    expect((await readFunctionFolders(root)).problems).toEqual([
      'functions/yp/declaration.ts: command xp: functions/xp has it already.',
    ]);
  });
});

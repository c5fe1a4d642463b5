import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCallStore } from './call-store.ts';

let folder: string;
let shown: string[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'call-store-'));
  shown = [];
});
afterEach(() => rm(folder, { recursive: true }));

const open = () => openCallStore(folder, (line) => shown.push(line));
const files = async (below = '.') => (await readdir(join(folder, below))).filter((name) => name !== 'failed');
const bodies = (calls: readonly { readonly body: Buffer }[]) => calls.map(({ body }) => body.toString());

describe('accepted calls', () => {
  it('are there for the next start in the order in which they came, every byte of them', async () => {
    const store = await open();
    const odd = Buffer.from([0, 255, 10, 13, 34, 195]);
    await store.keep('points', odd);
    for (let number = 0; number < 12; number += 1) await store.keep('xp', Buffer.from(`call ${number}`));
    const { unfinished, failed } = await open();
    expect(unfinished[0]).toMatchObject({ name: 'points', body: odd });
    expect(bodies(unfinished.slice(1))).toEqual(Array.from({ length: 12 }, (_, n) => `call ${n}`));
    expect(failed).toEqual([]);
  });

  it('are gone when they have ended, also after they failed; ending twice is no error', async () => {
    const store = await open();
    const [first, second] = [
      await store.keep('xp', Buffer.from('1')),
      await store.keep('xp', Buffer.from('2')),
    ];
    await store.end(first);
    await store.end(first);
    await store.fail(second);
    expect(bodies((await open()).failed)).toEqual(['2']);
    expect((await open()).unfinished).toEqual([]);
    await store.end(second);
    expect([...(await files()), ...(await files('failed'))]).toEqual([]);
  });

  it('hold tokens, so that only this user may read them', async () => {
    await (await open()).keep('xp', Buffer.from('token'));
    const [name = ''] = await files();
    expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder, 'failed'))).mode & 0o777).toBe(0o700);
  });

  it('that were begun and never written out were not accepted, and are removed', async () => {
    await open();
    await writeFile(join(folder, '1.json.ab12.tmp'), '{"function":"xp"');
    expect((await open()).unfinished).toEqual([]);
    expect(await files()).toEqual([]);
  });

  it.each([
    ['no JSON', '{"function":'],
    ['of another form', '{"function":"xp"}'],
    ['empty', ''],
  ])('whose file is %s are said and left where they are, and the others are carried out', async (_, text) => {
    await (await open()).keep('xp', Buffer.from('whole'));
    await writeFile(join(folder, '0.json'), text);
    expect(bodies((await open()).unfinished)).toEqual(['whole']);
    expect(shown).toEqual([
      `${folder}/0.json cannot be read and is left out; remove it when nobody needs it.`,
    ]);
    expect(await readFile(join(folder, '0.json'), 'utf8')).toBe(text);
  });

  it.skipIf(process.getuid?.() === 0)(
    'are refused when the disk does not take them (root may write anywhere)',
    async () => {
      const store = await open();
      await chmod(folder, 0o500);
      await expect(store.keep('xp', Buffer.from('1'))).rejects.toThrow('EACCES');
      await chmod(folder, 0o700);
      expect(await files()).toEqual([]);
    },
  );

  it('are refused when their directory is gone, and none is left half written', async () => {
    const store = await open();
    await rm(folder, { recursive: true });
    await writeFile(folder, 'a file in its place');
    await expect(store.keep('xp', Buffer.from('1'))).rejects.toThrow(/EEXIST|ENOTDIR/);
  });
});

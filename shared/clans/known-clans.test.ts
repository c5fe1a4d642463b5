import { describe, expect, it } from 'vitest';
import { createKnownClans } from './known-clans.ts';
import { ClanRegistryError } from './registry-error.ts';

const ID = '1100000000000000001';
const forgedId = (index: number) => `12000000000000${1000 + index}`;
const identityOf = (applicationId: string) => ({
  clan: 'tophat',
  applicationId,
  publicKey: 'a'.repeat(64),
  guildId: '1100000000000000002',
  robloxGroupId: '3203735',
});

/** A registry whose listings end when the test says so, unless `listing` says how they end at once. */
function arrange({ listing }: { listing?: 'whole' | 'failed' } = {}) {
  const state = {
    now: 1_000_000,
    clans: new Set([ID]),
    down: false,
    listing,
    listings: [] as { found: (id: string) => void; end: () => void; fail: () => void }[],
    lookUps: [] as string[],
    problems: [] as string[],
  };
  const failure = new ClanRegistryError('the vault does not answer');
  const clans = createKnownClans(
    {
      list: (found) =>
        new Promise<void>((resolve, reject) => {
          state.listings.push({ found, end: resolve, fail: () => reject(failure) });
          if (state.listing === 'failed') reject(failure);
          if (state.listing !== 'whole') return;
          for (const id of state.clans) found(id);
          resolve();
        }),
      find: async (id) => {
        state.lookUps.push(id);
        if (state.down) throw failure;
        return state.clans.has(id) ? identityOf(id) : undefined;
      },
    },
    {
      now: () => state.now,
      ttlMs: 180_000,
      maxClans: 100,
      onProblem: (message) => void state.problems.push(message),
    },
  );
  return { state, clans };
}

/** Lets a listing that has nothing more to wait for end. */
const ended = () => new Promise((resolve) => setImmediate(resolve));

/** Five forged ids at once, as a flood brings them in a second. */
async function flood({ clans }: ReturnType<typeof arrange>, from = 0): Promise<void> {
  await Promise.all(Array.from({ length: 5 }, (_, index) => clans.find(forgedId(from + index))));
}

describe('the clans that a front door knows', () => {
  it('are listed at the start, and each is looked up once', async () => {
    const { state, clans } = arrange({ listing: 'whole' });
    for (let i = 0; i < 10; i += 1) expect(await clans.find(ID)).toEqual(identityOf(ID));
    expect(state.lookUps).toEqual([ID]);
    expect(state.listings).toHaveLength(1);
  });

  it('are not looked up by ids that nobody listed, however many come', async () => {
    const t = arrange({ listing: 'whole' });
    await t.clans.find(ID);
    for (let i = 0; i < 1000; i += 1) expect(await t.clans.find(forgedId(i))).toBeUndefined();
    expect(t.state.lookUps).toEqual([ID]);
    expect(t.state.listings).toHaveLength(1);
  });

  it('include a new one within 30 seconds', async () => {
    const { state, clans } = arrange({ listing: 'whole' });
    const id = '1100000000000000009';
    await clans.find(ID);
    state.clans.add(id);
    expect(await clans.find(id)).toBeUndefined();
    state.now += 29_999;
    expect(await clans.find(id)).toBeUndefined();
    state.now += 1;
    expect(await clans.find(id)).toEqual(identityOf(id));
  });

  it('are listed again at most every 30 seconds, and only when an unknown id asks', async () => {
    const { state, clans } = arrange({ listing: 'whole' });
    for (let second = 0; second < 300; second += 1) {
      state.now += 1_000;
      await clans.find(ID);
    }
    expect(state.listings).toHaveLength(1);
    for (let second = 0; second < 300; second += 1) {
      state.now += 1_000;
      await clans.find(forgedId(second));
    }
    expect(state.listings).toHaveLength(11);
  });

  it('are renewed after their time, and forgotten when they are gone', async () => {
    const { state, clans } = arrange({ listing: 'whole' });
    await clans.find(ID);
    state.now += 180_000;
    expect(await clans.find(ID)).toBeDefined();
    state.clans.clear();
    state.now += 180_000;
    expect(await clans.find(ID)).toBeUndefined();
    expect(clans.has(ID)).toBe(false);
  });

  it('go on from memory while their record cannot be read', async () => {
    const { state, clans } = arrange({ listing: 'whole' });
    await clans.find(ID);
    state.down = true;
    state.now += 180_000;
    for (let i = 0; i < 10; i += 1) expect(await clans.find(ID)).toEqual(identityOf(ID));
    expect(state.lookUps).toHaveLength(2);
    expect(state.problems).toHaveLength(1);
  });

  it('whose record cannot be read are not read again at every request', async () => {
    const { state, clans } = arrange({ listing: 'whole' });
    await ended();
    state.down = true;
    for (let i = 0; i < 10; i += 1) await expect(clans.find(ID)).rejects.toThrow(ClanRegistryError);
    expect(state.lookUps).toHaveLength(1);
    state.down = false;
    state.now += 5_000;
    expect(await clans.find(ID)).toEqual(identityOf(ID));
  });

  it('that are listed and cannot be found are looked up once, not at every request', async () => {
    const { state, clans } = arrange({ listing: 'whole' });
    await ended();
    state.clans.clear();
    for (let i = 0; i < 10; i += 1) expect(await clans.find(ID)).toBeUndefined();
    expect(state.lookUps).toEqual([ID]);
  });
});

describe('while the first listing is under way', () => {
  it('a clan is looked up by its name at once', async () => {
    const { clans } = arrange();
    expect(await clans.find(ID)).toEqual(identityOf(ID));
  });

  it('a clan that comes behind a flood waits for the listing, and is accepted', async () => {
    const t = arrange();
    await flood(t);
    const asked = t.clans.find(ID);
    const forged = t.clans.find(forgedId(9));
    t.state.listings[0]?.found(ID);
    t.state.listings[0]?.end();
    expect(await asked).toEqual(identityOf(ID));
    expect(await forged).toBeUndefined();
    expect(t.state.lookUps).toHaveLength(6);
  });

  it('a clan that was found meanwhile stays known, though the listing began before it was there', async () => {
    const t = arrange();
    await t.clans.find(ID);
    t.state.listings[0]?.end();
    await ended();
    await flood(t);
    expect(t.clans.has(ID)).toBe(true);
    expect(t.state.lookUps).toEqual([ID]);
  });

  it('a clan whose page came is known before the last page', async () => {
    const t = arrange();
    await flood(t);
    t.state.listings[0]?.found(ID);
    expect(t.clans.has(ID)).toBe(true);
    expect(await t.clans.find(ID)).toEqual(identityOf(ID));
  });
});

describe('a listing that failed', () => {
  it('is not an empty one: ids are looked up by name, 5 in 10 seconds', async () => {
    const t = arrange({ listing: 'failed' });
    await flood(t);
    expect(await t.clans.find(ID)).toBeUndefined();
    t.state.now += 10_001;
    expect(await t.clans.find(ID)).toEqual(identityOf(ID));
    expect(t.state.lookUps).toHaveLength(6);
    expect(t.state.problems).toEqual(['The clans could not be listed']);
  });

  it('leaves what was known, and is made again after 30 seconds', async () => {
    const t = arrange({ listing: 'whole' });
    await t.clans.find(forgedId(0));
    t.state.listing = 'failed';
    t.state.now += 30_000;
    await flood(t);
    expect(await t.clans.find(ID)).toEqual(identityOf(ID));
    t.state.listing = 'whole';
    t.state.now += 30_000;
    await flood(t, 10);
    const { length } = t.state.lookUps;
    await flood(t, 20);
    expect(t.state.lookUps).toHaveLength(length);
  });

  it('gives what it read before it failed', async () => {
    const t = arrange();
    await flood(t);
    t.state.listings[0]?.found(ID);
    t.state.listings[0]?.fail();
    await flood(t, 5);
    expect(await t.clans.find(ID)).toEqual(identityOf(ID));
  });
});

import { describe, expect, it } from 'vitest';
import { createCachingRegistry } from './caching-registry.ts';
import { type ClanIdentity, type ClanRegistry, ClanRegistryError } from './clan-record.ts';

const tophat: ClanIdentity = {
  clan: 'tophat',
  applicationId: '1100000000000000001',
  publicKey: 'a'.repeat(64),
  guildId: '1100000000000000002',
  robloxGroupId: '3203735',
};

function arrange(options: { maxClans?: number } = {}) {
  const state = { now: 1_000_000, down: false, lookUps: 0, clans: new Map([[tophat.applicationId, tophat]]) };
  const source: ClanRegistry = {
    async identity(id) {
      state.lookUps += 1;
      if (state.down) throw new ClanRegistryError('the vault does not answer');
      return state.clans.get(id);
    },
    record: async () => undefined,
    recordOfClan: async () => undefined,
    identities: async () => [...state.clans.values()],
  };
  const registry = createCachingRegistry(source, {
    now: () => state.now,
    ttlMs: 300_000,
    maxClans: 100,
    ...options,
  });
  return { state, registry };
}

describe('a registry with a memory', () => {
  it('asks once for many requests of a clan', async () => {
    const { state, registry } = arrange();
    for (let i = 0; i < 10; i += 1) expect(await registry.identity(tophat.applicationId)).toEqual(tophat);
    expect(state.lookUps).toBe(1);
  });

  it('sees a changed record when its time is over', async () => {
    const { state, registry } = arrange();
    await registry.identity(tophat.applicationId);
    const rotated = { ...tophat, publicKey: 'b'.repeat(64) };
    state.clans.set(tophat.applicationId, rotated);
    expect(await registry.identity(tophat.applicationId)).toEqual(tophat);
    state.now += 300_000;
    expect(await registry.identity(tophat.applicationId)).toEqual(rotated);
  });

  it('sees a changed record when the clock was set back, however far', async () => {
    const { state, registry } = arrange();
    await registry.identity(tophat.applicationId);
    state.clans.set(tophat.applicationId, { ...tophat, publicKey: 'b'.repeat(64) });
    state.now -= 400_000;
    expect(await registry.identity(tophat.applicationId)).toMatchObject({ publicKey: 'b'.repeat(64) });
  });

  it('forgets a clan that is gone', async () => {
    const { state, registry } = arrange();
    await registry.identity(tophat.applicationId);
    state.clans.clear();
    state.now += 300_000;
    expect(await registry.identity(tophat.applicationId)).toBeUndefined();
  });

  it('serves an expired record while the registry is down, without asking at every request', async () => {
    const { state, registry } = arrange();
    await registry.identity(tophat.applicationId);
    state.down = true;
    state.now += 300_000;
    for (let i = 0; i < 10; i += 1) expect(await registry.identity(tophat.applicationId)).toEqual(tophat);
    expect(state.lookUps).toBe(2);
  });

  it('passes on that the registry is down for a clan it has never seen', async () => {
    const { state, registry } = arrange();
    state.down = true;
    await expect(registry.identity(tophat.applicationId)).rejects.toThrow(ClanRegistryError);
  });

  it('keeps no more clans than it may, the ones used last', async () => {
    const { state, registry } = arrange({ maxClans: 2 });
    const ids = ['1100000000000000011', '1100000000000000012', '1100000000000000013'];
    for (const applicationId of ids) state.clans.set(applicationId, { ...tophat, applicationId });
    for (const id of [0, 1, 0, 2, 0]) await registry.identity(ids[id] ?? '');
    expect(state.lookUps).toBe(3);
    await registry.identity(ids[1] ?? '');
    expect(state.lookUps).toBe(4);
  });
});

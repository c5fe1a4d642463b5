import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RobloxUser } from '../../shared/roblox/client.ts';
import { RobloxError } from '../../shared/roblox/errors.ts';
import { oldId } from '../../test/support/old-bot.ts';
import { NameStore } from './name-store.ts';
import { resolveNames } from './resolve-names.ts';

let names: NameStore;
let waits: number[];
beforeEach(() => {
  names = new NameStore();
  waits = [];
});
afterEach(() => names.close());

const id = (number: number) => String(oldId(number));
const add = (...list: readonly string[]) =>
  names.addAll(list.map((name, index) => ({ discordId: id(index), name, joinedAt: index })));
const user = (name: string): RobloxUser => ({ id: `9${name.length}`, name, displayName: name });

function failure(status: number, retryable: boolean, retryAfterMs?: number): RobloxError {
  return new RobloxError(`Roblox answered ${status}.`, {
    status,
    route: 'POST /names',
    retryable,
    retryAfterMs,
  });
}

function resolve(usersByName: (asked: readonly string[]) => Promise<readonly RobloxUser[]>) {
  const done: number[] = [];
  const sleep = async (ms: number) => void waits.push(ms);
  const problem = resolveNames(names, {
    roblox: { usersByName },
    sleep,
    progress: (count) => void done.push(count),
  });
  return problem.then((text) => ({ problem: text, done }));
}

describe('looking names up', () => {
  it('waits as long as Roblox asks to, and goes on', async () => {
    add('Wolf');
    let calls = 0;
    const { problem } = await resolve(async (asked) => {
      calls += 1;
      if (calls < 3) throw failure(429, true, 45_000);
      return asked.map(user);
    });
    expect(problem).toBeUndefined();
    expect(waits).toEqual([45_000, 45_000]);
    expect(names.outcome({ discordId: id(0), name: 'Wolf' })).toEqual({
      kind: 'account',
      userId: '94',
      name: 'Wolf',
    });
  });

  it('gives up for all when Roblox goes on failing, and says why; what was found stays found', async () => {
    add(...Array.from({ length: 150 }, (_, index) => `Wolf${String(index).padStart(3, '0')}`));
    let calls = 0;
    const { problem, done } = await resolve(async (asked) => {
      calls += 1;
      if (calls > 1) throw failure(503, true);
      return asked.map(user);
    });
    expect(problem).toBe('Roblox answered 503.');
    expect(done).toEqual([100]);
    expect(waits).toEqual([2000, 4000, 8000, 16_000, 32_000]);
    expect(names.outcome({ discordId: id(0), name: 'Wolf000' })).toMatchObject({ kind: 'account' });
    expect(names.outcome({ discordId: id(120), name: 'Wolf120' })).toEqual({ kind: 'unasked' });
  });

  it('does not wait for a Roblox that refuses', async () => {
    add('Wolf');
    const { problem } = await resolve(async () => {
      throw failure(403, false);
    });
    expect(problem).toBe('Roblox answered 403.');
    expect(waits).toEqual([]);
  });

  it('asks for each name once, whatever its case, and never for what can be no name', async () => {
    add('Wolf', 'wolf', 'two words', 'naïve', 'Fox_1');
    const asked: string[] = [];
    await resolve(async (list) => {
      asked.push(...list);
      return [];
    });
    expect(asked.sort()).toEqual(['Fox_1', 'Wolf']);
    expect(names.count()).toBe(4);
    expect(names.outcome({ discordId: id(2), name: 'two words' })).toEqual({ kind: 'unknown' });
    expect(names.outcome({ discordId: id(5), name: 'Bear' })).toEqual({ kind: 'unasked' });
    expect(names.outcome({ discordId: id(0), name: null })).toBeUndefined();
  });
});

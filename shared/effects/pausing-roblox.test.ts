import { beforeEach, describe, expect, it } from 'vitest';
import { type HttpTest, openHttpTest } from '../../test/support/http-test.ts';
import type { RobloxClient } from '../roblox/client.ts';
import { RobloxError } from '../roblox/errors.ts';
import { pausingRoblox } from './pausing-roblox.ts';
import { noteFailure, PAUSE_MS, pausedUntil, servicePauses, unlessPaused } from './service-pause.ts';

const ROLES = '/cloud/v2/groups/3203735/roles';
const KEY = '/api-keys/v1/introspect';
let t: HttpTest;
let roblox: RobloxClient;

beforeEach(async () => {
  t = await openHttpTest();
  roblox = pausingRoblox(t.context.roblox, t.context);
});

const fails = (status: number) => t.fails(`GET ${ROLES}`, { status });
const works = () => t.mend();
const paused = () => pausedUntil(t.db, 'roblox', t.context.now());
const requests = () => t.requests().length;

describe('reads of Roblox', () => {
  it('stop after the first 401, and go on when the pause is over', async () => {
    fails(401);
    await expect(roblox.groupRoles()).rejects.toMatchObject({ status: 401 });
    const before = requests();
    const refused = { code: 'paused', retryable: true, retryAfterMs: PAUSE_MS };
    await expect(roblox.membership('1')).rejects.toMatchObject(refused);
    await expect(roblox.user('1')).rejects.toBeInstanceOf(RobloxError);
    expect(requests()).toBe(before);
    works();
    t.clock.now += PAUSE_MS;
    await roblox.groupRoles();
    expect(await servicePauses(t.db)).toMatchObject([{ deniedCount: 0, pausedUntil: 0 }]);
  });

  it('go on when the clock was set back, however far', async () => {
    fails(401);
    await expect(roblox.groupRoles()).rejects.toMatchObject({ status: 401 });
    works();
    t.clock.now -= 86_400_000;
    expect(await roblox.groupRoles()).not.toEqual([]);
  });

  it('stop after the third 403, whatever else went well in between', async () => {
    fails(403);
    for (let times = 0; times < 3; times += 1) {
      await expect(roblox.groupRoles()).rejects.toMatchObject({ status: 403 });
      if (times < 2) await roblox.membership('1');
    }
    expect(await paused()).toBeDefined();
  });

  it('notice a pause that another invocation began, within a quarter of a minute', async () => {
    await roblox.membership('1');
    const denial = new RobloxError('no', { status: 401, route: 'POST /', retryable: false });
    await noteFailure(t.db, denial, { now: t.context.now(), log: t.context.log });
    t.clock.now += 15_000;
    await expect(roblox.membership('1')).rejects.toMatchObject({ code: 'paused' });
  });

  it('count once when the outbox, which passes them on, reports them too', async () => {
    fails(403);
    const read = () =>
      unlessPaused('roblox-roles', t.context, async () => ({ done: String(await roblox.groupRoles()) }));
    await expect(read()).rejects.toMatchObject({ status: 403 });
    expect(await servicePauses(t.db)).toMatchObject([{ deniedCount: 1 }]);
  });

  it('that fail otherwise pause nothing', async () => {
    fails(503);
    for (let times = 0; times < 4; times += 1) await expect(roblox.groupRoles()).rejects.toThrow();
    expect(await servicePauses(t.db)).toEqual([]);
  });
});

describe('asking about the key', () => {
  beforeEach(async () => {
    fails(401);
    await expect(roblox.groupRoles()).rejects.toThrow();
    works();
  });
  const answers = (key: object) => t.fails(`POST ${KEY}`, { status: 200, body: { scopes: [], ...key } });

  it('goes through in a pause, and ends it when the key works', async () => {
    answers({ enabled: true, expired: false });
    await roblox.introspectKey();
    expect(await paused()).toBeUndefined();
    await roblox.groupRoles();
  });

  it.each([
    { enabled: false, expired: false },
    { enabled: true, expired: true },
  ])('leaves the pause when the key does not work (%o)', async (key) => {
    answers(key);
    await roblox.introspectKey();
    expect(await paused()).toBeDefined();
  });
});

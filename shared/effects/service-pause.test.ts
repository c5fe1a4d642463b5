import { beforeEach, describe, expect, it } from 'vitest';
import { type HttpTest, openHttpTest } from '../../test/support/http-test.ts';
import { DiscordError } from '../discord/errors.ts';
import { RobloxError } from '../roblox/errors.ts';
import {
  noteFailure,
  noteSuccess,
  PAUSE_MS,
  pausedUntil,
  servicePauses,
  unlessPaused,
} from './service-pause.ts';

const discordError = (status: number, code = 0, route = 'PUT /guilds/1') =>
  new DiscordError(`status ${status}`, { status, code, route, retryable: false });
const robloxError = (status: number) =>
  new RobloxError(`status ${status}`, { status, route: 'GET /cloud', retryable: false });

let t: HttpTest;
beforeEach(async () => {
  t = await openHttpTest();
});

const now = () => t.context.now();
const note = (error: unknown) => noteFailure(t.db, error, { now: now(), log: t.context.log });
const paused = (service: 'discord' | 'roblox') => pausedUntil(t.db, service, now());
const fail = (error: Error) => unlessPaused('message', t.context, () => Promise.reject(error));
const succeed = () => unlessPaused('message', t.context, async () => ({ done: 'sent' }));

describe('a service', () => {
  it('is paused by the first 401, and the log says so', async () => {
    await note(discordError(401));
    expect(await paused('discord')).toBe(now() + PAUSE_MS);
    expect(await paused('roblox')).toBeUndefined();
    expect(t.lines).toEqual([expect.stringContaining('"level":"error"')]);
  });

  it('is called again when the clock was set back, however far', async () => {
    await note(discordError(401));
    t.clock.now -= 86_400_000;
    expect(await paused('discord')).toBeUndefined();
    expect(await succeed()).toEqual({ done: 'sent' });
  });

  it('is paused by the third 403 in a row', async () => {
    await note(robloxError(403));
    await note(robloxError(403));
    expect(await paused('roblox')).toBeUndefined();
    await note(robloxError(403));
    expect(await paused('roblox')).toBe(now() + PAUSE_MS);
    expect(await servicePauses(t.db)).toEqual([
      { service: 'roblox', deniedCount: 3, pausedUntil: now() + PAUSE_MS, reason: 'status 403' },
    ]);
  });

  it('is not paused while successes come between', async () => {
    for (let times = 0; times < 5; times += 1) {
      await note(robloxError(403));
      await note(robloxError(403));
      await noteSuccess(t.db, 'roblox', now());
    }
    expect(await paused('roblox')).toBeUndefined();
  });

  it('is not paused by what is no denial of the bot', async () => {
    for (let times = 0; times < 4; times += 1) {
      await note(discordError(403, 50007));
      await note(discordError(403, 50278));
      await note(discordError(401, 50027, 'PATCH /webhooks/1/{token}/messages/@original'));
      await note(discordError(404));
      await note(robloxError(429));
      await note(new Error('403'));
    }
    expect(await servicePauses(t.db)).toEqual([]);
  });

  it('counts denials that come at one moment', async () => {
    await Promise.all([note(robloxError(403)), note(robloxError(403)), note(robloxError(403))]);
    expect((await servicePauses(t.db))[0]?.deniedCount).toBe(3);
  });
});

describe('an effect', () => {
  it('of a paused service waits without a call until the pause ends', async () => {
    await note(discordError(401));
    t.clock.now += 60_000;
    expect(await fail(new Error('must not be called'))).toEqual({
      again: expect.stringContaining('paused'),
      afterMs: PAUSE_MS - 60_000,
    });
    t.clock.now += PAUSE_MS;
    expect(await succeed()).toEqual({ done: 'sent' });
    expect((await servicePauses(t.db))[0]).toMatchObject({ deniedCount: 0, pausedUntil: 0, reason: null });
  });

  it('that is denied after a pause starts it again at once', async () => {
    for (let times = 0; times < 3; times += 1) await expect(fail(discordError(403))).rejects.toThrow();
    t.clock.now += PAUSE_MS;
    await expect(fail(discordError(403))).rejects.toThrow();
    expect(await paused('discord')).toBe(now() + PAUSE_MS);
  });

  it('that got a 401 is due again instead of lost', async () => {
    expect(await fail(discordError(401))).toEqual({ again: expect.any(String), afterMs: PAUSE_MS });
  });

  it('that fails otherwise says so to its caller', async () => {
    await expect(fail(discordError(404))).rejects.toMatchObject({ status: 404 });
  });

  it('that is a reply goes out in a pause, since it has a token of its own', async () => {
    await note(discordError(401));
    expect(await unlessPaused('reply', t.context, async () => ({ done: 'sent' }))).toEqual({
      done: 'sent',
    });
    const expired = discordError(401, 50027, 'PATCH /webhooks/1/{token}/messages/@original');
    await expect(unlessPaused('reply', t.context, () => Promise.reject(expired))).rejects.toThrow();
  });
});

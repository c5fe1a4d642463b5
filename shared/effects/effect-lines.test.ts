import { beforeEach, describe, expect, it } from 'vitest';
import { type HttpTest, openHttpTest } from '../../test/support/http-test.ts';
import { robloxError } from '../../test/support/recorded.ts';
import { sql } from '../database/database.ts';
import { effectLines } from './effect-lines.ts';
import { noteFailure, PAUSE_MS } from './service-pause.ts';

const ADD = sql`
INSERT INTO outbox (effect_id, subject, kind, payload, status, result, due_at, created_at, ordinal)
VALUES ('1-1', 'roblox:1', :kind, '{}', :status, :result, 1, 1, 1)`;
let t: HttpTest;

beforeEach(async () => {
  t = await openHttpTest();
});

const add = (status: 'due' | 'done' | 'failed', result: string | null, kind = 'roblox-roles') =>
  t.db.execute(ADD, { status, result, kind });
async function line(): Promise<string | undefined> {
  const shown = [{ label: 'Roblox', effectId: '1-1' }];
  return (await effectLines(t.db, shown, { now: t.context.now() })).lines[0];
}
const denyKey = () => noteFailure(t.db, robloxError(401), { now: t.context.now(), log: t.context.log });

describe('the line of an effect', () => {
  it.each(['done', 'failed', 'due'] as const)(
    'escapes once what was stored as plain text (%s)',
    async (status) => {
      await add(status, 'E1 | Soldier given');
      expect(await line()).toContain('E1 \\| Soldier given');
    },
  );

  it('names the pause that keeps it, until when and why, and none once that is over', async () => {
    await add('due', 'Roblox is paused for this clan, see /diagnose');
    await denyKey();
    const until = Math.floor((t.context.now() + PAUSE_MS) / 1000);
    expect(await line()).toMatch(
      new RegExp(
        `^⏳ Roblox: not done yet, .* Roblox is paused for this clan until <t:${until}:t> .* because it denied`,
      ),
    );
    t.clock.now += PAUSE_MS;
    expect(await line()).not.toContain('until <t:');
  });

  it('names no pause of the other service, and none for what is done', async () => {
    await denyKey();
    await add('due', null, 'discord-roles');
    expect(await line()).toBe('⏳ Roblox: not done yet, will be tried');
  });
});

describe('the line of several effects', () => {
  const stateOf = (status: 'due' | 'done' | 'failed') => ({ status, kind: 'dm', result: 'sent' });
  it.each([
    [['done', 'done'], '✅ Messages: 2 done'],
    [['done', 'failed', 'done'], '⚠️ Messages: 2 done, 1 failed'],
    [['due', 'failed', 'done'], '⏳ Messages: 1 done, 1 failed, 1 on their way'],
  ] as const)('counts them (%s)', async (states, expected) => {
    const ids = states.map((_, index) => `1-${index + 1}`);
    const known = new Map(states.map((status, index) => [`1-${index + 1}`, stateOf(status)]));
    const [effectId = '', ...others] = ids;
    const shown = [{ label: 'Messages', effectId, others, afterwards: true }];
    const { lines } = await effectLines(t.db, shown, { now: t.context.now(), known });
    expect(lines).toEqual([expected]);
  });

  it('says of one that follows the reply that it is on its way', async () => {
    await add('due', null, 'dm');
    const shown = [{ label: 'Message', effectId: '1-1', afterwards: true }];
    expect((await effectLines(t.db, shown, { now: t.context.now() })).lines).toEqual([
      '⏳ Message: on its way',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { replies } from '../../test/support/counting-command.ts';
import { type EnvelopeTest, OFFICER_ROLE, openEnvelopeTest, WOLF } from '../../test/support/envelope-test.ts';
import { sql } from '../database/database.ts';
import { UserError } from '../errors/user-error.ts';
import type { Handler } from './handler.ts';

describe('permission', () => {
  const ok: Handler = async ({ actor }) => ({ message: { content: actor.tier } });
  const denied = (t: EnvelopeTest) =>
    replies(t).map((message) => JSON.stringify(message).match(/-# ([\w-]+)/)?.[1]);

  it('is decided by the roles of the signed interaction', async () => {
    const t = await openEnvelopeTest(ok, { tier: 'officer' });
    await t.send({ id: '1300000000000000010' });
    await t.send({ id: '1300000000000000011', roles: [OFFICER_ROLE] });
    await t.send({ id: '1300000000000000012', permissions: '8' });
    expect(replies(t)).toEqual([
      { content: expect.stringMatching(/tier officer; yours is member.*tier-needed/s) },
      { content: 'officer' },
      { content: 'admin' },
    ]);
  });

  it('is denied in the language of the caller', async () => {
    const t = await openEnvelopeTest(ok, { tier: 'officer' });
    await t.send({ id: '1300000000000000010', locale: 'es-419' });
    expect(replies(t)).toEqual([{ content: expect.stringMatching(/nivel oficial, y el tuyo es miembro/) }]);
  });

  it('is denied to blacklisted people, but for what everybody may use', async () => {
    const blacklist = sql`INSERT INTO blacklist (discord_id, created_at) VALUES (:discord_id, 1)`;
    for (const [whenBlacklisted, expected] of [
      ['refuse', ['blacklisted']],
      ['allow', [undefined]],
    ] as const) {
      const t = await openEnvelopeTest(ok, { whenBlacklisted });
      await t.db.execute(blacklist, { discord_id: WOLF });
      await t.send();
      expect(denied(t)).toEqual(expected);
    }
  });

  it('is denied during a cooldown, which starts on success and is one of its own for each person', async () => {
    let fail = true;
    const t = await openEnvelopeTest(
      async () => {
        if (fail) throw new UserError('bad-input', 'No.');
        return { message: { content: 'ok' } };
      },
      { cooldownSeconds: 30 },
    );
    const send = (n: number, user = WOLF) => t.send({ id: `13000000000000000${n}`, user });
    await send(10);
    fail = false;
    await send(11);
    await send(12);
    await send(13, '1200000000000000012');
    t.clock.now += 30_000;
    await send(14);
    expect(denied(t)).toEqual(['bad-input', undefined, 'cooldown', undefined, undefined]);
  });

  it('is given to one of two commands of a person that arrive together during no cooldown', async () => {
    const t = await openEnvelopeTest(ok, { cooldownSeconds: 30 });
    await Promise.all(['1300000000000000010', '1300000000000000011'].map((id) => t.send({ id })));
    expect(denied(t).sort()).toEqual(['cooldown', undefined]);
  });
});

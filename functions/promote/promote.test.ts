import { beforeEach, describe, expect, it } from 'vitest';
import { sql } from '../../shared/database/database.ts';
import { findMember } from '../../shared/members/member.ts';
import { awardPoints, ledgerDifferences, removePoints } from '../../shared/points/ledger.ts';
import { findCard, offerPromotion } from '../../shared/ranks/promotion-cards.ts';
import { rankChangesOf } from '../../shared/ranks/rank-change.ts';
import { leaveDueEffect, person } from '../../test/support/clan.ts';
import {
  ADMIN,
  type Call,
  type HandlerTest,
  openHandlerTest,
  resolved,
} from '../../test/support/handler-test.ts';
import { SETTINGS } from '../../test/support/identity.ts';
import { robloxError } from '../../test/support/recorded.ts';
import { approveCard } from './approve-card.ts';
import { denyCard } from './deny-card.ts';
import { promote } from './promote.ts';

const WOLF = person(2);
const WOLF_ROBLOX = '7002';
const actor = { id: ADMIN, tier: 'admin' } as const;
let test: HandlerTest;

beforeEach(async () => {
  test = await openHandlerTest();
});

/** A member whose rank on Roblox is the same, unless said otherwise. */
async function seed(rank: string, points: number, robloxRoles = ROLE_OF[rank] ?? []): Promise<void> {
  await test.clan.seed({ discordId: WOLF, robloxUserId: WOLF_ROBLOX, robloxName: 'Wolf', rank, points });
  test.group.put(WOLF_ROBLOX, { roleIds: [...robloxRoles] });
}
const ROLE_OF: Record<string, readonly string[]> = {
  Pending: ['90001'],
  Enlist: ['90002', '90030'],
  Soldier: ['90045'],
  Veteran: ['90118'],
  Queen: ['90118'],
  Captain: ['90121'],
};
async function rankNow(): Promise<string | undefined> {
  const member = await findMember(test.clan.db, WOLF);
  return test.clan.ranks.find((rank) => rank.id === member?.rankId)?.name;
}
const promoting = (more: Partial<Call> = {}): Call => ({ actor, options: { member: WOLF }, ...more });

describe('/promote', () => {
  it('promotes at exactly the needed points, and shows each part with its own mark', async () => {
    await seed('Pending', 5);
    const { reply, effects } = await test.run(promote, promoting());
    expect(await rankNow()).toBe('Enlist');
    expect(reply.message.content).toContain('**Pending** \u2192 **Enlist**');
    expect(reply.message.content).toContain('\u2705 Database');
    expect(reply.shows?.map(({ label }) => label)).toEqual(['Discord role', 'Roblox', 'Direct message']);
    expect(effects.map((effect) => effect.kind)).toEqual(['roblox-roles', 'discord-roles', 'dm']);
    expect(await rankChangesOf(test.clan.db, WOLF, 9)).toMatchObject([{ cause: 'promote', actorId: ADMIN }]);
    expect((await findMember(test.clan.db, WOLF))?.points).toBe(0);
    expect(await ledgerDifferences(test.clan.db)).toEqual([]);
  });

  it('goes to an admin-only rank when that is next, whatever the points', async () => {
    await seed('Soldier', 0);
    await test.run(promote, promoting());
    expect(await rankNow()).toBe('Veteran');
  });

  it.each<{ what: string; seeded: () => Promise<void>; call?: Partial<Call>; code: string }>([
    {
      what: 'oneself',
      seeded: () => seed('Pending', 5),
      call: { options: { member: ADMIN } },
      code: 'not-yourself',
    },
    {
      what: 'a bot',
      seeded: () => seed('Pending', 5),
      call: { people: [resolved(WOLF, true)] },
      code: 'not-bots',
    },
    { what: 'somebody who is not linked', seeded: async () => undefined, code: 'not-linked' },
    { what: 'too few points', seeded: () => seed('Pending', 4), code: 'not-enough-points' },
    { what: 'the highest rank', seeded: () => seed('Captain', 999), code: 'top-rank' },
    {
      what: 'somebody who left the group',
      seeded: async () => {
        await seed('Pending', 5);
        test.group.put(WOLF_ROBLOX, { roleIds: null });
      },
      code: 'left-group',
    },
    {
      what: 'anybody while Roblox does not answer',
      seeded: async () => {
        await seed('Pending', 5);
        test.roblox.down = robloxError(503);
      },
      code: 'roblox-unavailable',
    },
  ])('refuses $what and changes nothing', async ({ seeded, call, code }) => {
    await seeded();
    const before = await rankNow();
    await expect(test.run(promote, promoting(call))).rejects.toMatchObject({ name: 'UserError', code });
    expect(await rankNow()).toBe(before);
    expect(await rankChangesOf(test.clan.db, WOLF, 9)).toEqual([]);
  });

  it('takes over the rank on Roblox first and promotes from there', async () => {
    await seed('Pending', 5, ['90045']);
    const { reply, effects } = await test.run(promote, promoting());
    expect(await rankNow()).toBe('Veteran');
    expect(reply.message.content).toContain('Pending \u2192 Soldier was taken over first');
    expect(effects.map((effect) => effect.kind)).toEqual([
      'discord-roles',
      'roblox-roles',
      'discord-roles',
      'dm',
    ]);
  });

  it('keeps what it took over from Roblox when the promotion itself is refused, and says both', async () => {
    await seed('Pending', 5, ['90002']);
    const { reply, effects } = await test.run(promote, promoting());
    expect(await rankNow()).toBe('Enlist');
    expect(reply.message.content).toContain('Pending \u2192 Enlist was taken over');
    expect(reply.message.content).toMatch(/Nobody was promoted[\s\S]*\n-# not-enough-points · \d+$/);
    expect(reply.message.content).toContain('needs 20 points');
    expect(effects.map((effect) => effect.kind)).toEqual(['discord-roles']);
  });

  it('promotes while an earlier change still waits for Roblox, without looking back at the old rank', async () => {
    await seed('Soldier', 0, ['90002']);
    await leaveDueEffect(test.clan.db, `roblox:${WOLF}`);
    await test.run(promote, promoting());
    expect(await rankNow()).toBe('Veteran');
  });

  it('keeps the points where the clan does not reset them', async () => {
    await seed('Pending', 7);
    const settings = { ...SETTINGS, points: { ...SETTINGS.points, reset_on_promotion: false } };
    await test.run(promote, promoting({ settings }));
    expect((await findMember(test.clan.db, WOLF))?.points).toBe(7);
  });

  it('promotes once when two admins do it at the same moment, and tells the other', async () => {
    await seed('Pending', 5);
    const outcomes = await Promise.allSettled([
      test.run(promote, promoting()),
      test.run(promote, promoting({ actor: { id: person(903), tier: 'admin' } })),
    ]);
    expect(await rankNow()).toBe('Enlist');
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
    expect(refused).toMatchObject([{ code: 'changed-meanwhile' }]);
  });
});

describe('rank changes of one person within 60 minutes', () => {
  const settings = { ...SETTINGS, ranks: { hourly_max: 2 } };
  const change = () => test.run(promote, promoting({ settings }));

  it('are made up to the limit; beyond it nothing changes and the admin channel is told once', async () => {
    await seed('Soldier', 0);
    await change();
    await change();
    expect(await rankNow()).toBe('Veteran');
    const { text, effects } = await change();
    expect(text).toContain('at most 2 rank changes within 60 minutes');
    expect(effects).toMatchObject([{ kind: 'message', channelId: settings.channels.admin }]);
    expect(JSON.stringify(effects)).toContain(`guard.lift:${ADMIN}:ranks.`);
    await expect(change()).rejects.toMatchObject({ code: 'hourly-limit' });
    expect(await rankNow()).toBe('Veteran');
    test.clock.now += 3_600_000;
    await test.run(promote, promoting({ settings }));
  });

  it('do not count what was refused, nor what the sync did', async () => {
    await seed('Pending', 5, ROLE_OF['Enlist']);
    await expect(change()).resolves.toMatchObject({ text: expect.stringContaining('not-enough-points') });
    for (let times = 0; times < 3; times += 1) {
      await expect(change()).rejects.toMatchObject({ code: 'not-enough-points' });
    }
    await test.clan.change(async (tx) => {
      const entry = { entryId: tx.newId(), kind: 'award', reason: null, actorId: null } as const;
      const when = { now: test.clock.now, timeZone: 'UTC' };
      await awardPoints(tx, { ...entry, ...when, memberId: WOLF, amount: 20 });
    });
    await change();
    expect(await rankNow()).toBe('Soldier');
  });
});

describe('the buttons of a promotion card', () => {
  async function offered(): Promise<string> {
    const { effects } = await test.clan.change(async (tx) => {
      const member = await findMember(tx, WOLF);
      if (member === undefined) throw new Error('seed the member first');
      await offerPromotion(tx, { member, ranks: test.clan.ranks, settings: SETTINGS, now: test.clock.now });
    });
    const [card] = effects;
    if (card?.kind !== 'message' || card.remember === undefined) throw new Error('no card was posted');
    return card.remember.id;
  }
  const pressing = (recordId: string, more: Partial<Call> = {}): Call => ({ actor, recordId, ...more });

  it('promotes on Approve and updates the card', async () => {
    await seed('Pending', 6);
    const card = await offered();
    const { reply, effects } = await test.run(approveCard, pressing(card));
    expect(await rankNow()).toBe('Enlist');
    expect(await findCard(test.clan.db, card)).toMatchObject({ status: 'approved', decidedBy: ADMIN });
    expect(effects.map((effect) => effect.kind)).toEqual(['edit', 'roblox-roles', 'discord-roles', 'dm']);
    expect(JSON.stringify(effects[0]).match(/"disabled":true/g)).toHaveLength(2);
    expect(reply.shows).toHaveLength(3);
    expect(await rankChangesOf(test.clan.db, WOLF, 9)).toMatchObject([{ cause: 'card' }]);
  });

  it('counts an approval towards the limit of rank changes, and leaves the card open beyond it', async () => {
    await seed('Pending', 6);
    const settings = { ...SETTINGS, ranks: { hourly_max: 1 } };
    await test.run(approveCard, pressing(await offered(), { settings }));
    await test.clan.seed({ discordId: person(3), robloxUserId: '7003', points: 6 });
    test.group.put('7003', { roleIds: ['90001'] });
    const { effects } = await test.clan.change(async (tx) => {
      const member = await findMember(tx, person(3));
      if (member === undefined) throw new Error('no member');
      await offerPromotion(tx, { member, ranks: test.clan.ranks, settings, now: test.clock.now });
    });
    const card = effects.flatMap((one) => ('remember' in one ? (one.remember?.id ?? []) : []))[0] ?? '';
    const { text } = await test.run(approveCard, pressing(card, { settings }));
    expect(text).toContain('at most 1 rank change within 60 minutes');
    expect(await findCard(test.clan.db, card)).toMatchObject({ status: 'open' });
  });

  it('leaves rank and points as they are on Deny and updates the card', async () => {
    await seed('Pending', 6);
    const card = await offered();
    const { effects } = await test.run(denyCard, pressing(card));
    expect(await rankNow()).toBe('Pending');
    expect(effects).toMatchObject([{ kind: 'edit', of: { table: 'promotion_cards', id: card } }]);
    expect(JSON.stringify(effects)).toContain(`Denied by <@${ADMIN}>`);
  });

  it('is in the language of the clan, and the answer to a press in that of the admin', async () => {
    await seed('Pending', 6);
    const card = await offered();
    const settings = { ...SETTINGS, locale: 'fr' };
    const { text, effects } = await test.run(denyCard, pressing(card, { settings, locale: 'pt-BR' }));
    expect(text).toContain(`A promoção de <@${WOLF}> para **Enlist** foi recusada.`);
    expect(JSON.stringify(effects)).toContain(`Refusée par <@${ADMIN}>`);
  });

  it('says when it was decided though the data of who did it are gone', async () => {
    await seed('Pending', 6);
    const card = await offered();
    await test.run(denyCard, pressing(card));
    await test.clan.db.transaction((tx) =>
      tx.execute(sql`UPDATE promotion_cards SET decided_by = NULL WHERE card_id = :card_id`, {
        card_id: card,
      }),
    );
    await expect(test.run(denyCard, pressing(card))).rejects.toMatchObject({
      message: expect.stringMatching(/^This promotion was denied on <t:/),
    });
  });

  it('tells a second press who decided what and when', async () => {
    await seed('Pending', 6);
    const card = await offered();
    await test.run(denyCard, pressing(card));
    for (const handler of [approveCard, denyCard]) {
      await expect(test.run(handler, pressing(card))).rejects.toMatchObject({
        code: 'card-closed',
        message: expect.stringMatching(new RegExp(`denied by <@${ADMIN}> on <t:`)),
      });
    }
  });

  it('decides once when both buttons are pressed at the same moment', async () => {
    await seed('Pending', 6);
    const card = await offered();
    const presses = Array.from({ length: 20 }, (_, n) =>
      test.run(n % 2 === 0 ? approveCard : denyCard, pressing(card)),
    );
    const outcomes = await Promise.allSettled(presses);
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
    const approved = (await findCard(test.clan.db, card))?.status === 'approved';
    expect(await rankNow()).toBe(approved ? 'Enlist' : 'Pending');
  });

  it('refuses politely and closes the card when the points are no longer there', async () => {
    await seed('Pending', 6);
    const card = await offered();
    const posting = {
      memberId: WOLF,
      amount: 3,
      reason: null,
      actorId: null,
      now: test.clock.now,
      timeZone: 'UTC',
    };
    await test.clan.change((tx) => removePoints(tx, { entryId: tx.newId(), ...posting }));
    const { reply, effects } = await test.run(approveCard, pressing(card));
    expect(reply.message.content).toContain('no longer applies');
    expect(effects.map((effect) => effect.kind)).toEqual(['edit']);
    expect(await rankNow()).toBe('Pending');
    await test.clan.change((tx) => awardPoints(tx, { entryId: tx.newId(), kind: 'award', ...posting }));
    expect(await offered()).not.toBe(card);
  });

  it('refuses when the rank was changed on Roblox meanwhile, and takes that over', async () => {
    await seed('Pending', 6);
    const card = await offered();
    test.group.put(WOLF_ROBLOX, { roleIds: ['90045'] });
    const { reply } = await test.run(approveCard, pressing(card));
    expect(reply.message.content).toContain('Pending \u2192 Soldier was taken over');
    expect(reply.message.content).toContain('no longer applies');
    expect(await rankNow()).toBe('Soldier');
    expect(await findCard(test.clan.db, card)).toMatchObject({ status: 'void' });
  });

  it('is not for the member it is about', async () => {
    await seed('Pending', 6);
    const card = await offered();
    const own = pressing(card, { actor: { id: WOLF, tier: 'admin' } });
    for (const handler of [approveCard, denyCard]) {
      await expect(test.run(handler, own)).rejects.toMatchObject({ code: 'own-card' });
    }
    expect(await findCard(test.clan.db, card)).toMatchObject({ status: 'open' });
  });

  it('knows nothing of a card that does not exist', async () => {
    await expect(test.run(denyCard, pressing('1-1'))).rejects.toMatchObject({ code: 'no-such-card' });
  });

  it('closes with /promote, which makes it superfluous', async () => {
    await seed('Pending', 6);
    const card = await offered();
    const { effects } = await test.run(promote, promoting());
    expect(await findCard(test.clan.db, card)).toMatchObject({ status: 'void' });
    expect(effects.some((effect) => effect.kind === 'edit')).toBe(true);
  });
});

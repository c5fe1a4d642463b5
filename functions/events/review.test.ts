import { beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../../shared/discord/message.ts';
import { findEvent, participantsOf } from '../../shared/events/event.ts';
import { readParticipants } from '../../shared/events/participants.ts';
import { submitEvent } from '../../shared/events/submit-event.ts';
import { findMember } from '../../shared/members/member.ts';
import type { Effect } from '../../shared/outbox/effect.ts';
import { history, ledgerDifferences } from '../../shared/points/ledger.ts';
import { NOON, person } from '../../test/support/clan.ts';
import {
  type Call,
  type HandlerTest,
  OFFICER,
  openHandlerTest,
  resolved,
} from '../../test/support/handler-test.ts';
import { EVENT_LOG, POINT_LOG, SETTINGS } from '../../test/support/identity.ts';
import { approve } from './approve.ts';
import { decline } from './decline.ts';

const HOST = person(1);
const WOLF = person(2);
const BEAR = person(3);
const STRANGER = person(4);

let test: HandlerTest;

beforeEach(async () => {
  test = await openHandlerTest();
  await test.clan.seed({ discordId: HOST, robloxName: 'HostName' });
  await test.clan.seed({ discordId: WOLF, robloxName: 'Wolf', points: 1 });
  await test.clan.seed({ discordId: BEAR, robloxName: 'Bear' });
  await test.clan.seed({ discordId: OFFICER, robloxName: 'Officer' });
});

async function submitted(selected: readonly string[], names = ''): Promise<string> {
  const { result } = await test.clan.change((tx) =>
    submitEvent(tx, {
      type: 'Raid',
      hostId: HOST,
      times: { startsAt: NOON, endsAt: NOON + 3_600_000, startsText: 'noon', endsText: '1 pm' },
      participants: readParticipants(
        selected.map((id) => resolved(id)),
        names,
      ),
      proof: {
        url: 'https://cdn.discordapp.com/a',
        name: 'proof.png',
        contentType: 'image/png',
        sha256: 'a'.repeat(64),
      },
      now: NOON,
    }),
  );
  return result.event.id;
}

function approval(recordId: string, points: string, more: Partial<Call> = {}): Call {
  return { recordId, fields: { points: [points], note: [] }, ...more };
}

function messagesTo(effects: readonly Effect[], channelId: string): Message[] {
  return effects.flatMap((effect) =>
    effect.kind === 'message' && effect.channelId === channelId ? [effect.message] : [],
  );
}
function directMessages(effects: readonly Effect[]): Record<string, string> {
  return Object.fromEntries(
    effects.flatMap((effect) =>
      effect.kind === 'dm' ? [[effect.userId, effect.message.content ?? '']] : [],
    ),
  );
}
async function pointsOf(id: string): Promise<number | undefined> {
  return (await findMember(test.clan.db, id))?.points;
}

describe('approving an event', () => {
  it('awards each linked participant once, however they were named', async () => {
    const id = await submitted([WOLF, STRANGER], 'wolf, WOLF, Bear, Nobody');
    await test.run(approve, approval(id, '4', { fields: { points: ['4'], note: ['well done'] } }));
    expect(await findEvent(test.clan.db, id)).toMatchObject({
      status: 'approved',
      points: 4,
      note: 'well done',
      decidedBy: OFFICER,
      decidedAt: NOON,
    });
    expect([await pointsOf(WOLF), await pointsOf(BEAR), await pointsOf(HOST)]).toEqual([5, 4, 0]);
    expect((await history(test.clan.db, WOLF, { page: 1, pageSize: 10 })).entries).toHaveLength(2);
    expect(await ledgerDifferences(test.clan.db)).toEqual([]);
    const entries = await participantsOf(test.clan.db, id);
    expect(entries.filter((participant) => participant.entryId !== null)).toHaveLength(2);
  });

  it('counts somebody who linked after the submission', async () => {
    const id = await submitted([STRANGER]);
    await test.clan.seed({ discordId: STRANGER });
    await test.run(approve, approval(id, '3'));
    expect(await pointsOf(STRANGER)).toBe(3);
  });

  it('edits the review message, with who decided what, and disables its buttons', async () => {
    const id = await submitted([WOLF]);
    const { effects } = await test.run(approve, approval(id, '3'));
    const edit = effects.find((effect) => effect.kind === 'edit');
    expect(edit?.of).toEqual({ table: 'events', id });
    const text = JSON.stringify(edit?.message.embeds);
    expect(text).toContain('Approved');
    expect(text).toContain(`<@${OFFICER}>`);
    expect(text).toContain('Got points (1)');
    expect(JSON.stringify(edit?.message.components).match(/"disabled":true/g)).toHaveLength(2);
  });

  it('announces it without review details, and logs the points with host and participants', async () => {
    const id = await submitted([WOLF], 'Nobody');
    const call = approval(id, '3', { fields: { points: ['3'], note: ['secret note'] } });
    const { effects } = await test.run(approve, call);
    const [announcement] = messagesTo(effects, EVENT_LOG);
    expect(announcement?.embeds?.[0]?.title).toBe('Raid');
    expect(JSON.stringify(announcement)).toContain(`<@${HOST}>`);
    expect(JSON.stringify(announcement)).toContain('Wolf');
    expect(JSON.stringify(announcement)).not.toMatch(new RegExp(`secret|${OFFICER}|points`));
    const [log] = messagesTo(effects, POINT_LOG);
    expect(log?.embeds?.[0]?.title).toBe('Raid: +3 points each');
    expect(log?.embeds?.[0]?.description).toContain(`<@${HOST}>`);
    expect(log?.embeds?.[0]?.description).toContain(`<@${WOLF}> (Wolf)`);
    expect(log?.embeds?.[0]?.description).toContain('Nobody');
  });

  it('calls it a solo event when the host was alone', async () => {
    const { effects } = await test.run(approve, approval(await submitted([HOST]), '3'));
    expect(messagesTo(effects, EVENT_LOG)[0]?.embeds?.[0]?.description).toContain('Solo event');
    const { effects: others } = await test.run(approve, approval(await submitted([WOLF]), '3'));
    expect(messagesTo(others, EVENT_LOG)[0]?.embeds?.[0]?.description).not.toContain('Solo event');
  });

  it('tells each participant and the submitter, once each', async () => {
    const id = await submitted([HOST, WOLF]);
    const { effects } = await test.run(approve, approval(id, '3'));
    expect(effects.filter((effect) => effect.kind === 'dm')).toHaveLength(2);
    const messages = directMessages(effects);
    expect(messages[WOLF]).toContain('**3 points** for **Raid**');
    expect(messages[HOST]).toMatch(
      /was approved: 2 members got 3 points each[\s\S]*You got \*\*3 points\*\*/,
    );
  });

  it('posts one promotion card for each who became eligible', async () => {
    const { effects } = await test.run(approve, approval(await submitted([WOLF, BEAR]), '4'));
    const cards = effects.filter(
      (effect) => effect.kind === 'message' && effect.remember?.table === 'promotion_cards',
    );
    expect(cards).toHaveLength(1);
    expect(JSON.stringify(cards)).toContain(WOLF);
    const again = await test.run(approve, approval(await submitted([WOLF]), '1'));
    expect(again.effects.some((effect) => effect.kind === 'message' && effect.remember !== undefined)).toBe(
      false,
    );
  });

  it('gives the host points only where the clan wants it', async () => {
    await test.run(approve, approval(await submitted([WOLF]), '3'));
    expect(await pointsOf(HOST)).toBe(0);
    const settings = { ...SETTINGS, events: { ...SETTINGS.events, host_points: true } };
    await test.run(approve, approval(await submitted([WOLF]), '3', { settings }));
    expect(await pointsOf(HOST)).toBe(3);
    await test.run(approve, approval(await submitted([WOLF, HOST]), '3', { settings }));
    expect(await pointsOf(HOST)).toBe(6);
  });

  it.each(['0', '31', '2.5', '-1', 'many', '', '1e1'])(
    'refuses %j as points and decides nothing',
    async (points) => {
      const id = await submitted([WOLF]);
      await expect(test.run(approve, approval(id, points))).rejects.toMatchObject({ code: 'bad-points' });
      expect(await findEvent(test.clan.db, id)).toMatchObject({ status: 'pending' });
    },
  );

  it('refuses an event that does not exist', async () => {
    await expect(test.run(approve, approval('1200000000000000000-9', '3'))).rejects.toMatchObject({
      code: 'no-such-event',
    });
  });

  it('stays within the limits of messages with 300 participants', async () => {
    const names = Array.from({ length: 300 }, (_, n) => `*Somebody_With_A_Name_${n}*`);
    for (const [n, robloxName] of names.slice(0, 150).entries()) {
      await test.clan.seed({ discordId: person(1000 + n), robloxName });
    }
    const { reply, effects } = await test.run(approve, approval(await submitted([], names.join('\n')), '3'));
    expect(reply.message.content).toContain('150 members get 3 points each');
    expect(messagesTo(effects, POINT_LOG).length).toBeGreaterThan(1);
    expect(JSON.stringify(messagesTo(effects, POINT_LOG))).toContain('Name\\\\_299');
    for (const message of messagesTo(effects, POINT_LOG).concat(messagesTo(effects, EVENT_LOG))) {
      expect(message.embeds?.[0]?.description?.length).toBeLessThanOrEqual(4096);
    }
    expect(await ledgerDifferences(test.clan.db)).toEqual([]);
  });
});

describe('who may decide', () => {
  it('refuses the submitter and everybody who took part, by whatever name', async () => {
    const officer = { id: WOLF, tier: 'officer' } as const;
    const asHost = approval(await submitted([BEAR]), '3', { actor: { id: HOST, tier: 'admin' } });
    await expect(test.run(approve, asHost)).rejects.toMatchObject({ code: 'own-event' });
    for (const id of [await submitted([WOLF]), await submitted([], 'WOLF')]) {
      await expect(test.run(approve, approval(id, '3', { actor: officer }))).rejects.toMatchObject({
        code: 'own-event',
      });
      const declining = { recordId: id, actor: officer, fields: { reason: ['no'] } };
      await expect(test.run(decline, declining)).rejects.toMatchObject({ code: 'own-event' });
      expect(await findEvent(test.clan.db, id)).toMatchObject({ status: 'pending' });
    }
  });

  it('lets them decide without the four-eyes rule, but never awards the one who decides', async () => {
    const settings = { ...SETTINGS, events: { ...SETTINGS.events, four_eyes: false } };
    const actor = { id: WOLF, tier: 'officer' } as const;
    const { reply } = await test.run(
      approve,
      approval(await submitted([WOLF, BEAR]), '3', { settings, actor }),
    );
    expect([await pointsOf(WOLF), await pointsOf(BEAR)]).toEqual([1, 3]);
    expect(reply.message.content).toContain('You get no points yourself');
  });
});

describe('declining an event', () => {
  it('keeps the reason, tells the submitter, and awards nobody', async () => {
    const id = await submitted([WOLF]);
    const { effects } = await test.run(decline, { recordId: id, fields: { reason: ['no proof of *that*'] } });
    expect(await findEvent(test.clan.db, id)).toMatchObject({
      status: 'declined',
      note: 'no proof of *that*',
    });
    expect(effects.map((effect) => effect.kind)).toEqual(['edit', 'dm']);
    expect(directMessages(effects)[HOST]).toContain('no proof of \\*that\\*');
    expect(await pointsOf(WOLF)).toBe(1);
  });

  it.each(['  ', '\u200b\u3164', '\u0000'])('needs a reason that can be seen, not %j', async (reason) => {
    const call = { recordId: await submitted([WOLF]), fields: { reason: [reason] } };
    await expect(test.run(decline, call)).rejects.toMatchObject({ code: 'bad-reason' });
  });
});

describe('what a reviewer writes', () => {
  it('is kept without what nobody sees, line ends and joined emoji included', async () => {
    const id = await submitted([WOLF]);
    await test.run(decline, { recordId: id, fields: { reason: [' Late\u202e\r\nand\u0000 👨‍👩‍👧\u200b '] } });
    expect((await findEvent(test.clan.db, id))?.note).toBe('Late\nand 👨‍👩‍👧');
  });

  it('may be 500 characters long, an emoji being one', async () => {
    const id = await submitted([WOLF]);
    const fields = { points: ['1'], note: ['🐺'.repeat(501)] };
    await expect(test.run(approve, { recordId: id, fields })).rejects.toMatchObject({ code: 'bad-note' });
    await test.run(approve, { recordId: id, fields: { points: ['1'], note: ['🐺'.repeat(500)] } });
    expect((await findEvent(test.clan.db, id))?.note).toBe('🐺'.repeat(500));
  });
});

describe('deciding at the same time', () => {
  it('lets the first decision win and tells later ones who decided what and when', async () => {
    const id = await submitted([WOLF]);
    await test.run(approve, approval(id, '3'));
    const late = { recordId: id, fields: { reason: ['no'] }, actor: { id: BEAR, tier: 'officer' } } as const;
    await expect(test.run(decline, late)).rejects.toMatchObject({
      code: 'already-decided',
      message: expect.stringMatching(new RegExp(`approved with 3 points each by <@${OFFICER}> on <t:`)),
    });
    expect(await findEvent(test.clan.db, id)).toMatchObject({ status: 'approved', points: 3 });
  });

  it('makes exactly one decision of 100 approvals at once, and the sums equal the ledger', async () => {
    const id = await submitted([WOLF, BEAR]);
    const attempts = Array.from({ length: 100 }, (_, n) =>
      test.run(
        approve,
        approval(id, String((n % 30) + 1), { actor: { id: person(500 + n), tier: 'officer' } }),
      ),
    );
    const outcomes = await Promise.allSettled(attempts);
    const won = outcomes.filter((outcome) => outcome.status === 'fulfilled');
    expect(won).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'already-decided' });
    }
    const event = await findEvent(test.clan.db, id);
    expect(await pointsOf(BEAR)).toBe(event?.points);
    expect(await ledgerDifferences(test.clan.db)).toEqual([]);
  });
});

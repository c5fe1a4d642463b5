import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NOON, openTestClan, person, type TestClan } from '../../test/support/clan.ts';
import { countRoundTrips } from '../../test/support/round-trips.ts';
import { rememberMessage } from '../effects/remembered-message.ts';
import { attendanceOf, tookPart } from './attendance.ts';
import { decideEvent } from './decide-event.ts';
import { type ClanEvent, findEvent, findSameProof, participantsOf } from './event.ts';
import { readParticipants } from './participants.ts';
import { reviewMessage } from './review-message.ts';
import { submitEvent } from './submit-event.ts';

const HOST = person(1);
const WOLF = person(2);
const REVIEWER = { reviewerId: person(9), now: NOON };
const settings = { color: '#c8a24a', guild_id: '1100000000000000002', locale: 'en-US' };
let clan: TestClan;

beforeEach(async () => {
  clan = await openTestClan();
  await clan.seed({ discordId: HOST, robloxName: 'HostName' });
  await clan.seed({ discordId: WOLF, robloxName: 'Wolf' });
});
afterEach(() => clan.db.close());

async function submitted(sha256 = 'a'.repeat(64), names = 'wolf, Nobody', at = NOON): Promise<ClanEvent> {
  const { result } = await clan.change((tx) =>
    submitEvent(tx, {
      type: 'Raid',
      hostId: HOST,
      times: { startsAt: NOON, endsAt: NOON + 1, startsText: 'a', endsText: 'b' },
      participants: readParticipants([], names),
      proof: { url: 'https://cdn.discordapp.com/a', name: 'proof.png', contentType: 'image/png', sha256 },
      now: at,
    }),
  );
  return result.event;
}

describe('an event', () => {
  it('is decided once: whoever read it before the decision is sent back to read it again', async () => {
    const event = await submitted();
    const approval = { status: 'approved', points: 3, note: null } as const;
    await clan.change((tx) => decideEvent(tx, event, approval, REVIEWER));
    await expect(
      decideEvent(clan.db, event, { status: 'declined', points: null, note: 'late' }, REVIEWER),
    ).rejects.toMatchObject({ name: 'ConflictError' });
    expect(await findEvent(clan.db, event.id)).toMatchObject({ status: 'approved', points: 3 });
  });

  it('knows the earliest event with the same proof, whatever became of it', async () => {
    const first = await submitted();
    await submitted('b'.repeat(64));
    const second = await submitted(undefined, undefined, NOON + 1);
    const third = await submitted(undefined, undefined, NOON + 2);
    expect([first.duplicateOf, second.duplicateOf, third.duplicateOf]).toEqual([null, first.id, first.id]);
    expect(await findSameProof(clan.db, 'c'.repeat(64))).toBeUndefined();
  });
});

describe('attendance', () => {
  it('counts a member once, by mention and by name in any case, and keeps the others apart', async () => {
    const event = await submitted(undefined, `<@${WOLF}>, WOLF, Nobody, <@${person(77)}>`);
    const attendance = await attendanceOf(clan.db, await participantsOf(clan.db, event.id));
    expect(attendance.linked.map(({ member, named }) => [member.discordId, named.length])).toEqual([
      [WOLF, 2],
    ]);
    expect(attendance.unlinked.map(({ key }) => key)).toEqual(['r:nobody', `d:${person(77)}`]);
    expect([WOLF, HOST, person(77)].map((id) => tookPart(attendance, id))).toEqual([true, false, true]);
  });

  it('does not count a member who is known but not linked', async () => {
    await clan.seed({ discordId: person(5), robloxUserId: null });
    const event = await submitted(undefined, `<@${person(5)}>`);
    const attendance = await attendanceOf(clan.db, await participantsOf(clan.db, event.id));
    expect(attendance.linked).toEqual([]);
  });
});

describe('attendance of many', () => {
  it.each([2, 25, 300])('asks the database twice for %i people', async (count) => {
    const { db, trips } = countRoundTrips(clan.db);
    const people = Array.from({ length: count }, (_, number) =>
      number % 2 === 0 ? `<@${person(100 + number)}>` : `Wolf_${number}`,
    );
    await attendanceOf(db, readParticipants([], people.join(', ')));
    expect(trips).toHaveLength(2);
  });
});

describe('the review message', () => {
  async function message(event: ClanEvent, now = NOON + 10) {
    const attendance = await attendanceOf(clan.db, await participantsOf(clan.db, event.id));
    return reviewMessage({ event, attendance, duplicateOf: undefined, settings, now });
  }

  it('shows the proof it was posted with, and none when it was posted without', async () => {
    const { id } = await submitted();
    const posted = { channelId: '1100000000000000031', messageId: '1500000000000000001' };
    const image = async (attachmentId: string | undefined) => {
      await rememberMessage(clan.db, { table: 'events', id }, { ...posted, attachmentId });
      const event = await findEvent(clan.db, id);
      return event && (await message(event)).embeds?.[0]?.image?.url;
    };
    expect(await image('1500000000000000002')).toBe('attachment://proof.png');
    expect(await image(undefined)).toBeUndefined();
  });

  it('points out an event that was not over when it was submitted', async () => {
    const event = await submitted();
    expect(JSON.stringify(await message(event, NOON))).toContain('ends later than it was submitted');
    expect(JSON.stringify(await message(event))).not.toContain('ends later');
  });

  it('shows names letter by letter, whatever is in them', async () => {
    const event = await submitted(undefined, '**bold** @everyone [x](https://evil), \u202eflow');
    const text = JSON.stringify(await message({ ...event, type: '@everyone `raid`' }));
    expect(text).toContain('\\\\*\\\\*bold\\\\*\\\\* @\u200beveryone \\\\[x\\\\]\\\\(https\\\\://evil\\\\)');
    expect(text).not.toContain('\u202e');
  });

  it('fits an embed with the longest note, name lists and duplicate', async () => {
    const names = Array.from({ length: 300 }, (_, n) => `*_*_*_*_*_*_*_*_*_${n}`).join(',');
    const event = await submitted(undefined, names);
    const decided = {
      ...event,
      status: 'declined',
      note: '*'.repeat(500),
      type: '*'.repeat(80),
      duplicateOf: event.id,
      decidedBy: WOLF,
      decidedAt: NOON,
    } as const;
    const attendance = await attendanceOf(clan.db, await participantsOf(clan.db, event.id));
    const duplicateOf = {
      ...event,
      reviewChannelId: '1100000000000000031',
      reviewMessageId: '1500000000000000001',
    };
    const [embed] =
      reviewMessage({ event: decided, attendance, duplicateOf, settings, now: NOON }).embeds ?? [];
    const texts = [
      embed?.title,
      embed?.footer?.text,
      ...(embed?.fields ?? []).flatMap(({ name, value }) => [name, value]),
    ];
    expect(texts.join('').length).toBeLessThanOrEqual(6000);
    for (const { value } of embed?.fields ?? []) expect(value.length).toBeLessThanOrEqual(1024);
  });
});

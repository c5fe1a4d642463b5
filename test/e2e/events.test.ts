import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { picture } from '../../local/demo/seed-submission.ts';
import { sql } from '../../shared/database/database.ts';
import { findMember } from '../../shared/members/member.ts';
import { ledgerDifferences } from '../../shared/points/ledger.ts';
import { startTestPlatform, type TestPlatform } from '../platform/start-platform.ts';
import { offeredChoices } from './offered-choices.ts';

const AWARDS_OF = sql`SELECT member_id FROM point_entries WHERE event_id = :event_id ORDER BY member_id`;
const FORGET_COOLDOWNS = sql`DELETE FROM cooldowns`;
const DECISIONS = sql`SELECT status, decided_by FROM events WHERE event_id = :event_id`;
let platform: TestPlatform;
let submissions = 0;

beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

/** Submits an event and returns its review message and its id. */
async function submitted(user: string, members: readonly string[], names = '') {
  submissions += 1;
  await (await platform.database()).execute(FORGET_COOLDOWNS);
  await platform.command(user, 'submit-event', { type: 'Patrol' });
  const bytes = Buffer.concat([picture(), Buffer.from(`${submissions}`)]);
  const proof = { name: 'a.png', contentType: 'image/png', bytes };
  await platform.submitModal(user, {
    members,
    names,
    start: '14:30 yesterday',
    end: '15:30 yesterday',
    proof,
  });
  await platform.idle();
  const message = platform.discord.messages('tophat', 'admin').at(-1);
  const eventId = message?.controls[0]?.customId?.split(':')[1] ?? '';
  return { message: message?.id ?? '', eventId };
}
async function approve(user: string, message: string, points: string, note = '') {
  await platform.click(user, 'Approve', { message });
  return platform.submitModal(user, { points, note });
}
async function decline(user: string, message: string, reason: string) {
  await platform.click(user, 'Decline', { message });
  return platform.submitModal(user, { reason });
}
async function pointsOf(user: string): Promise<number> {
  const { userId } = platform.discord.member('tophat', user);
  return (await findMember(await platform.database(), userId))?.totalPoints ?? 0;
}
const review = (id: string) =>
  platform.discord.messages('tophat', 'admin').find((message) => message.id === id);
const latest = (channel: string) => platform.discord.messages('tophat', channel).at(-1);

describe('approving a submission', () => {
  it('opens a form at once and then awards, announces, logs and tells everybody', async () => {
    const { message } = await submitted('wolf', ['owl', 'newcomer'], 'BearPaw, BEARPAW');
    const before = [await pointsOf('owl'), await pointsOf('bear')];
    const opened = await platform.click('officer', 'Approve', { message });
    expect(opened.delivery.json).toMatchObject({ type: 9, data: { title: 'Approve the event' } });
    const { text } = await platform.submitModal('officer', { points: '5', note: 'well led' });
    await platform.idle();
    expect(text).toMatch(
      /2 members get 5 points each[\s\S]*✅ Review message[\s\S]*✅ Event log[\s\S]*✅ Point log/,
    );
    expect([await pointsOf('owl'), await pointsOf('bear')]).toEqual(before.map((points) => points + 5));
    const shown = review(message);
    expect(shown?.text).toMatch(/Patrol: approved[\s\S]*Got points \(2\)[\s\S]*Note: well led/);
    expect(shown?.controls.every(({ disabled }) => disabled)).toBe(true);
    expect(shown?.attachments).toHaveLength(1);
    expect(latest('event-log')?.text).toMatch(/^Patrol\n[\s\S]*OwlWatch/);
    expect(latest('event-log')?.text).not.toMatch(/well led|Olive|points/);
    expect(latest('point-log')?.text).toMatch(/\+5 points each[\s\S]*Host: <@\d+>[\s\S]*BearPaw/);
    expect(platform.discord.dms('tophat', 'owl').at(-1)?.text).toContain('**5 points** for **Patrol**');
    expect(platform.discord.dms('tophat', 'wolf').at(-1)?.text).toContain('was approved');
  });

  it('says solo event when the host was alone', async () => {
    await approve('officer', (await submitted('wolf', ['wolf'])).message, '1');
    await platform.idle();
    expect(latest('event-log')?.text).toContain('Solo event');
  });

  it('is for officers, within the limit, and not for whoever took part', async () => {
    const { message, eventId } = await submitted('wolf', ['officer']);
    expect((await approve('bear', message, '1')).text).toMatch(/officer/i);
    expect((await approve('moderator', message, '31')).text).toContain('from 1 to 30');
    expect((await approve('officer', message, '1')).text).toContain('somebody else has to decide');
    const [event] = await (await platform.database()).query(
      z.object({ status: z.string(), decided_by: z.nullable(z.string()) }),
      DECISIONS,
      { event_id: eventId },
    );
    expect(event).toEqual({ status: 'pending', decided_by: null });
    expect((await approve('moderator', message, '30')).text).toContain('30 points');
  });

  it('happens once when the same approval arrives 100 times at once', async () => {
    const { message, eventId } = await submitted('wolf', ['hare', 'lynx']);
    const before = [await pointsOf('hare'), await pointsOf('lynx')];
    const opened = await platform.click('officer', 'Approve', { message });
    const interaction = platform.discord.buildInteraction({
      clan: 'tophat',
      user: 'officer',
      submit: { points: '2', note: '' },
      from: opened.delivery.interactionId,
    });
    const logged = platform.discord.messages('tophat', 'point-log').length;
    await Promise.all(Array.from({ length: 100 }, () => platform.discord.deliver('tophat', interaction)));
    await platform.idle();
    expect([await pointsOf('hare'), await pointsOf('lynx')]).toEqual(before.map((points) => points + 2));
    const db = await platform.database();
    expect(
      await db.query(z.object({ member_id: z.string() }), AWARDS_OF, { event_id: eventId }),
    ).toHaveLength(2);
    expect(platform.discord.messages('tophat', 'point-log')).toHaveLength(logged + 1);
    expect(await ledgerDifferences(db)).toEqual([]);
  });
});

describe('declining a submission', () => {
  it('keeps the reason, tells the submitter, and lets nobody decide again', async () => {
    const { message } = await submitted('wolf', ['owl']);
    const before = await pointsOf('owl');
    expect((await decline('officer', message, 'the picture is from last week')).text).toContain('declined');
    await platform.idle();
    expect(review(message)?.text).toMatch(/Patrol: declined[\s\S]*Reason: the picture is from last week/);
    expect(platform.discord.dms('tophat', 'wolf').at(-1)?.text).toContain('the picture is from last week');
    expect(await pointsOf('owl')).toBe(before);
    const by = { clan: 'tophat', user: 'moderator', unchecked: true };
    await platform.discord.sendInteraction({ ...by, click: 'Approve', message });
    const late = await platform.act({ ...by, submit: { points: '5', note: '' } });
    expect(late.text).toMatch(/was declined by <@\d+> on <t:\d+/);
    expect(await pointsOf('owl')).toBe(before);
  });
});

describe('/events', () => {
  it('pending lists what waits with links, show tells all about one that autocomplete finds', async () => {
    const { message, eventId } = await submitted('fox', ['owl'], 'Nobody');
    const listed = await platform.command('officer', 'events pending');
    expect(listed.text).toMatch(
      new RegExp(`\\*\\*Patrol\\*\\* by <@\\d+>, <t:\\d+:R>: \\[review\\]\\(https://.*/${message}\\)`),
    );
    const offered = await offeredChoices(platform, 'officer', 'events show', 'id', { id: 'foxtrot' });
    expect(offered).toMatchObject([
      { name: expect.stringMatching(/^Waiting: Patrol by FoxTrot/), value: eventId },
    ]);
    const waiting = await platform.command('officer', 'events show', { id: eventId });
    expect(waiting.text).toContain('Will get points (1)');
    expect(waiting.reply.last?.controls.map(({ label }) => label)).toEqual(['Approve', 'Decline']);
    await approve('officer', message, '3', 'fine');
    const decided = await platform.command('officer', 'events show', { id: eventId });
    expect(decided.text).toMatch(/Patrol: approved[\s\S]*Points each: 3[\s\S]*Note: fine/);
  });

  it('is for officers', async () => {
    for (const command of ['events pending', 'events show']) {
      const options = command === 'events show' ? { id: 'x' } : {};
      expect((await platform.command('wolf', command, options)).text).toMatch(/officer/i);
    }
  });
});

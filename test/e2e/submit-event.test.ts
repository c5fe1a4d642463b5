import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { picture } from '../../local/demo/seed-submission.ts';
import type { GivenValue } from '../../local/discord/interaction-request.ts';
import { startTestPlatform, type TestPlatform } from '../platform/start-platform.ts';

let platform: TestPlatform;

beforeAll(async () => {
  // The cooldown of 60 seconds is per person: each test submits as somebody else.
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

type Fields = Readonly<Record<string, GivenValue | readonly GivenValue[]>>;

function file(bytes: Uint8Array, name = 'raid.png', contentType = 'image/png') {
  return { name, contentType, bytes };
}
/** A picture of its own, so that no other submission has the same. */
function proof(mark: string) {
  return file(Buffer.concat([picture(), Buffer.from(mark)]));
}
async function submit(user: string, fields: Fields, type = 'Raid') {
  await platform.command(user, 'submit-event', { type });
  const form = { members: ['owl'], start: '2026-11-20 20:00', end: '21:30', proof: proof(user), ...fields };
  return platform.submitModal(user, form);
}
const reviews = () => platform.discord.messages('tophat', 'admin');

describe('/submit-event', () => {
  it('opens a form with five inputs at once, without asking the function', async () => {
    const { delivery } = await platform.command('hare', 'submit-event', { type: 'Raid' });
    expect(delivery.json).toMatchObject({ type: 9, data: { custom_id: 'submit-event:Raid' } });
    expect(JSON.stringify(delivery.json).match(/"type":18/g)).toHaveLength(5);
  });

  it('puts the submission before the reviewers with the proof uploaded again, and says what was understood', async () => {
    const { reply, text } = await submit('wolf', {
      members: ['owl', 'newcomer'],
      names: 'BearPaw, bearpaw\nNobody',
    });
    expect(reply.last?.ephemeral).toBe(true);
    const [start, end] = [Date.UTC(2026, 10, 20, 20), Date.UTC(2026, 10, 20, 21, 30)].map(
      (at) => `<t:${at / 1000}:f>`,
    );
    expect(text).toContain(`${start} to ${end}`);
    expect(text).toMatch(/Will get points \(2\): <@\d+> \(OwlWatch\), <@\d+> \(BearPaw\)/);
    expect(text).toMatch(/Will not get points: not linked \(2\): <@\d+>, Nobody/);
    expect(text).toContain('✅ Review message');
    const review = reviews().at(-1);
    expect(review?.attachments).toMatchObject([{ name: 'proof.png', contentType: 'image/png' }]);
    expect(review?.controls.map(({ label }) => label)).toEqual(['Approve', 'Decline']);
    expect(review?.text).toContain('Raid: waiting for review');
    expect(review?.pinged).toEqual({ users: [], roles: [], everyone: false });
  });

  it('keeps what cannot be taken as a draft, which is corrected by its button and submitted at once', async () => {
    const count = reviews().length;
    const refused = await submit('raven', { names: 'Nobody', end: '2026-11-20 19:00' });
    expect(refused.text).toContain('is before the start');
    expect(refused.reply.last?.controls.map(({ label }) => label)).toEqual(['Correct', 'Send', 'Discard']);
    const opened = await platform.command('raven', 'events draft', {});
    expect(opened.text).toContain('2026-11-20 19:00');
    await platform.click('raven', 'Correct', { message: opened.reply.last?.id ?? '' });
    const { text, reply } = await platform.submitModal('raven', { end: '21:30' });
    expect(text).toContain('was submitted for review');
    expect(reply.last?.controls).toEqual([]);
    expect(reviews()).toHaveLength(count + 1);
    expect((await platform.command('raven', 'events draft', {})).text).toContain('You have no draft');
  });

  it('keeps the form of somebody who submitted a moment ago, and says when it can be sent', async () => {
    const count = reviews().length;
    await submit('hare', {});
    const { text, reply } = await submit('hare', { names: 'Nobody' });
    expect(text).toMatch(/this one can be sent from <t:\d+:T> on \(<t:\d+:R>\)\. Then press "Send"/);
    await platform.click('hare', 'Discard', { message: reply.last?.id ?? '' });
    expect((await platform.command('hare', 'events draft', {})).text).toContain('You have no draft');
    expect(reviews()).toHaveLength(count + 1);
  });

  it('flags a proof that was submitted before', async () => {
    await submit('bear', { proof: proof('same') });
    const { text } = await submit('lynx', { proof: proof('same') });
    expect(text).toContain('submitted before');
    expect(reviews().at(-1)?.text).toContain('The same picture was submitted before');
  });

  it('lists 200 participants in a file, and keeps the review message within the limits', async () => {
    const names = Array.from({ length: 200 }, (_, n) => `Some_Long_Name_${n}`).join('\n');
    const { reply } = await submit('otter', { names });
    expect(reply.last?.attachments).toMatchObject([{ name: 'participants.txt' }]);
    expect(reviews().at(-1)?.text).toMatch(/and \d+ more/);
  });

  it.each<{ what: string; user: string; fields: Fields; says: string }>([
    { what: 'somebody who is not linked', user: 'newcomer', fields: {}, says: '/link-roblox' },
    { what: 'nobody named', user: 'fox', fields: { members: [] }, says: 'Nobody was named' },
    {
      what: 'a time that is not one',
      user: 'fox',
      fields: { start: 'when we met' },
      says: 'could not be read as a time',
    },
    {
      what: 'a file that is no picture',
      user: 'fox',
      fields: { proof: file(Buffer.from('#!/bin/sh'), 'proof.png') },
      says: 'not a picture',
    },
    {
      what: 'a picture of more than 10 MB',
      user: 'fox',
      fields: { proof: file(Buffer.concat([picture(), Buffer.alloc(10 * 1024 * 1024)])) },
      says: 'at most 10 MB',
    },
  ])('refuses $what, and posts nothing', async ({ user, fields, says }) => {
    const count = reviews().length;
    expect((await submit(user, fields)).text).toContain(says);
    expect(reviews()).toHaveLength(count);
  });

  it('checks the type again, which a client could make up', async () => {
    const by = { clan: 'tophat', user: 'fox', unchecked: true };
    await platform.discord.sendInteraction({ ...by, command: 'submit-event', options: { type: 'Picnic' } });
    const form = { members: ['owl'], start: '14:30', end: '15:30', proof: proof('x') };
    const { text } = await platform.act({ ...by, submit: form });
    expect(text).toContain('is not an event type of this clan');
  });
});

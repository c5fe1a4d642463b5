import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { picture } from '../../local/demo/seed-submission.ts';
import { findDraft } from '../../shared/events/draft.ts';
import { findEvent, participantsOf } from '../../shared/events/event.ts';
import { NOON, person } from '../../test/support/clan.ts';
import { type Call, type HandlerTest, openHandlerTest, resolved } from '../../test/support/handler-test.ts';
import { ADMIN_CHANNEL, SETTINGS } from '../../test/support/identity.ts';
import { discordError } from '../../test/support/recorded.ts';
import { modals } from './modals.ts';
import { submit } from './submit.ts';

const HOST = person(1);
const WOLF = person(2);
const STRANGER = person(3);
const PROOF = 'https://cdn.discordapp.com/ephemeral-attachments/1/2/shot.png?ex=7fffffff';
const PNG = picture();

let test: HandlerTest;

beforeEach(async () => {
  test = await openHandlerTest();
  test.guild.files.set(PROOF, PNG);
  await test.clan.seed({ discordId: HOST, robloxName: 'HostName' });
  await test.clan.seed({ discordId: WOLF, robloxName: 'Wolf' });
});

function form(changes: Partial<Record<string, readonly string[]>> = {}, more: Partial<Call> = {}): Call {
  return {
    actor: { id: HOST, tier: 'member' },
    recordId: 'Raid',
    fields: {
      members: [WOLF, STRANGER],
      names: ['HostName, Nobody'],
      start: ['2026-11-17 20:00'],
      end: ['21:30'],
      proof: ['1500000000000000001'],
      ...changes,
    },
    people: [resolved(WOLF), resolved(STRANGER)],
    attachments: {
      '1500000000000000001': {
        id: '1500000000000000001',
        name: 'Screenshot @everyone.png',
        contentType: 'image/png',
        size: PNG.length,
        url: PROOF,
      },
    },
    ...more,
  };
}

describe('the form of /submit-event', () => {
  it('is a modal of five inputs, each inside a label', () => {
    const modal = modals('en')['submit-event'].toJSON();
    expect(
      modal.components.map((label) => ('component' in label ? label.component.type : label.type)),
    ).toEqual([5, 4, 4, 4, 19]);
  });
});

describe('submitting an event', () => {
  it('stores it and puts it before the reviewers, with the proof uploaded again', async () => {
    const { reply, effects } = await test.run(submit, form());
    const [effect] = effects;
    if (effect?.kind !== 'message' || effect.remember === undefined) throw new Error('no review message');
    expect(effect.channelId).toBe(ADMIN_CHANNEL);
    expect(effect.proof).toEqual({
      url: expect.stringContaining('shot.png'),
      name: 'proof.png',
      contentType: 'image/png',
      sha256: createHash('sha256').update(PNG).digest('hex'),
    });
    expect(effect.message.embeds?.[0]?.image?.url).toBe('attachment://proof.png');
    const event = await findEvent(test.clan.db, effect.remember.id);
    expect(event).toMatchObject({
      type: 'Raid',
      hostId: HOST,
      status: 'pending',
      startsAt: Date.UTC(2026, 10, 17, 20),
      endsAt: Date.UTC(2026, 10, 17, 21, 30),
      startsText: '2026-11-17 20:00',
    });
    expect((await participantsOf(test.clan.db, effect.remember.id)).map(({ key }) => key)).toEqual([
      `d:${WOLF}`,
      `d:${STRANGER}`,
      'r:hostname',
      'r:nobody',
    ]);
    expect(reply.shows).toHaveLength(1);
  });

  it('says what was understood, who will get points and who will not', async () => {
    const { reply } = await test.run(submit, form());
    const embed = reply.message.embeds?.[0];
    // Members cannot see the admin channel: Discord would show them #no-access.
    expect(embed?.description).not.toContain('<#');
    expect(embed?.description).toContain(`<t:${Date.UTC(2026, 10, 17, 20) / 1000}:f>`);
    expect(embed?.description).toContain(`<t:${Date.UTC(2026, 10, 17, 21, 30) / 1000}:f>`);
    expect(embed?.fields?.[0]?.value).toBe(`<@${WOLF}> (Wolf), <@${HOST}> (HostName)`);
    expect(embed?.fields?.[1]?.value).toContain(`<@${STRANGER}>, Nobody`);
  });

  it('flags a proof that was submitted before, with a link to that review', async () => {
    await test.run(submit, form());
    test.clock.now += 60_000;
    const { reply, effects } = await test.run(submit, form());
    const [effect] = effects;
    const fields = effect?.kind === 'message' ? effect.message.embeds?.[0]?.fields : [];
    expect(fields?.find((field) => field.name === 'Look twice')?.value).toMatch(
      /same picture.*waiting for review/i,
    );
    expect(reply.message.embeds?.[0]?.description).toContain('submitted before');
  });

  it('lists everybody in a file when the reply cannot hold them', async () => {
    const names = Array.from({ length: 200 }, (_, n) => `SomebodyWithALongName${n}`);
    const { reply, effects } = await test.run(submit, form({ names: [names.join('\n')] }));
    expect(reply.file?.text).toContain('SomebodyWithALongName199');
    expect(reply.message.embeds?.[0]?.fields?.[1]?.value).toMatch(/ and \d+ more/);
    const review = effects[0]?.kind === 'message' ? effects[0].message : {};
    for (const field of review.embeds?.[0]?.fields ?? [])
      expect(field.value.length).toBeLessThanOrEqual(1024);
    expect(JSON.stringify(review).length).toBeLessThan(6000);
  });

  it('reads a type with a colon, which the custom id parts in two', async () => {
    const settings = { ...SETTINGS, events: { ...SETTINGS.events, types: ['Raid: big'] } };
    const call = form({}, { recordId: 'Raid', argument: ' big', settings });
    await expect(test.run(submit, call)).resolves.toMatchObject({ effects: [{ kind: 'message' }] });
  });

  it('follows the clan: its time zone and its channels', async () => {
    const settings = { ...SETTINGS, time_zone: 'Europe/Berlin' };
    const { reply } = await test.run(submit, form({}, { settings }));
    expect(reply.message.embeds?.[0]?.description).toContain(`<t:${Date.UTC(2026, 10, 17, 19) / 1000}:f>`);
  });

  it.each<{ what: string; call: () => Call; code: string }>([
    {
      what: 'somebody who is not linked',
      call: () => form({}, { actor: { id: STRANGER, tier: 'member' } }),
      code: 'not-linked',
    },
    {
      what: 'a type the clan does not have',
      call: () => form({}, { recordId: 'Picnic' }),
      code: 'unknown-type',
    },
    { what: 'nobody named', call: () => form({ members: [], names: [] }), code: 'no-participants' },
    { what: 'a time that is not one', call: () => form({ start: ['soon'] }), code: 'bad-time' },
    {
      what: 'an end before the start',
      call: () => form({ end: ['2026-11-17 19:00'] }),
      code: 'end-before-start',
    },
    { what: 'no proof', call: () => form({ proof: [] }), code: 'no-proof' },
    {
      what: 'a clan without an admin channel',
      call: () => form({}, { settings: { ...SETTINGS, channels: { ...SETTINGS.channels, admin: null } } }),
      code: 'no-review-channel',
    },
  ])('keeps the form of $what as a draft and submits nothing', async ({ call, code }) => {
    const made = call();
    const { reply, effects } = await test.run(submit, made);
    expect(effects).toEqual([]);
    expect(reply.message.content).toContain(`-# ${code} ·`);
    expect(reply.message.content).toContain('Nothing was submitted');
    const actorId = typeof made.actor === 'object' ? made.actor.id : '';
    const draft = await findDraft(test.clan.db, actorId, NOON);
    const { start, end }: Readonly<Record<string, readonly string[] | undefined>> = made.fields ?? {};
    expect(draft).toMatchObject({ start: start?.[0], end: end?.[0] });
    if (!['not-linked'].includes(code)) expect(test.discord.of('download')).toEqual([]);
  });

  it.each([
    {
      what: 'a type that is no picture',
      contentType: 'application/pdf',
      size: 10,
      fetched: 0,
      code: 'proof-not-image',
    },
    {
      what: 'a file that only calls itself a picture',
      contentType: 'image/png',
      size: 10,
      fetched: 1,
      code: 'proof-not-image',
    },
    {
      what: 'more than 10 MB',
      contentType: 'image/png',
      size: 10 * 1024 * 1024 + 1,
      fetched: 0,
      code: 'proof-too-large',
    },
  ])('refuses $what', async ({ contentType, size, fetched, code }) => {
    test.guild.files.set(PROOF, '<html>');
    const attachment = {
      id: '1500000000000000001',
      name: 'a.png',
      contentType,
      size,
      url: PROOF,
    };
    const call = form({}, { attachments: { [attachment.id]: attachment } });
    const { reply, effects } = await test.run(submit, call);
    expect(effects).toEqual([]);
    expect(reply.message.content).toContain(`-# ${code} ·`);
    expect(test.discord.of('download')).toHaveLength(fetched);
    expect(await findDraft(test.clan.db, HOST, NOON)).toMatchObject({
      names: 'HostName, Nobody',
      proof: undefined,
    });
    expect(JSON.stringify(reply.message.components)).toContain('draft.proof:');
  });

  it('says so when the proof cannot be fetched', async () => {
    test.discord.fail('download', discordError(404));
    const { reply } = await test.run(submit, form());
    expect(reply.message.content).toContain('-# proof-gone ·');
    expect(JSON.stringify(reply.message.components)).toContain('draft.proof:');
  });

  it('keeps the proof when Discord does not answer just now', async () => {
    test.discord.fail('download', discordError(503));
    const { reply } = await test.run(submit, form());
    expect(reply.message.content).toContain('-# proof-unreachable ·');
    expect(JSON.stringify(reply.message.components)).toContain('draft.correct:');
    expect((await findDraft(test.clan.db, HOST, NOON))?.proof?.url).toContain('shot.png');
  });
});

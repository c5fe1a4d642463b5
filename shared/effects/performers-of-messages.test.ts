import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ADMIN_CHANNEL, ID, TOKEN } from '../../test/support/identity.ts';
import { type OutboxTest, openOutboxTest } from '../../test/support/outbox-test.ts';
import { discordError } from '../../test/support/recorded.ts';
import { sql } from '../database/database.ts';
import { isObject } from '../json/json.ts';
import type { Effect } from '../outbox/effect.ts';
import { takeFromOutbox } from '../outbox/outbox-store.ts';
import { rememberedMessage } from './remembered-message.ts';

const NOT_REPEATED = 'may have been sent as a new message already, so it was not sent again';
const WOLF = '1200000000000000011';

const ADD_EVENT = sql`
INSERT INTO events (event_id, event_type, status, submitted_at) VALUES (:event_id, 'Raid', 'pending', 1)`;

/** An interaction was acknowledged. */
async function open(): Promise<OutboxTest> {
  const t = await openOutboxTest();
  t.guild.acknowledge(TOKEN);
  return t;
}
function reply(t: OutboxTest, more: Partial<Extract<Effect, { kind: 'reply' }>> = {}): Effect {
  return {
    kind: 'reply',
    applicationId: t.clanContext.clan.applicationId,
    token: TOKEN,
    expiresAt: t.clock.now + 600_000,
    message: { content: 'Promoted.' },
    ...more,
  };
}

describe('a reply', () => {
  it('shows how each effect stands, and once more when that has changed', async () => {
    const t = await open();
    const kinds = ['Discord role', 'Roblox', 'Message'];
    for (const [index] of kinds.entries()) {
      const memberId = `120000000000000002${index}`;
      await t.add(`${ID}-${index + 1}`, { kind: 'roblox-roles', memberId, changeId: ID }, index + 1);
    }
    const shows = kinds.map((label, index) => ({ label, effectId: `${ID}-${index + 1}` }));
    await t.add(`${ID}-0`, reply(t, { shows }), 4);
    t.roles.results.push(
      { done: 'Captain given' },
      { again: 'Roblox answered 503' },
      { failed: 'not allowed' },
    );
    await t.deliver(`${ID}-1`, `${ID}-2`, `${ID}-3`);
    await t.deliver(`${ID}-0`);
    t.clock.now += 20_000;
    await t.deliverDue();

    const texts = t.discord.of('editOriginal').map(([message]) => message);
    expect(texts).toEqual([
      {
        content:
          'Promoted.\n✅ Discord role: Captain given\n' +
          '⏳ Roblox: not done yet, will be tried again (Roblox answered 503)\n❌ Message: not allowed',
      },
      { content: 'Promoted.\n✅ Discord role: Captain given\n✅ Roblox\n❌ Message: not allowed' },
    ]);
    expect(await t.state(`${ID}-0`)).toBe('done: sent');
  });

  it.each([
    ['that everybody sees: once', {}, 1],
    ['of the caller’s own: again when an effect is done', { ofOwnMessage: true }, 2],
  ])('edits an updated message %s', async (_, own, edits) => {
    const t = await open();
    await t.add(`${ID}-1`, { kind: 'roblox-roles', memberId: WOLF, changeId: ID });
    const shows = [{ label: 'Roblox', effectId: `${ID}-1` }];
    await t.add(`${ID}-0`, reply(t, { acknowledged: 'update', shows, ...own }), 2);
    await t.deliver(`${ID}-0`);
    await t.deliver(`${ID}-1`);
    t.clock.now += 60_000;
    await t.deliverDue();
    expect(t.discord.of('editOriginal')).toHaveLength(edits);
  });

  it('keeps its lines when the text is as long as a text may be', async () => {
    const t = await open();
    await t.add(`${ID}-1`, { kind: 'roblox-roles', memberId: WOLF, changeId: ID });
    const shows = [{ label: 'Roblox', effectId: `${ID}-1` }];
    await t.add(`${ID}-0`, reply(t, { message: { content: 'x'.repeat(2000) }, shows }), 2);
    await t.deliver(`${ID}-1`);
    await t.deliver(`${ID}-0`);
    const [[message] = []] = t.discord.of('editOriginal');
    const content = isObject(message) ? String(message['content']) : '';
    expect(content.length).toBeLessThanOrEqual(2000);
    expect(content.endsWith('…\n✅ Roblox')).toBe(true);
  });

  it('puts the lines below the last embed when there is one', async () => {
    const t = await open();
    await t.add(`${ID}-1`, { kind: 'roblox-roles', memberId: WOLF, changeId: ID });
    const message = { embeds: [{ title: 'A' }, { title: 'B', description: 'text' }] };
    await t.add(`${ID}-0`, reply(t, { message, shows: [{ label: 'Roblox', effectId: `${ID}-1` }] }), 2);
    await t.deliver(`${ID}-1`);
    await t.deliver(`${ID}-0`);
    expect(t.discord.of('editOriginal')[0]?.[0]).toEqual({
      embeds: [{ title: 'A' }, { title: 'B', description: 'text\n✅ Roblox' }],
    });
  });

  it('is sent again by a later run when Discord did not take it', async () => {
    const t = await open();
    await t.add(`${ID}-0`, reply(t));
    t.discord.fail('editOriginal', discordError(500));
    await t.deliver(`${ID}-0`);
    t.clock.now += 60_000;
    await t.deliverDue();
    expect(t.discord.of('editOriginal')).toHaveLength(2);
    expect(await t.state(`${ID}-0`)).toBe('done: sent');
  });

  it('is given up when its 15 minutes are over, by our clock or by what Discord says', async () => {
    const t = await open();
    await t.add(`${ID}-0`, reply(t, { expiresAt: t.clock.now }));
    await t.add(`${ID}-9`, reply(t, { token: 'another' }));
    t.discord.fail('editOriginal', discordError(401, 50027));
    await t.deliver(`${ID}-0`, `${ID}-9`);
    expect(await t.state(`${ID}-0`)).toBe("failed: the interaction's 15 minutes were over");
    expect(await t.state(`${ID}-9`)).toBe("failed: the interaction's 15 minutes were over");
  });

  it.each([
    ['public', false],
    ['ephemeral', true],
    ['update', true],
    [undefined, true],
  ] as const)(
    'whose place was deleted follows as a message; acknowledged %s: ephemeral %s',
    async (how, ephemeral) => {
      const t = await open();
      await t.add(`${ID}-0`, reply(t, how === undefined ? {} : { acknowledged: how }));
      t.discord.fail('editOriginal', discordError(404, 10008));
      await t.deliver(`${ID}-0`);
      expect(t.discord.of('followUp')).toEqual([[{ content: 'Promoted.' }, { ephemeral }, TOKEN]]);
    },
  );

  it.each([
    ['is repeated', 'within 2 min', 119_000, 1, 'done: sent as a new message'],
    ['is reported, not repeated,', '2 min later', 120_000, 0, `failed: ${NOT_REPEATED}`],
  ] as const)('that may have followed as a message %s %s', async (_, __, ms, times, state) => {
    const t = await open();
    await t.add(`${ID}-0`, reply(t));
    await takeFromOutbox(t.db, `${ID}-0`, { owner: 'died', now: t.clock.now });
    t.clock.now += ms;
    t.discord.fail('editOriginal', discordError(404, 10008));
    await t.deliver(`${ID}-0`);
    expect(t.discord.of('followUp')).toHaveLength(times);
    expect(await t.state(`${ID}-0`)).toBe(state);
  });

  it('of an error that may have followed is reported 2 min later, not repeated', async () => {
    const t = await open();
    await t.add(`${ID}-0`, reply(t, { acknowledged: 'update', isError: true }));
    await takeFromOutbox(t.db, `${ID}-0`, { owner: 'died', now: t.clock.now });
    t.clock.now += 120_000;
    await t.deliver(`${ID}-0`);
    expect(t.discord.of('followUp')).toEqual([]);
    expect(await t.state(`${ID}-0`)).toBe(`failed: ${NOT_REPEATED}`);
  });

  it.each([
    ['an attempt before it was put back', discordError(503), undefined],
    ['it was not known whether Discord took it', discordError(404, 10008), discordError(0)],
  ])('that may have followed is reported 2 min later though %s', async (_, refusal, lost) => {
    const t = await open();
    await t.add(`${ID}-0`, reply(t));
    t.discord.fail('editOriginal', refusal);
    if (lost !== undefined) t.discord.fail('followUp', lost);
    await t.deliver(`${ID}-0`);
    t.clock.now += 60_000;
    if (lost === undefined) await takeFromOutbox(t.db, `${ID}-0`, { owner: 'died', now: t.clock.now });
    t.clock.now += 60_000;
    const followed = t.discord.of('followUp').length;
    t.discord.fail('editOriginal', discordError(404, 10008));
    await t.deliver(`${ID}-0`);
    expect(t.discord.of('followUp')).toHaveLength(followed);
    expect(await t.state(`${ID}-0`)).toBe(`failed: ${NOT_REPEATED}`);
  });

  it('that Discord did not take for minutes is still sent as a message when its place is gone', async () => {
    const t = await open();
    await t.add(`${ID}-0`, reply(t));
    t.discord.fail('editOriginal', discordError(503));
    await t.deliver(`${ID}-0`);
    t.clock.now += 300_000;
    t.discord.fail('editOriginal', discordError(404, 10008));
    await t.deliver(`${ID}-0`);
    expect(await t.state(`${ID}-0`)).toBe('done: sent as a new message');
  });

  it('is edited again whenever it was begun', async () => {
    const t = await open();
    await t.add(`${ID}-0`, reply(t));
    await takeFromOutbox(t.db, `${ID}-0`, { owner: 'died', now: t.clock.now });
    t.clock.now += 300_000;
    await t.deliver(`${ID}-0`);
    expect(await t.state(`${ID}-0`)).toBe('done: sent');
  });
});

describe('a message', () => {
  const proofBytes = 'bytes of https://cdn.discordapp.com/proof.png';
  const sha256 = createHash('sha256').update(proofBytes).digest('hex');
  const proof = {
    url: 'https://cdn.discordapp.com/proof.png',
    name: 'proof.png',
    contentType: 'image/png',
    sha256,
  };
  const review = (more: object = {}): Effect => ({
    kind: 'message',
    channelId: ADMIN_CHANNEL,
    message: { embeds: [{ title: 'Raid', image: { url: 'attachment://proof.png' } }] },
    proof: { ...proof, ...more },
    remember: { table: 'events', id: ID },
  });
  const edit: Effect = { kind: 'edit', of: { table: 'events', id: ID }, message: { content: 'Approved' } };

  async function withEvent() {
    const t = await openOutboxTest();
    await t.db.execute(ADD_EVENT, { event_id: ID });
    t.guild.files.set(proof.url, proofBytes);
    return t;
  }

  it('carries the proof, is remembered, and its edit reaches it', async () => {
    const t = await withEvent();
    await t.add(`${ID}-1`, review(), 1);
    await t.add(`${ID}-2`, edit, 2);
    await t.deliver(`${ID}-1`, `${ID}-2`);
    const [[channel, , options] = []] = t.discord.of('postMessage');
    expect([channel, options]).toEqual([
      ADMIN_CHANNEL,
      {
        nonce: `${ID}-1`,
        file: { name: 'proof.png', contentType: 'image/png', bytes: Buffer.from(proofBytes) },
      },
    ]);
    const posted = await rememberedMessage(t.db, { table: 'events', id: ID });
    expect(posted?.channelId).toBe(ADMIN_CHANNEL);
    expect(t.discord.of('editMessage')).toEqual([
      [ADMIN_CHANNEL, posted?.messageId, { content: 'Approved' }],
    ]);
  });

  it('posted before a crash is not posted twice: the same nonce finds the first', async () => {
    const t = await withEvent();
    await t.add(`${ID}-1`, review());
    const { postMessage } = t.discord;
    const first = await postMessage(ADMIN_CHANNEL, { content: 'Raid' }, { nonce: `${ID}-1` });
    await t.deliverDue();
    expect((await rememberedMessage(t.db, { table: 'events', id: ID }))?.messageId).toBe(first.id);
  });

  it.each([
    ['can no longer be fetched', {}, discordError(404)],
    ['is not what was submitted', { sha256: '0'.repeat(64) }, undefined],
  ])('whose proof %s is posted without it and says so', async (_, more, error) => {
    const t = await withEvent();
    await t.add(`${ID}-1`, review(more));
    if (error !== undefined) t.discord.fail('download', error);
    await t.deliver(`${ID}-1`);
    const [[, message, options] = []] = t.discord.of('postMessage');
    expect(message).toEqual({ embeds: [{ title: 'Raid' }], content: expect.stringContaining('proof') });
    expect(options).toEqual({ nonce: `${ID}-1` });
    expect(await t.state(`${ID}-1`)).toBe('done: posted without its proof');
  });

  it('waits while its proof cannot be fetched for the moment', async () => {
    const t = await withEvent();
    await t.add(`${ID}-1`, review());
    t.discord.fail('download', discordError(503));
    await t.deliver(`${ID}-1`);
    expect(await t.state(`${ID}-1`)).toMatch(/^due: /);
    expect(t.discord.of('postMessage')).toEqual([]);
  });

  it('that was never posted or is deleted needs no edit', async () => {
    const t = await withEvent();
    await t.add(`${ID}-1`, edit);
    await t.deliver(`${ID}-1`);
    expect(await t.state(`${ID}-1`)).toBe('done: there was no message to edit');

    await t.add(
      `${ID}-2`,
      { kind: 'message', channelId: ADMIN_CHANNEL, message: edit.message, remember: edit.of },
      2,
    );
    await t.add(`${ID}-3`, edit, 3);
    t.discord.fail('editMessage', discordError(404, 10008));
    await t.deliver(`${ID}-2`, `${ID}-3`);
    expect(await t.state(`${ID}-3`)).toBe('failed: the message was deleted');
  });
});

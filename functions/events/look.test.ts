import { beforeEach, describe, expect, it } from 'vitest';
import { rememberMessage } from '../../shared/effects/remembered-message.ts';
import { readParticipants } from '../../shared/events/participants.ts';
import { submitEvent } from '../../shared/events/submit-event.ts';
import { NOON, person } from '../../test/support/clan.ts';
import { type HandlerTest, openHandlerTest } from '../../test/support/handler-test.ts';
import { ADMIN_CHANNEL, SETTINGS } from '../../test/support/identity.ts';
import { countRoundTrips } from '../../test/support/round-trips.ts';
import { approve } from './approve.ts';
import { pending } from './pending.ts';
import { show } from './show.ts';
import { suggestEvents } from './suggest-events.ts';

const HOST = person(1);
const MESSAGE = '1500000000000000007';
let test: HandlerTest;

beforeEach(async () => {
  test = await openHandlerTest();
  await test.clan.seed({ discordId: HOST, robloxName: 'HostName' });
});

async function submitted(
  type: string,
  at: number,
  names = 'HostName, Nobody',
  hostId = HOST,
): Promise<string> {
  const { result } = await test.clan.change((tx) =>
    submitEvent(tx, {
      type,
      hostId,
      times: { startsAt: at - 2, endsAt: at - 1, startsText: 'then', endsText: 'later' },
      participants: readParticipants([], names),
      proof: {
        url: 'https://cdn.discordapp.com/a',
        name: 'proof.png',
        contentType: 'image/png',
        sha256: `${at}`,
      },
      now: at,
    }),
  );
  return result.event.id;
}

describe('/events pending', () => {
  it('says so when nothing waits', async () => {
    const { reply } = await test.run(pending, {});
    expect(reply.message.embeds?.[0]?.description).toBe('Nothing waits for review.');
  });

  it('lists what waits, oldest first, with its age and a link to its review message', async () => {
    await submitted('Patrol', NOON - 1000);
    const raid = await submitted('Raid', NOON - 60_000);
    await test.run(approve, {
      recordId: await submitted('Training', NOON - 90_000),
      fields: { points: ['1'] },
    });
    const posted = { channelId: ADMIN_CHANNEL, messageId: MESSAGE, attachmentId: undefined };
    await rememberMessage(test.clan.db, { table: 'events', id: raid }, posted);
    const { reply } = await test.run(pending, {});
    const [first, second, ...more] = reply.message.embeds?.[0]?.description?.split('\n') ?? [];
    expect(first).toContain(`**Raid** by <@${HOST}>, <t:${(NOON - 60_000) / 1000}:R>`);
    expect(first).toContain(`https://discord.com/channels/${SETTINGS.guild_id}/${ADMIN_CHANNEL}/${MESSAGE}`);
    expect(second).toContain('Patrol');
    expect(more).toEqual([]);
  });

  it('keeps within one message and says how many more there are', async () => {
    for (let n = 0; n < 60; n += 1) await submitted('*'.repeat(80), NOON + n);
    const { reply } = await test.run(pending, {});
    const description = reply.message.embeds?.[0]?.description ?? '';
    expect(description.length).toBeLessThanOrEqual(4096);
    expect(description).toMatch(/and \d\d more$/);
  });
});

describe('/events show', () => {
  it('shows a submission that waits, with the buttons to decide on it', async () => {
    const id = await submitted('Raid', NOON);
    const { reply } = await test.run(show, { options: { id } });
    const embed = reply.message.embeds?.[0];
    expect(embed?.title).toBe('Raid: waiting for review');
    expect(embed?.fields?.map((field) => field.name)).toContain('Will get points (1)');
    expect(JSON.stringify(reply.message.components)).toContain(`review.approve:${id}`);
  });

  it('shows a type with Markdown in it letter by letter, in the title too', async () => {
    const id = await submitted('__Night__ | *Raid*', NOON);
    const { reply } = await test.run(show, { options: { id } });
    expect(reply.message.embeds?.[0]?.title).toBe('\\_\\_Night\\_\\_ \\| \\*Raid\\*: waiting for review');
  });

  it('shows who decided what, and who got points by the ledger', async () => {
    const id = await submitted('Raid', NOON);
    await test.run(approve, { recordId: id, fields: { points: ['7'], note: ['good'] } });
    await test.clan.seed({ discordId: person(2), robloxName: 'Nobody' });
    const { reply } = await test.run(show, { options: { id } });
    const fields = reply.message.embeds?.[0]?.fields ?? [];
    expect(fields.map((field) => field.name)).toEqual(
      expect.arrayContaining(['Got points (1)', 'No points (1)', 'Reviewer', 'Points each', 'Note']),
    );
    expect(reply.message.components).toBeUndefined();
  });

  it('names everybody in a file when a message cannot', async () => {
    const names = Array.from({ length: 250 }, (_, n) => `SomebodyWithAName${n}`).join(',');
    const { reply } = await test.run(show, { options: { id: await submitted('Raid', NOON, names) } });
    expect(reply.file?.text).toContain('SomebodyWithAName249');
  });

  it.each(['', '1', 'x'.repeat(500)])('refuses %j, which names no event', async (id) => {
    await expect(test.run(show, { options: { id } })).rejects.toMatchObject({ code: 'no-such-event' });
  });
});

describe('suggesting events', () => {
  it('offers what waits before what is decided, and finds by type and host', async () => {
    const raid = await submitted('Raid', NOON - 5);
    await test.run(approve, { recordId: raid, fields: { points: ['1'] } });
    const patrol = await submitted('Patrol', NOON - 10);
    const suggest = (value: string) => test.suggest(suggestEvents, { focused: { name: 'id', value } });
    expect((await suggest('')).map(({ value }) => value)).toEqual([patrol, raid]);
    expect((await suggest('RAID')).map(({ value }) => value)).toEqual([raid]);
    expect(await suggest('hostname')).toHaveLength(2);
    expect(await suggest('picnic')).toEqual([]);
  });

  it('looks all hosts up at once', async () => {
    for (let n = 0; n < 30; n += 1) await submitted('Raid', NOON + n, 'Nobody', person(100 + n));
    const { db, trips } = countRoundTrips(test.clan.db);
    await suggestEvents({ ...test.context({ focused: { name: 'id', value: 'raid' } }), db });
    expect(trips).toHaveLength(4);
  });

  it('offers at most 25, each at most 100 characters long', async () => {
    for (let n = 0; n < 40; n += 1) await submitted('R'.repeat(80), NOON + n);
    const choices = await test.suggest(suggestEvents, { focused: { name: 'id', value: 'r' } });
    expect(choices).toHaveLength(25);
    for (const { name } of choices) expect(name.length).toBeLessThanOrEqual(100);
  });
});

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { sql } from '../../shared/database/database.ts';
import { findMember } from '../../shared/members/member.ts';
import { history, ledgerDifferences } from '../../shared/points/ledger.ts';
import { person } from '../../test/support/clan.ts';
import { type Call, type HandlerTest, openHandlerTest, resolved } from '../../test/support/handler-test.ts';
import { SETTINGS } from '../../test/support/identity.ts';
import { add, addFromMenu, remove } from './change-points.ts';
import { commands } from './command.ts';
import { showHistory, turnPage } from './history.ts';
import { suggestEntries } from './suggest-entries.ts';
import { undoEntry } from './undo-entry.ts';

const ADD_EVENT = sql`
INSERT INTO events (event_id, event_type, host_id, status, review_channel_id, review_message_id, submitted_at)
VALUES (:event_id, 'Raid', :host_id, 'approved', '11', '22', 1)`;
const ADD_EVENT_ENTRY = sql`
INSERT INTO point_entries (entry_id, member_id, points_delta, lifetime_delta, kind, event_id, created_at)
VALUES (:entry_id, :member_id, 1, 1, 'event', :event_id, 1)`;
const OFFICER = { id: person(901), tier: 'officer' } as const;
const MODERATOR = { id: person(903), tier: 'moderator' } as const;
const WOLF = person(2);
const BEAR = person(3);
let test: HandlerTest;

beforeEach(async () => {
  test = await openHandlerTest();
  await test.clan.seed({ discordId: WOLF, robloxName: 'Wolf', points: 3 });
  await test.clan.seed({ discordId: BEAR, robloxName: 'Bear' });
  await test.clan.seed({ discordId: OFFICER.id, robloxName: 'Officer' });
});

function points(member: string, amount: number, more: Partial<Call> & { reason?: string } = {}): Call {
  const options = { member, amount, ...(more.reason === undefined ? {} : { reason: more.reason }) };
  return { actor: OFFICER, options, people: [resolved(member)], ...more };
}
async function sums(id: string) {
  const member = await findMember(test.clan.db, id);
  return [member?.points, member?.totalPoints];
}
async function newestEntry(id: string): Promise<string> {
  const [entry] = (await history(test.clan.db, id, { page: 1, pageSize: 1 })).entries;
  return entry?.entryId ?? '';
}

describe('/points add', () => {
  it('adds to the ledger, tells the member and the admin channel', async () => {
    const { reply, effects } = await test.run(add, points(BEAR, 4, { reason: 'helped *a lot*' }));
    expect(await sums(BEAR)).toEqual([4, 4]);
    expect(reply.message.content).toContain(`Gave <@${BEAR}> 4 points`);
    expect(effects).toMatchObject([
      { kind: 'dm', userId: BEAR, message: { content: expect.stringContaining('helped \\*a lot\\*') } },
      { kind: 'message', channelId: SETTINGS.channels.admin },
    ]);
    expect(JSON.stringify(effects[1])).toContain(`<@${OFFICER.id}> gave <@${BEAR}> 4 points`);
    expect(await ledgerDifferences(test.clan.db)).toEqual([]);
  });

  it('speaks to the officer in their language, and to the member and the admin channel in the clan’s', async () => {
    const settings = { ...SETTINGS, locale: 'fr' };
    const german = { settings, locale: 'de', reason: 'super' };
    const { text, effects } = await test.run(add, points(BEAR, 4, german));
    expect(text).toContain(`Du hast <@${BEAR}> 4 Punkte gegeben.`);
    expect(text).toContain('4 Punkte für den nächsten Rang, 4 insgesamt');
    expect(JSON.stringify(effects[0])).toMatch(/Tu as reçu \*\*4 points\*\* dans .*Raison : super/);
    expect(JSON.stringify(effects[1])).toContain(`<@${OFFICER.id}> a donné 4 points à <@${BEAR}>.`);
    const history = await test.run(showHistory, { settings, locale: 'de', options: { member: BEAR } });
    expect(history.text).toContain(`**+4** Vergabe: super von <@${OFFICER.id}>`);
    const entry = await newestEntry(BEAR);
    const undone = await test.run(undoEntry, {
      settings,
      locale: 'es-419',
      actor: MODERATOR,
      options: { entry },
    });
    expect(undone.text).toContain(`Entrada de <@${BEAR}> deshecha: −4 puntos.`);
    expect(JSON.stringify(undone.effects)).toContain(
      `a annulé une entrée de <@${BEAR}> (attribution) : −4 points`,
    );
    const tooMany = test.run(remove, points(BEAR, 1, german));
    await expect(tooMany).rejects.toSatisfy((error) => error.text('pt-BR').includes('tem 0 ponto'));
  });

  it('posts a promotion card when exactly the needed points are reached, and only one', async () => {
    const first = await test.run(add, points(WOLF, 2));
    expect(first.effects.at(-1)).toMatchObject({ kind: 'message', remember: { table: 'promotion_cards' } });
    const second = await test.run(add, points(WOLF, 1));
    expect(second.effects).toHaveLength(2);
  });

  it('works without an admin channel, and says that nothing was logged', async () => {
    const settings = { ...SETTINGS, channels: { ...SETTINGS.channels, admin: null } };
    const { reply, effects } = await test.run(add, points(WOLF, 2, { settings }));
    expect(effects.map((effect) => effect.kind)).toEqual(['dm']);
    expect(reply.message.content).toContain('/settings channel');
  });

  it.each([
    { what: 'oneself', call: points(OFFICER.id, 1), code: 'not-yourself' },
    { what: 'a bot', call: points(WOLF, 1, { people: [resolved(WOLF, true)] }), code: 'not-bots' },
    { what: 'somebody who is not linked', call: points(person(77), 1), code: 'not-linked' },
    { what: 'no points', call: points(WOLF, 0), code: 'bad-amount' },
    { what: 'negative points', call: points(WOLF, -1), code: 'bad-amount' },
    { what: 'more than the limit', call: points(WOLF, 11), code: 'bad-amount' },
    { what: 'a fraction', call: points(WOLF, 1.5), code: 'bad-amount' },
    {
      what: 'a reason that is too long',
      call: points(WOLF, 1, { reason: 'x'.repeat(401) }),
      code: 'bad-reason',
    },
  ])('refuses $what and changes nothing', async ({ call, code }) => {
    for (const handler of [add, remove]) {
      await expect(test.run(handler, call)).rejects.toMatchObject({ name: 'UserError', code });
    }
    expect(await sums(WOLF)).toEqual([3, 3]);
  });

  it("follows the clan's own limit", async () => {
    const settings = { ...SETTINGS, points: { ...SETTINGS.points, manual_max: 50 } };
    await test.run(add, points(WOLF, 50, { settings }));
    expect(await sums(WOLF)).toEqual([53, 53]);
    expect(JSON.stringify(commands(settings).map((command) => command.toJSON()))).toContain('"max_value":50');
  });
});

describe('the user menu "Add points"', () => {
  const form = (amount: string, more: Partial<Call> = {}): Call => ({
    actor: OFFICER,
    recordId: WOLF,
    fields: { amount: [amount], reason: ['menu'] },
    ...more,
  });

  it('does the same for the person it was used on', async () => {
    const { effects } = await test.run(addFromMenu, form('2'));
    expect(await sums(WOLF)).toEqual([5, 5]);
    expect(JSON.stringify(effects)).toContain('menu');
  });

  it.each(['', 'two', '11', '0', '1e1'])('refuses %j points', async (amount) => {
    await expect(test.run(addFromMenu, form(amount))).rejects.toMatchObject({ code: 'bad-amount' });
  });

  it('refuses oneself', async () => {
    await expect(test.run(addFromMenu, form('1', { recordId: OFFICER.id }))).rejects.toMatchObject({
      code: 'not-yourself',
    });
  });
});

describe('/points remove', () => {
  it('takes points and says so to the member and the admin channel', async () => {
    const { effects } = await test.run(remove, points(WOLF, 3, { reason: 'late' }));
    expect(await sums(WOLF)).toEqual([0, 0]);
    expect(effects.map((effect) => effect.kind)).toEqual(['dm', 'message']);
    expect(JSON.stringify(effects[0])).toContain('You lost **3 points**');
    expect(await ledgerDifferences(test.clan.db)).toEqual([]);
  });

  it('refuses more than there is', async () => {
    await expect(test.run(remove, points(WOLF, 4))).rejects.toMatchObject({ code: 'not-enough-points' });
    expect(await sums(WOLF)).toEqual([3, 3]);
  });
});

describe('/points history', () => {
  it('shows what, how much, by whom and when, newest first', async () => {
    await test.run(add, points(WOLF, 2, { reason: '@everyone _cheers_' }));
    test.clock.now += 60_000;
    await test.run(remove, points(WOLF, 1));
    const { reply } = await test.run(showHistory, { options: { member: WOLF } });
    const [head, first, second, third] = reply.message.embeds?.[0]?.description?.split('\n') ?? [];
    expect(head).toContain('4 points towards the next rank, 4 in all');
    expect(first).toBe(`**\u22121** removal by <@${OFFICER.id}>, <t:${test.clock.now / 1000}:f>`);
    expect(second).toMatch(/^\*\*\+2\*\* award: @\u200beveryone \\_cheers\\_ by /);
    expect(third).toContain('brought over from the old bot');
    expect(reply.message.components).toEqual([]);
  });

  it('has pages with buttons, which look the member up again', async () => {
    for (let n = 0; n < 23; n += 1) await test.run(add, points(WOLF, 1, { reason: '*'.repeat(400) }));
    const first = (await test.run(showHistory, { options: { member: WOLF } })).reply.message;
    expect(JSON.stringify(first.components)).toContain(`points.page:${WOLF}:2`);
    expect(first.embeds?.[0]?.description?.length).toBeLessThanOrEqual(4096);
    const last = (await test.run(turnPage, { recordId: WOLF, argument: '3' })).reply.message;
    expect(last.embeds?.[0]?.description?.split('\n')).toHaveLength(1 + 4);
    expect(JSON.stringify(last.components)).toMatch(/points\.page:\d+:4","disabled":true/);
  });

  it.each(['0', '-5', 'x', '99999', undefined])('takes the page %j for one that exists', async (argument) => {
    const call: Call = argument === undefined ? { recordId: WOLF } : { recordId: WOLF, argument };
    await expect(test.run(turnPage, call)).resolves.toBeDefined();
  });

  it('asks the database no more often for many entries than for one', async () => {
    await test.clan.db.execute(ADD_EVENT, { event_id: '1-1', host_id: WOLF });
    for (let n = 0; n < 8; n += 1) {
      await test.clan.db.execute(ADD_EVENT_ENTRY, { entry_id: `2-${n}`, member_id: WOLF, event_id: '1-1' });
    }
    const asked = vi.spyOn(test.clan.db, 'query');
    const { reply } = await test.run(showHistory, { options: { member: WOLF } });
    const links = reply.message.embeds?.[0]?.description?.match(/\(\[event\]\(https:[^)]*\/11\/22\)\)/g);
    expect(links).toHaveLength(8);
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it('says so for somebody unknown', async () => {
    const { reply } = await test.run(showHistory, { options: { member: person(77) } });
    expect(reply.message.embeds?.[0]?.description).toContain('not known to the clan yet');
  });
});

describe('/points undo', () => {
  const undoing = (entry: string, more: Partial<Call> = {}): Call => ({
    actor: MODERATOR,
    options: { entry },
    ...more,
  });

  it('reverses one entry by a new one, once', async () => {
    await test.run(add, points(BEAR, 4));
    const entry = await newestEntry(BEAR);
    const { effects } = await test.run(undoEntry, undoing(entry));
    expect(await sums(BEAR)).toEqual([0, 0]);
    expect(effects.map((effect) => effect.kind)).toEqual(['dm', 'message']);
    await expect(test.run(undoEntry, undoing(entry))).rejects.toMatchObject({ code: 'already-undone' });
    expect(await ledgerDifferences(test.clan.db)).toEqual([]);
  });

  it('takes what is there, and says so, where it would go below 0', async () => {
    await test.run(add, points(BEAR, 4));
    const entry = await newestEntry(BEAR);
    await test.run(remove, points(BEAR, 3));
    const { reply } = await test.run(undoEntry, undoing(entry));
    expect(await sums(BEAR)).toEqual([0, 0]);
    expect(reply.message.content).toContain('lost 1 point');
    expect(reply.message.content).toContain('3 points could not be taken');
  });

  it('offers the promotion that becomes due when a removal is undone', async () => {
    await test.run(remove, points(WOLF, 1));
    const entry = await newestEntry(WOLF);
    await test.run(add, points(WOLF, 2));
    const { effects } = await test.run(undoEntry, undoing(entry));
    expect(effects.at(-1)).toMatchObject({ remember: { table: 'promotion_cards' } });
  });

  it("refuses the moderator's own entries and leaves them as they are", async () => {
    await test.clan.seed({ discordId: MODERATOR.id });
    await test.run(add, points(MODERATOR.id, 4));
    const entry = await newestEntry(MODERATOR.id);
    await expect(test.run(undoEntry, undoing(entry))).rejects.toMatchObject({ code: 'not-yourself' });
    expect(await sums(MODERATOR.id)).toEqual([4, 4]);
    expect(await suggested('')).toEqual([]);
  });

  it.each(['', 'x', 'y'.repeat(200)])('refuses %j, which is no entry', async (entry) => {
    await expect(test.run(undoEntry, undoing(entry))).rejects.toMatchObject({ code: 'no-such-entry' });
  });

  async function suggested(value: string, options: Call['options'] = {}) {
    const call = { actor: MODERATOR, focused: { name: 'entry', value }, options };
    return (await test.suggest(suggestEntries, call)).map(({ name }) => name.replace(/ \(.*/, ''));
  }

  it("offers the latest entries that can be undone: of one member, by name or by option, or of everybody's", async () => {
    await test.run(add, points(WOLF, 1, { reason: 'one' }));
    test.clock.now += 1000;
    await test.run(add, points(BEAR, 2, { reason: 'two' }));
    test.clock.now += 1000;
    await test.run(remove, points(WOLF, 2, { reason: 'three' }));
    expect(await suggested('')).toEqual(['\u22122 Wolf: three', '+2 Bear: two', '+1 Wolf: one']);
    expect(await suggested('wolf')).toEqual(['\u22122 Wolf: three', '+1 Wolf: one']);
    expect(await suggested('', { member: BEAR })).toEqual(['+2 Bear: two']);
    expect(await suggested('thr')).toEqual(['\u22122 Wolf: three']);
    await test.run(undoEntry, undoing(await newestEntry(BEAR)));
    expect(await suggested('', { member: BEAR })).toEqual(['\u22122 Bear: taken back']);
  });

  it('are offered with one query, with two where a name is typed', async () => {
    for (let n = 0; n < 30; n += 1) await test.run(add, points(BEAR, 1, { reason: `${n}` }));
    const asked = vi.spyOn(test.clan.db, 'query');
    expect(await suggested('')).toHaveLength(25);
    expect(asked).toHaveBeenCalledTimes(1);
    await suggested('bear');
    expect(asked).toHaveBeenCalledTimes(3);
  });
});

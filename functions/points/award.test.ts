import { beforeEach, describe, expect, it, vi } from 'vitest';
import { findMember } from '../../shared/members/member.ts';
import { ledgerDifferences } from '../../shared/points/ledger.ts';
import { person } from '../../test/support/clan.ts';
import { type Call, type HandlerTest, openHandlerTest, resolved } from '../../test/support/handler-test.ts';
import { SETTINGS } from '../../test/support/identity.ts';
import { award } from './award.ts';

const OFFICER = { id: person(901), tier: 'officer' } as const;
const [WOLF, BEAR, OWL, STRANGER, BOT] = [2, 3, 4, 77, 78].map(person) as [
  string,
  string,
  string,
  string,
  string,
];
let test: HandlerTest;

beforeEach(async () => {
  test = await openHandlerTest();
  await test.clan.seed({ discordId: WOLF, robloxName: 'Wolf', points: 3 });
  await test.clan.seed({ discordId: BEAR, robloxName: 'Bear' });
  await test.clan.seed({ discordId: OWL, robloxUserId: null });
  await test.clan.seed({ discordId: OFFICER.id, robloxName: 'Officer' });
});

const form = (members: readonly string[], amount = '2', more: Partial<Call> = {}): Call => ({
  actor: OFFICER,
  fields: { members, amount: [amount], reason: ['won *it*'] },
  people: members.map((id) => resolved(id, id === BOT)),
  ...more,
});
const pointsOf = async (id: string) => (await findMember(test.clan.db, id))?.points;

describe('/points award', () => {
  it('gives each the points, with a message to each, one line in the admin channel and the cards due', async () => {
    const { reply, effects } = await test.run(award, form([BEAR, WOLF]));
    expect(await Promise.all([WOLF, BEAR].map(pointsOf))).toEqual([5, 2]);
    expect(reply.message.content).toContain(`Gave 2 points each to 2 people: <@${WOLF}>, <@${BEAR}>.`);
    expect(reply.message.content).toContain('1 promotion is due');
    expect(effects.map(({ kind }) => kind)).toEqual(['dm', 'dm', 'message', 'message']);
    expect(JSON.stringify(effects[0])).toContain('You got **2 points** in');
    expect(JSON.stringify(effects[2])).toContain(
      `<@${OFFICER.id}> gave 2 people 2 points each: <@${WOLF}>, <@${BEAR}>. Reason: won`,
    );
    expect(effects[3]).toMatchObject({ remember: { table: 'promotion_cards' } });
    expect(await ledgerDifferences(test.clan.db)).toEqual([]);
  });

  it('names who was skipped, with the reason', async () => {
    const { reply } = await test.run(award, form([OFFICER.id, BOT, OWL, STRANGER, BEAR]));
    const lines = reply.message.content?.split('\n') ?? [];
    expect(lines[0]).toBe(`Gave 2 points to <@${BEAR}>.`);
    expect(lines).toContain('Not you: nobody gives points to themselves.');
    expect(lines).toContain(`Bots have no points: <@${BOT}>.`);
    expect(lines.join()).toMatch(new RegExp(`Not linked yet.*<@${OWL}>, <@${STRANGER}>`));
    expect(await pointsOf(OFFICER.id)).toBe(0);
  });

  it.each([
    { what: 'nobody left', call: () => form([OFFICER.id, BOT, STRANGER]), code: 'nobody' },
    { what: 'nobody chosen', call: () => form([]), code: 'nobody' },
    { what: 'an id that was not chosen', call: () => form([WOLF], '2', { people: [] }), code: 'nobody' },
    { what: 'no number', call: () => form([WOLF], 'two'), code: 'bad-amount' },
    { what: 'more than by hand', call: () => form([WOLF], '11'), code: 'bad-amount' },
    {
      what: 'too long a reason',
      call: () =>
        form([WOLF], '1', { fields: { members: [WOLF], amount: ['1'], reason: ['x'.repeat(401)] } }),
      code: 'bad-reason',
    },
  ])('refuses $what and changes nothing', async ({ call, code }) => {
    await expect(test.run(award, call())).rejects.toMatchObject({ name: 'UserError', code });
    expect(await pointsOf(WOLF)).toBe(3);
  });

  it('gives nobody anything when one of the entries cannot be written', async () => {
    const ids = vi.spyOn(test.clan, 'change').mockImplementation((work) =>
      test.clan.db.transaction(async (tx) => {
        const change = test.clan.changing(tx);
        return { result: await work({ ...change, newId: () => '1-1' }), effects: change.effects };
      }),
    );
    await expect(test.run(award, form([BEAR, WOLF]))).rejects.toThrow();
    ids.mockRestore();
    expect(await Promise.all([WOLF, BEAR].map(pointsOf))).toEqual([3, 0]);
  });

  it('counts somebody once, however often they are named, and 25 people at most', async () => {
    await test.run(award, form([BEAR, BEAR]));
    expect(await pointsOf(BEAR)).toBe(2);
    const many = Array.from({ length: 30 }, (_, index) => person(200 + index));
    for (const discordId of many) await test.clan.seed({ discordId });
    const { reply } = await test.run(award, form(many));
    expect(reply.message.content).toContain('25 people');
  });

  it('speaks the caller’s language, and the clan’s in the admin channel', async () => {
    const { reply, effects } = await test.run(award, form([BEAR], '2', { locale: 'de' }));
    expect(reply.message.content).toContain(`2 Punkte an <@${BEAR}> vergeben.`);
    expect(JSON.stringify(effects[1])).toContain(`<@${OFFICER.id}> gave <@${BEAR}> 2 points.`);
  });

  it('says so where no admin channel is set, and then posts no cards', async () => {
    const settings = { ...SETTINGS, channels: { ...SETTINGS.channels, admin: null } };
    const { reply, effects } = await test.run(award, form([WOLF], '2', { settings }));
    expect(effects.map(({ kind }) => kind)).toEqual(['dm']);
    expect(reply.message.content).toContain('/settings channel');
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { keepTyped } from '../../shared/context/keep-typed.ts';
import { findMember } from '../../shared/members/member.ts';
import { ledgerDifferences } from '../../shared/points/ledger.ts';
import { person } from '../../test/support/clan.ts';
import { type Call, type HandlerTest, openHandlerTest, resolved } from '../../test/support/handler-test.ts';
import { SETTINGS } from '../../test/support/identity.ts';
import { award } from './award.ts';
import { add, remove } from './change-points.ts';
import { liftLimit } from './lift-limit.ts';

const OFFICER = { id: person(901), tier: 'officer' } as const;
const ADMIN = { id: person(902), tier: 'admin' } as const;
const WOLF = person(2);
const BEAR = person(3);
const settings = { ...SETTINGS, points: { ...SETTINGS.points, officer_hourly_max: 20 } };
let test: HandlerTest;

beforeEach(async () => {
  test = await openHandlerTest();
  for (const discordId of [WOLF, BEAR]) await test.clan.seed({ discordId, rank: 'Captain', points: 50 });
});

const points = (amount: number, more: Partial<Call> = {}): Call => ({
  actor: OFFICER,
  settings,
  options: { member: WOLF, amount },
  people: [resolved(WOLF)],
  ...more,
});
const form = (amount: string): Call => ({
  actor: OFFICER,
  settings,
  fields: { members: [WOLF, BEAR], amount: [amount], reason: ['won *it*'] },
  people: [resolved(WOLF), resolved(BEAR)],
});
const pointsOf = async (id: string) => (await findMember(test.clan.db, id))?.points;
const buttonIn = (text: string) => /guard\.lift:(\d+):(points\.\d+)/.exec(text) ?? [];
/** Uses up what somebody may give, and is refused. */
async function reachLimit() {
  await test.run(add, points(10));
  await test.run(add, points(10));
  const { effects } = await test.run(add, points(1));
  const [, recordId = '', argument = ''] = buttonIn(JSON.stringify(effects));
  return { recordId, argument };
}

describe('points by hand within 60 minutes', () => {
  it('are counted over /points add, remove and award, up to the limit and not beyond', async () => {
    await test.run(add, points(5));
    await test.run(remove, points(5));
    await test.run(award, form('5'));
    expect([await pointsOf(WOLF), await pointsOf(BEAR)]).toEqual([55, 55]);
    const { text, effects } = await test.run(add, points(1));
    expect(text).toContain('You have used 20, and this would be 1 more');
    expect(text).toContain(`<t:${(test.clock.now + 3_600_000) / 1000}:R>`);
    expect(effects).toMatchObject([{ kind: 'message', channelId: SETTINGS.channels.admin }]);
    expect(JSON.stringify(effects)).toContain(`<@${OFFICER.id}> has reached the limit of 20 points`);
    expect([await pointsOf(WOLF), await pointsOf(BEAR)]).toEqual([55, 55]);
    expect(await ledgerDifferences(test.clan.db)).toEqual([]);
  });

  it('are refused whole, not in part', async () => {
    await test.run(add, points(5));
    expect((await test.run(award, form('8'))).text).toContain('this would be 16 more');
    expect(await pointsOf(BEAR)).toBe(50);
    await test.run(award, form('7'));
    expect(await pointsOf(BEAR)).toBe(57);
  });

  it('tell the admin channel once', async () => {
    await reachLimit();
    await expect(test.run(remove, points(1))).rejects.toMatchObject({ code: 'hourly-limit' });
    await expect(test.run(award, form('1'))).rejects.toMatchObject({ code: 'hourly-limit' });
    test.clock.now += 3_600_000;
    await test.run(add, points(10));
    await test.run(add, points(10));
    expect((await test.run(add, points(1))).effects).toHaveLength(1);
  });

  it('leave what was typed with the refusal', async () => {
    await reachLimit();
    test.clock.now += 3_600_000;
    await test.run(add, points(10));
    const { text } = await test.run(keepTyped('reason', award), form('6'));
    expect(text).toMatch(/hourly-limit.*You had typed:.*won \*it\*/);
  });

  it('are those of each officer alone', async () => {
    await reachLimit();
    await test.run(add, points(10, { actor: ADMIN }));
    expect(await pointsOf(WOLF)).toBe(80);
  });

  it('are refused without a word to anybody where no admin channel is set', async () => {
    const without = { ...settings, channels: { ...settings.channels, admin: null } };
    await test.run(add, points(10, { settings: without }));
    await test.run(add, points(10, { settings: without }));
    await expect(test.run(add, points(1, { settings: without }))).rejects.toThrow(/No admin channel is set/);
    expect((await test.run(add, points(1))).effects).toHaveLength(1);
  });

  it('say so when it is too much by itself', async () => {
    const tight = { ...settings, points: { ...settings.points, officer_hourly_max: 4 } };
    expect((await test.run(add, points(5, { settings: tight }))).text).toContain('choose less');
  });
});

describe('the button "Lift the limit"', () => {
  it('begins the 60 minutes anew, once, and says who lifted it', async () => {
    const pressed = { ...(await reachLimit()), actor: ADMIN, settings };
    const { text, reply } = await test.run(liftLimit, pressed);
    expect(text).toContain(`lifted by <@${ADMIN.id}>`);
    expect(reply.message.components).toEqual([]);
    await expect(test.run(liftLimit, pressed)).rejects.toMatchObject({ code: 'lifted-before' });
    await test.run(add, points(10));
    expect(await pointsOf(WOLF)).toBe(80);
  });

  it('is not for the person themselves, admin or not', async () => {
    const pressed = { ...(await reachLimit()), settings };
    const own = test.run(liftLimit, { ...pressed, actor: { id: OFFICER.id, tier: 'admin' } });
    await expect(own).rejects.toMatchObject({ code: 'not-yourself' });
    await expect(test.run(add, points(1))).rejects.toMatchObject({ code: 'hourly-limit' });
  });

  it.each(['points', 'points.', 'points.x', 'other.1', `points.${'9'.repeat(20)}`, undefined])(
    'refuses the argument %j, which it never had',
    async (argument) => {
      const call: Call = {
        actor: ADMIN,
        recordId: OFFICER.id,
        ...(argument === undefined ? {} : { argument }),
      };
      await expect(test.run(liftLimit, call)).rejects.toMatchObject({ code: 'lifted-before' });
    },
  );
});

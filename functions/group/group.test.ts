import { beforeEach, describe, expect, it } from 'vitest';
import { addToBlacklist } from '../../shared/blacklist/blacklist.ts';
import type { Handler } from '../../shared/commands/handler.ts';
import { sql } from '../../shared/database/database.ts';
import type { Message } from '../../shared/discord/message.ts';
import {
  endJoinDecision,
  latestJoinDecision,
  storeJoinDecision,
} from '../../shared/members/join-decision.ts';
import { NOON, person } from '../../test/support/clan.ts';
import { ADMIN, type Call, type HandlerTest, openHandlerTest } from '../../test/support/handler-test.ts';
import { accept, decline } from './decide.ts';
import { choose, requests, turnPage } from './requests.ts';

const HELD = sql`
INSERT INTO roblox_links (roblox_user_id, discord_id, linked_at) VALUES (:roblox_user_id, :discord_id, :linked_at)`;
const BY_ADMIN = { actor: { id: ADMIN, tier: 'admin' } } as const;
let t: HandlerTest;

beforeEach(async () => {
  t = await openHandlerTest();
});

const run = (handler: Handler, call: Call = {}) => t.run(handler, { ...BY_ADMIN, ...call });
/** Handlers of selects read their own fields. */
const choosing = (value: string) =>
  t.run(
    (context) =>
      choose({ ...context, interaction: { ...context.interaction, fields: { 'group.choose': [value] } } }),
    BY_ADMIN,
  );
const lines = (message: Message) => message.embeds?.[0]?.description?.split('\n') ?? [];
const buttons = (message: Message) =>
  (message.components ?? []).flatMap(({ components }) =>
    components.flatMap((one) =>
      'custom_id' in one ? [[one.custom_id, 'disabled' in one && one.disabled === true] as const] : [],
    ),
  );
async function decisionOf(account: string) {
  return latestJoinDecision(t.db, account);
}

describe('/group requests', () => {
  it('shows name, age of the account, and whether it is linked', async () => {
    t.group.ask('8001', { name: 'FreshFox' });
    t.group.ask('8002', { name: 'Linked_One' });
    await t.clan.seed({
      discordId: person(3),
      robloxUserId: '8002',
      robloxName: 'Linked_One',
      rank: 'Enlist',
    });
    const { reply } = await run(requests);
    const [first, second] = lines(reply.message);
    expect(first).toMatch(
      /^\*\*FreshFox\*\* · account made <t:0:D> \(<t:0:R>\) · asked <t:\d+:R> · not linked$/,
    );
    expect(second).toContain('**Linked\\_One**');
    expect(second).toContain(`linked to <@${person(3)}>`);
  });

  it('marks a blacklisted person, and an account that a blacklisted person holds or held', async () => {
    t.group.ask('8001');
    t.group.ask('8002');
    await t.clan.seed({ discordId: person(3), robloxUserId: '8001', robloxName: 'A', rank: 'Enlist' });
    await t.clan.seed({ discordId: person(4), robloxUserId: '8002', robloxName: 'B', rank: 'Enlist' });
    const entry = { reason: null, expiresAt: null, actorId: ADMIN, now: NOON };
    await addToBlacklist(t.db, { discordId: person(3), ...entry });
    await addToBlacklist(t.db, { discordId: person(5), ...entry });
    await t.db.execute(HELD, { roblox_user_id: '8002', discord_id: person(5), linked_at: NOON });
    const [first, second] = lines((await run(requests)).reply.message);
    expect(first).toContain('⛔ blacklisted');
    expect(first).not.toContain('held by');
    expect(second).toContain(`⛔ held by a blacklisted person: <@${person(5)}>`);
  });

  it('shows 10 a page, over Roblox’s pages of 20, with buttons that stop at the ends', async () => {
    for (let n = 0; n < 25; n += 1) t.group.ask(`${8000 + n}`);
    const [first, second, third, beyond] = [
      await run(requests),
      await run(turnPage, { recordId: '2' }),
      await run(turnPage, { recordId: '3' }),
      await run(turnPage, { recordId: '999' }),
    ].map(({ reply }) => reply.message);
    expect(lines(first ?? {})).toHaveLength(10);
    expect(lines(second ?? {})[0]).toContain('Roblox8010');
    expect(lines(third ?? {})).toHaveLength(5);
    expect(beyond).toEqual(third);
    expect(buttons(third ?? {}).slice(-2)).toEqual([
      ['group.page:2', false],
      ['group.page:4', true],
    ]);
  });

  it('says that nobody asks, without anything to press', async () => {
    const { reply } = await run(requests);
    expect(reply.message.components).toEqual([]);
    expect(lines(reply.message)).toEqual(['Nobody asks to join the group.']);
  });

  it('names an account that is gone by its id', async () => {
    t.group.ask('8001');
    t.group.state.users.delete('8001');
    expect(lines((await run(requests)).reply.message)[0]).toContain('**deleted account 8001**');
  });

  it('offers Accept and Decline once somebody is chosen, and not while their decision waits', async () => {
    t.group.ask('8001');
    t.group.ask('8002');
    expect(buttons((await run(requests)).reply.message)).toEqual([
      ['group.choose', false],
      ['group.accept:0:1', true],
      ['group.decline:0:1', true],
    ]);
    expect(buttons((await choosing('1:8002')).reply.message).slice(1)).toEqual([
      ['group.accept:8002:1', false],
      ['group.decline:8002:1', false],
    ]);
    await run(accept, { recordId: '8002', argument: '1' });
    const { reply, text } = await choosing('1:8002');
    expect(text).toContain('⏳ being accepted');
    expect(buttons(reply.message).slice(1)).toEqual([
      ['group.accept:8002:1', true],
      ['group.decline:8002:1', true],
    ]);
  });

  it('is in the language of the caller', async () => {
    t.group.ask('8001');
    const { text } = await run(requests, { locale: 'de' });
    expect(text).toContain('Beitrittsanfragen');
    expect(text).toContain('nicht verknüpft');
  });
});

describe('a decision', () => {
  it.each([
    ['accept', accept],
    ['decline', decline],
  ] as const)('is stored with its effect, and the way back to the list (%s)', async (decision, handler) => {
    t.group.ask('8001', { name: 'FreshFox' });
    const { reply, effects } = await run(handler, { recordId: '8001', argument: '2' });
    expect(effects).toEqual([
      expect.objectContaining({
        kind: 'join-decision',
        decision,
        robloxUserId: '8001',
        robloxName: 'FreshFox',
      }),
    ]);
    expect(reply.shows).toEqual([expect.objectContaining({ label: 'Roblox' })]);
    expect(buttons(reply.message)).toEqual([['group.page:2', false]]);
    expect(await decisionOf('8001')).toMatchObject({ decision, status: 'waiting', decidedBy: ADMIN });
  });

  it('is refused with who decided before, while that waits and after it', async () => {
    t.group.ask('8001', { name: 'FreshFox' });
    await run(accept, { recordId: '8001' });
    const other = { actor: { id: person(950), tier: 'admin' }, recordId: '8001' } as const;
    await expect(t.run(decline, other)).rejects.toMatchObject({
      code: 'request-waiting',
      message: expect.stringContaining(`<@${ADMIN}> decided`),
    });
    const { id = '' } = (await decisionOf('8001')) ?? {};
    await endJoinDecision(t.db, id, { status: 'done', error: null, now: NOON });
    t.group.forgetRequest('8001');
    await expect(t.run(decline, other)).rejects.toMatchObject({
      code: 'request-gone',
      message: expect.stringContaining(`was accepted by <@${ADMIN}>`),
    });
  });

  it('is refused where somebody else took the request on Roblox', async () => {
    t.group.put('8001', { name: 'FreshFox' });
    await expect(run(accept, { recordId: '8001' })).rejects.toMatchObject({
      code: 'request-gone',
      message: expect.stringMatching(/FreshFox.*does not ask to join any more.*Nothing was changed/),
    });
    expect(await decisionOf('8001')).toBeUndefined();
  });

  it('is not made about oneself, nor about what is no account', async () => {
    t.group.ask('8001');
    await t.clan.seed({ discordId: ADMIN, robloxUserId: '8001', robloxName: 'A', rank: 'Enlist' });
    await expect(run(accept, { recordId: '8001' })).rejects.toMatchObject({ code: 'own-request' });
    for (const recordId of ['0', "1' or user", '', undefined]) {
      await expect(run(accept, { recordId })).rejects.toMatchObject({ code: 'no-such-request' });
    }
  });

  it('may be made again where an earlier one failed or was given up', async () => {
    t.group.ask('8001');
    const told = { robloxUserId: '8001', robloxName: 'A', decision: 'accept', decidedBy: ADMIN } as const;
    await storeJoinDecision(t.db, { id: 'old', ...told, decidedAt: NOON - 11 * 86_400_000 });
    await run(decline, { recordId: '8001' });
    expect(await decisionOf('8001')).toMatchObject({ decision: 'decline', status: 'waiting' });
  });
});

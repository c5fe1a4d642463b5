import { beforeEach, describe, expect, it } from 'vitest';
import { findMember } from '../../shared/members/member.ts';
import { ledgerDifferences } from '../../shared/points/ledger.ts';
import { suggestRanks } from '../../shared/ranks/choose-rank.ts';
import { openTestClan, person } from '../../test/support/clan.ts';
import { ADMIN, type HandlerTest, openHandlerTest } from '../../test/support/handler-test.ts';
import { setRank } from './set-rank.ts';

const WOLF = person(2);
const actor = { id: ADMIN, tier: 'admin' } as const;
let test: HandlerTest;

beforeEach(async () => {
  test = await openHandlerTest();
  await test.clan.seed({ discordId: WOLF, robloxUserId: '7002', rank: 'Enlist', points: 9 });
  test.group.put('7002', { roleIds: ['90002'] });
});

async function rankNow(): Promise<string | undefined> {
  const member = await findMember(test.clan.db, WOLF);
  return test.clan.ranks.find((rank) => rank.id === member?.rankId)?.name;
}
const setting = (rank: string, member = WOLF) => ({ actor, options: { member, rank } });

describe('/set-rank', () => {
  it('gives any rank, up or down, by the id that the list offers', async () => {
    const { reply } = await test.run(setRank, setting(test.clan.rank('Captain').id));
    expect(await rankNow()).toBe('Captain');
    expect(reply.message.content).toContain('**Enlist** \u2192 **Captain**');
    expect(reply.message.content).toContain('9 points were');
    test.group.put('7002', { roleIds: ['90121'] });
    await test.run(setRank, setting('pending'));
    expect(await rankNow()).toBe('Pending');
    expect(await ledgerDifferences(test.clan.db)).toEqual([]);
  });

  it.each([
    ['a rank that does not exist', 'General', 'no-such-rank'],
    ['the rank they have', 'Enlist', 'same-rank'],
  ])('refuses %s', async (_, rank, code) => {
    await expect(test.run(setRank, setting(rank))).rejects.toMatchObject({ code });
    expect(await rankNow()).toBe('Enlist');
  });

  it('answers in the language of the caller and writes to the member in that of the clan', async () => {
    const { reply, effects } = await test.run(setRank, { ...setting('Captain'), locale: 'de' });
    expect(reply.message.content).toContain(
      'Der Fortschritt beginnt wieder bei 0 (9 Punkte wurden verbraucht).',
    );
    expect(reply.shows?.map(({ label }) => label)).toContain('Direktnachricht');
    const [message] = effects.filter(({ kind }) => kind === 'dm');
    expect(JSON.stringify(message)).toContain('Congratulations! You were promoted to **Captain**');
  });

  it('refuses oneself', async () => {
    await expect(test.run(setRank, setting('Captain', ADMIN))).rejects.toMatchObject({
      code: 'not-yourself',
    });
  });
});

describe('suggesting ranks', () => {
  const suggested = async (value: string) =>
    (await test.suggest(suggestRanks, { actor, focused: { name: 'rank', value } })).map(({ name }) => name);

  it('offers ranks by order, and finds them by name', async () => {
    expect(await suggested('')).toEqual([
      '1. Pending',
      '2. Enlist',
      '3. Soldier',
      '4. Veteran (admin only)',
      '5. Queen (admin only)',
      '6. Captain',
    ]);
    expect(await suggested('SOLD')).toEqual(['3. Soldier']);
  });

  it('offers at most 25, each at most 100 characters long', async () => {
    const rows = Array.from({ length: 40 }, (_, n) => ({
      rank_order: n + 1,
      rank_name: `${n} ${'*'.repeat(97)}`,
      points_required: n,
      roblox_group_rank_id: n + 1,
    }));
    const { db } = await openTestClan(rows);
    const answer = await suggestRanks({
      ...test.context({ actor, focused: { name: 'rank', value: '' } }),
      db,
    });
    await db.close();
    const choices = 'choices' in answer ? answer.choices : [];
    expect(choices).toHaveLength(25);
    for (const { name } of choices) expect(name.length).toBeLessThanOrEqual(100);
  });
});

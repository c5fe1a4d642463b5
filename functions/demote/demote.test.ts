import { beforeEach, describe, expect, it } from 'vitest';
import { findMember } from '../../shared/members/member.ts';
import { rankChangesOf } from '../../shared/ranks/rank-change.ts';
import { person } from '../../test/support/clan.ts';
import { ADMIN, type HandlerTest, openHandlerTest } from '../../test/support/handler-test.ts';
import { demote } from './demote.ts';

const WOLF = person(2);
const call = { actor: { id: ADMIN, tier: 'admin' }, options: { member: WOLF } } as const;
let test: HandlerTest;

beforeEach(async () => {
  test = await openHandlerTest();
});

async function seed(rank: string, roleId: string): Promise<void> {
  await test.clan.seed({ discordId: WOLF, robloxUserId: '7002', rank, points: 9 });
  test.group.put('7002', { roleIds: [roleId] });
}
async function rankNow(): Promise<string | undefined> {
  const member = await findMember(test.clan.db, WOLF);
  return test.clan.ranks.find((rank) => rank.id === member?.rankId)?.name;
}

describe('/demote', () => {
  it('moves one rank down, keeps the points and shows each part', async () => {
    await seed('Soldier', '90045');
    const { reply, effects } = await test.run(demote, call);
    expect(await rankNow()).toBe('Enlist');
    expect((await findMember(test.clan.db, WOLF))?.points).toBe(9);
    expect(reply.message.content).toContain('**Soldier** \u2192 **Enlist**');
    expect(reply.shows).toHaveLength(3);
    expect(effects.map((effect) => effect.kind)).toEqual(['roblox-roles', 'discord-roles', 'dm']);
    expect(JSON.stringify(effects[2])).not.toContain('Congratulations');
    expect(await rankChangesOf(test.clan.db, WOLF, 9)).toMatchObject([{ cause: 'demote', actorId: ADMIN }]);
  });

  it('refuses the lowest rank', async () => {
    await seed('Pending', '90001');
    await expect(test.run(demote, call)).rejects.toMatchObject({ code: 'bottom-rank' });
  });

  it('refuses oneself', async () => {
    const own = { ...call, options: { member: ADMIN } };
    await expect(test.run(demote, own)).rejects.toMatchObject({ code: 'not-yourself' });
  });
});

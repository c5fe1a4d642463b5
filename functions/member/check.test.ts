import { beforeEach, describe, expect, it } from 'vitest';
import { addToBlacklist } from '../../shared/blacklist/blacklist.ts';
import { findMember } from '../../shared/members/member.ts';
import { NOON, person } from '../../test/support/clan.ts';
import { type HandlerTest, OFFICER, openHandlerTest } from '../../test/support/handler-test.ts';
import { robloxError } from '../../test/support/recorded.ts';
import { check } from './check.ts';

const WOLF = person(2);
let test: HandlerTest;

beforeEach(async () => {
  test = await openHandlerTest();
});

async function fields(call: Parameters<HandlerTest['run']>[1]): Promise<Record<string, string>> {
  const { reply } = await test.run(check, call);
  return Object.fromEntries(
    (reply.message.embeds?.[0]?.fields ?? []).map(({ name, value }) => [name, value]),
  );
}
const asked = { options: { member: WOLF } };

describe('/member check', () => {
  it('shows what /xp shows, and member since, eligibility, last sync and blacklist', async () => {
    await test.clan.seed({
      discordId: WOLF,
      robloxName: 'Wolf_',
      rank: 'Enlist',
      points: 20,
      syncedAt: NOON - 1000,
    });
    expect(await fields(asked)).toMatchObject({
      Rank: 'Enlist',
      Points: '20',
      'Roblox name': 'Wolf\\_',
      'Member since': `<t:${(NOON - 86_400_000) / 1000}:D>`,
      Eligible: '✅ for **Soldier**',
      'Last sync': `<t:${(NOON - 1000) / 1000}:R>`,
      Blacklist: 'no',
    });
  });

  it('looks at Roblox first when the last sync is older than 10 minutes, and takes the rank over', async () => {
    await test.clan.seed({ discordId: WOLF, robloxUserId: '7002', rank: 'Enlist', syncedAt: NOON - 700_000 });
    test.group.put('7002', { roleIds: ['90045'] });
    const { reply, effects } = await test.run(check, asked);
    expect(JSON.stringify(reply.message)).toContain('Soldier');
    expect(effects.map((effect) => effect.kind)).toEqual(['discord-roles']);
    expect((await findMember(test.clan.db, WOLF))?.rankId).toBe(test.clan.rank('Soldier').id);
  });

  it('shows what is known when Roblox does not answer', async () => {
    await test.clan.seed({ discordId: WOLF, rank: 'Enlist' });
    test.roblox.down = robloxError(503);
    const { reply } = await test.run(check, asked);
    expect(reply.message.embeds?.[0]?.description).toContain('Roblox did not answer');
  });

  it('shows the blacklist, also of somebody the clan does not know', async () => {
    await addToBlacklist(test.clan.db, {
      discordId: WOLF,
      reason: 'spam <@&1>',
      expiresAt: null,
      actorId: OFFICER,
      now: NOON,
    });
    const shown = await fields(asked);
    expect(shown['Blacklist']).toMatch(/⛔ since .* until somebody removes them\. Reason: spam \\<@/);
    expect(Object.keys(shown)).toEqual(['Blacklist']);
  });

  it('is read in the language of the officer, whatever the clan speaks', async () => {
    await test.clan.seed({ discordId: WOLF, robloxName: 'Wolf', rank: 'Enlist', points: 20, syncedAt: NOON });
    const entry = { discordId: WOLF, reason: 'Spam', actorId: OFFICER, now: NOON };
    await addToBlacklist(test.clan.db, { ...entry, expiresAt: NOON + 60_000 });
    expect(await fields({ ...asked, locale: 'de' })).toMatchObject({
      Rang: 'Enlist',
      'Beförderung fällig': '✅ zu **Soldier**',
      Abmeldung: 'keine',
      Blacklist: expect.stringMatching(/⛔ seit .* von <@\d+>, bis .*\. Grund: Spam/),
    });
  });

  it('does the same from the user menu', async () => {
    await test.clan.seed({ discordId: WOLF, rank: 'Enlist', syncedAt: NOON });
    expect(await fields({ targetId: WOLF })).toMatchObject({ Rank: 'Enlist', Eligible: 'no' });
  });
});

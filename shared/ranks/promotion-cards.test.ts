import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NOON, openTestClan, person, TEST_SETTINGS, type TestClan } from '../../test/support/clan.ts';
import { sql } from '../database/database.ts';
import { findMember, type Member } from '../members/member.ts';
import { decideCard, findCard, offerPromotion } from './promotion-cards.ts';

const PROMOTE = sql`UPDATE members SET rank_id = :rank_id WHERE discord_id = :discord_id`;
const wolf = person(1);
let clan: TestClan;
beforeEach(async () => {
  clan = await openTestClan();
});
afterEach(() => clan.db.close());

async function offer(settings = TEST_SETTINGS) {
  const member: Member | undefined = await findMember(clan.db, wolf);
  if (member === undefined) throw new Error('no member');
  return clan.change((tx) => offerPromotion(tx, { member, ranks: clan.ranks, settings, now: NOON }));
}
async function openCard(): Promise<string> {
  const { effects } = await offer();
  const [card] = effects;
  if (card?.kind !== 'message' || card.remember === undefined) throw new Error('no card');
  return card.remember.id;
}

describe('a promotion card', () => {
  it('is posted when the points are exactly reached, once while it is open', async () => {
    await clan.seed({ discordId: wolf, rank: 'Enlist', points: 20, robloxName: 'Wolf_*1*' });
    const { effects } = await offer();
    expect(effects).toMatchObject([{ kind: 'message', channelId: TEST_SETTINGS.channels.admin }]);
    expect(JSON.stringify(effects)).toContain('Wolf\\\\_\\\\*1\\\\*');
    expect((await offer()).effects).toEqual([]);
  });

  it('is not posted when nothing is due, on an admin-only rank, without a link or without a channel', async () => {
    await clan.seed({ discordId: wolf, rank: 'Queen', points: 999 });
    expect((await offer()).effects).toEqual([]);
    await clan.seed({ discordId: person(2), rank: 'Enlist', points: 19 });
    const unlinked = { discordId: person(3), rank: 'Enlist', points: 50, robloxUserId: null };
    await clan.seed(unlinked);
    for (const number of [2, 3]) {
      const member = await findMember(clan.db, person(number));
      if (member === undefined) throw new Error('no member');
      const given = { member, ranks: clan.ranks, settings: TEST_SETTINGS, now: NOON };
      expect((await clan.change((tx) => offerPromotion(tx, given))).effects).toEqual([]);
    }
    const channels = { ...TEST_SETTINGS.channels, admin: null };
    await clan.db.transaction((tx) =>
      tx.execute(PROMOTE, { rank_id: clan.rank('Enlist').id, discord_id: wolf }),
    );
    expect((await offer({ ...TEST_SETTINGS, channels })).effects).toEqual([]);
    expect((await offer()).effects).toHaveLength(1);
  });

  it('is decided once, and a new one may be posted afterwards', async () => {
    await clan.seed({ discordId: wolf, rank: 'Enlist', points: 25 });
    const cardId = await openCard();
    const decide = (actorId: string) =>
      clan.change((tx) => decideCard(tx, { cardId, status: 'denied', actorId, now: NOON }));
    expect((await decide(person(8))).result).toBe(true);
    expect((await decide(person(9))).result).toBe(false);
    expect(await findCard(clan.db, cardId)).toMatchObject({ status: 'denied', decidedBy: person(8) });
    expect((await offer()).effects).toHaveLength(1);
  });
});

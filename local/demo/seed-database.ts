import * as z from 'zod/mini';
import { type Database, type Queryable, sql } from '../../shared/database/database.ts';
import { makeSnowflake } from '../../shared/discord/snowflake.ts';
import { nameKey } from '../../shared/members/name-key.ts';
import { awardPoints } from '../../shared/points/ledger.ts';
import { listRanks, type Rank } from '../../shared/ranks/rank.ts';
import { changeSetting, loadSettings } from '../../shared/settings/settings-store.ts';
import { type DemoClan, guildIds, pointsOf, rankOf } from './demo-clan.ts';
import { DEMO_PEOPLE, type DemoPerson } from './people.ts';
import { groupRoles, isRoleOf } from './roblox-world.ts';

const DAY_MS = 86_400_000;
const COUNT_MEMBERS = sql`SELECT COUNT(*) AS members FROM members`;
const ADD_MEMBER = sql`
INSERT INTO members (discord_id, roblox_user_id, roblox_name, roblox_name_key, rank_id, points, total_points,
  roblox_role_ids, joined_at, linked_at, synced_at)
VALUES (:discord_id, :roblox_user_id, :roblox_name, :roblox_name_key, :rank_id, :points, :total_points,
  :role_ids, :joined_at, :joined_at, :synced_at)`;
const ADD_LINK = sql`
INSERT INTO roblox_links (roblox_user_id, discord_id, linked_at) VALUES (:roblox_user_id, :discord_id, :joined_at)`;
const ADD_OPENING = sql`
INSERT INTO point_entries (entry_id, member_id, points_delta, lifetime_delta, kind, reason, created_at)
VALUES (:entry_id, :member_id, :points, :total_points, 'opening', 'Points from before', :created_at)`;

/** Days ago and points of what the officer of the demo gave everybody lately, for the leaderboards of the week and month. */
const AWARDS = [
  { daysAgo: 9, reason: 'Patrol at the border' },
  { daysAgo: 2, reason: 'Training' },
] as const;

/**
 * Fills a clan's schema with the demo's people once: who is linked has a rank, points, and a ledger that adds up.
 * Channels and roles are set as an admin would with `/settings`. Returns whether it did anything.
 */
export async function seedDatabase(
  db: Database,
  clan: DemoClan,
  clock: { readonly now: () => number; readonly random: () => number },
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [count] = await tx.query(z.object({ members: z.int() }), COUNT_MEMBERS);
    if (count !== undefined && count.members > 0) return false;
    await seedSettings(tx, clan, clock.now());
    const ranks = await listRanks(tx);
    for (const [index, person] of DEMO_PEOPLE.entries()) {
      const name = rankOf(clan, person)?.rank_name;
      const rank = ranks.find((each) => each.name === name);
      if (rank !== undefined) await seedMember(tx, clan, { person, rank, index }, clock);
    }
    return true;
  });
}

async function seedSettings(tx: Queryable, { record }: DemoClan, now: number): Promise<void> {
  const ids = guildIds(record);
  const changes = [
    ['channels.admin', ids.channel('admin')],
    ['channels.event_log', ids.channel('event-log')],
    ['channels.point_log', ids.channel('point-log')],
    ['channels.log', ids.channel('bot-log')],
    ['roles.admin', [ids.tierRole('Admin')]],
    ['roles.moderator', [ids.tierRole('Moderator')]],
    ['roles.officer', [ids.tierRole('Officer')]],
  ] as const;
  for (const [key, value] of changes) await changeSetting(tx, key, value, null, now);
}

async function seedMember(
  tx: Queryable,
  clan: DemoClan,
  { person, rank, index }: { person: DemoPerson; rank: Rank; index: number },
  { now, random }: { now: () => number; random: () => number },
): Promise<void> {
  const joinedAt = now() - (100 - index) * DAY_MS;
  const wanted = AWARDS.map((_, award) => 1 + ((index * 3 + award * 5) % 9));
  const sum = wanted.reduce((total, amount) => total + amount, 0);
  // Nobody has more points than they should for their rank.
  const [amounts, points] =
    sum > pointsOf(clan, person) ? [[], pointsOf(clan, person)] : [wanted, pointsOf(clan, person) - sum];
  const totalPoints = points + rank.order * 15;
  const roleIds = groupRoles(clan)
    .filter((role) => isRoleOf(role, rankOf(clan, person)))
    .map((role) => role.id);
  await tx.execute(ADD_MEMBER, {
    discord_id: person.userId,
    roblox_user_id: person.roblox.userId,
    roblox_name: person.roblox.name,
    roblox_name_key: nameKey(person.roblox.name),
    rank_id: rank.id,
    points,
    total_points: totalPoints,
    role_ids: roleIds.slice(0, 1).join(','),
    joined_at: joinedAt,
    synced_at: now(),
  });
  const link = { roblox_user_id: person.roblox.userId, discord_id: person.userId, joined_at: joinedAt };
  await tx.execute(ADD_LINK, link);
  await tx.execute(ADD_OPENING, {
    entry_id: makeSnowflake(joinedAt, random),
    member_id: person.userId,
    points,
    total_points: totalPoints,
    created_at: joinedAt,
  });
  await giveAwards(tx, person, amounts, { now, random });
}

async function giveAwards(
  tx: Queryable,
  person: DemoPerson,
  amounts: readonly number[],
  { now, random }: { now: () => number; random: () => number },
): Promise<void> {
  const officer = DEMO_PEOPLE.find((each) => each.tier === 'officer' && each !== person);
  const { time_zone: timeZone } = await loadSettings(tx);
  for (const [index, amount] of amounts.entries()) {
    const { daysAgo, reason } = AWARDS[index] ?? AWARDS[0];
    const at = now() - daysAgo * DAY_MS;
    await awardPoints(tx, {
      entryId: makeSnowflake(at, random),
      memberId: person.userId,
      amount,
      kind: 'award',
      reason,
      actorId: officer?.userId ?? null,
      now: at,
      timeZone,
    });
  }
}

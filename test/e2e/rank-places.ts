import { sql } from '../../shared/database/database.ts';
import { findMember } from '../../shared/members/member.ts';
import { listRanks, rankById } from '../../shared/ranks/rank.ts';
import type { TestPlatform } from '../platform/start-platform.ts';

const DUE_NOW = sql`UPDATE outbox SET due_at = 0 WHERE status = 'due'`;

/** A member's rank in the database, and their rank roles in Discord and on Roblox. */
export async function placesOf(platform: TestPlatform, user: string) {
  const db = await platform.database();
  const ranks = await listRanks(db);
  const member = await findMember(db, platform.discord.member('tophat', user).userId);
  if (member === undefined) throw new Error(`${user} is no member`);
  const names = new Set(ranks.map((rank) => rank.name));
  const groupId = platform.record().robloxGroupId;
  const held = platform.roblox.rolesOf(groupId, member.robloxName ?? '');
  // Every member of a group always holds its base role.
  const roblox = held.filter((role) => !role.base).map((role) => role.name);
  return {
    database: rankById(ranks, member.rankId).name,
    points: member.points,
    discord: platform.discord.rolesOf('tophat', user).filter((name) => names.has(name)),
    roblox: roblox.filter((name) => names.has(name)),
  };
}

/** Has everything done that waits for its next attempt, by the job that looks after it every minute. */
export async function carryOut(platform: TestPlatform): Promise<void> {
  await (await platform.database()).execute(DUE_NOW);
  await platform.runJob('deliver-outbox');
}

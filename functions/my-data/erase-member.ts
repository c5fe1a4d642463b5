import { findBlacklisting } from '../../shared/blacklist/blacklist.ts';
import type { Settings } from '../../shared/clans/settings.ts';
import { type Sql, sql } from '../../shared/database/database.ts';
import { unlessOlder } from '../../shared/database/older-schema.ts';
import { findMember, nameKey } from '../../shared/members/member.ts';
import type { ChangeTransaction } from '../../shared/outbox/change-transaction.ts';
import { subjectOf } from '../../shared/outbox/effect.ts';
import { voidCards } from '../../shared/ranks/promotion-cards.ts';
import { listRanks } from '../../shared/ranks/rank.ts';

const HOUR_MS = 3_600_000;

/** Holds the member's row until the end, so that no award can come in between. */
const HOLD_MEMBER = sql`UPDATE members SET points = points WHERE discord_id = :discord_id`;
const ERASE_ENTRIES = sql`
UPDATE point_entries SET member_id = NULL, reason = NULL, once_key = NULL WHERE member_id = :discord_id`;
/** Named by id, or by the Roblox name they have now. */
const ERASE_PARTICIPATION = sql`
UPDATE event_participants
SET participant_key = 'erased:' || list_position, discord_id = NULL, roblox_name = NULL
WHERE discord_id = :discord_id OR (discord_id IS NULL AND participant_key = :participant_key)`;
/** By the accounts that they have or had; a decision that waits is forgotten, since nobody may be told of it. */
const ERASE_JOINS = sql`
DELETE FROM join_decisions
WHERE roblox_user_id IN (SELECT roblox_user_id FROM roblox_links WHERE discord_id = :discord_id)`;
/** One of this hour stays until the hour is over: nobody is rid of a limit by deleting their data. */
const ERASE_GUARDS = sql`
DELETE FROM hourly_guards WHERE discord_id = :discord_id AND changed_at <= :before_ms`;
const FORGET_LINKS = sql`DELETE FROM roblox_links WHERE discord_id = :discord_id`;
const DROP_EFFECTS = sql`DELETE FROM outbox WHERE subject = :subject`;

/** In this order: the member's own row goes last. */
const ERASE: readonly Sql[] = [
  sql`DELETE FROM leaves WHERE discord_id = :discord_id`,
  sql`UPDATE leaves SET decided_by = NULL WHERE decided_by = :discord_id`,
  sql`UPDATE quotas SET set_by = NULL WHERE set_by = :discord_id`,
  sql`UPDATE quotas SET removed_by = NULL WHERE removed_by = :discord_id`,
  sql`DELETE FROM quota_excuses WHERE discord_id = :discord_id`,
  sql`UPDATE quota_excuses SET excused_by = NULL WHERE excused_by = :discord_id`,
  sql`UPDATE join_decisions SET decided_by = NULL WHERE decided_by = :discord_id`,
  sql`UPDATE hourly_guards SET lifted_by = NULL WHERE lifted_by = :discord_id`,
  sql`UPDATE point_reverts SET officer_id = NULL WHERE officer_id = :discord_id`,
  // Without its member, a plan would take back what everybody got.
  sql`DELETE FROM point_reverts WHERE member_id = :discord_id`,
  sql`UPDATE point_reverts SET planned_by = NULL WHERE planned_by = :discord_id`,
  sql`DELETE FROM nicknames WHERE discord_id = :discord_id`,
  sql`UPDATE point_entries SET actor_id = NULL WHERE actor_id = :discord_id`,
  sql`DELETE FROM period_points WHERE discord_id = :discord_id`,
  sql`DELETE FROM rank_changes WHERE member_id = :discord_id`,
  sql`UPDATE rank_changes SET actor_id = NULL WHERE actor_id = :discord_id`,
  sql`UPDATE promotion_cards SET member_id = '0' WHERE member_id = :discord_id`,
  sql`UPDATE promotion_cards SET decided_by = NULL WHERE decided_by = :discord_id`,
  sql`UPDATE events SET host_id = NULL WHERE host_id = :discord_id`,
  sql`UPDATE events SET decided_by = NULL WHERE decided_by = :discord_id`,
  sql`UPDATE blacklist SET created_by = NULL WHERE created_by = :discord_id`,
  sql`UPDATE settings SET changed_by = NULL WHERE changed_by = :discord_id`,
  sql`DELETE FROM link_challenges WHERE discord_id = :discord_id`,
  sql`DELETE FROM drafts WHERE discord_id = :discord_id`,
  sql`DELETE FROM cooldowns WHERE discord_id = :discord_id`,
  sql`DELETE FROM members WHERE discord_id = :discord_id`,
];

export interface Erased {
  /** Whether they were a member. */
  readonly member: boolean;
  /** Entries of the ledger that lost the person. */
  readonly entries: number;
  readonly blacklisted: boolean;
}

/**
 * Deletes what is stored about a person. Entries of the ledger keep their sums and lose the person; of events and
 * of what the person decided, only the name goes. A blacklist entry that holds now stays, and with it the Roblox
 * accounts that it keeps from coming back under another name; an hourly limit stays for its hour.
 */
export async function eraseMember(
  tx: ChangeTransaction,
  person: { readonly discordId: string; readonly settings: Settings; readonly now: number },
): Promise<Erased> {
  const { discordId, settings, now } = person;
  const key = { discord_id: discordId };
  const held = await tx.execute(HOLD_MEMBER, key);
  await voidCards(tx, { memberId: discordId, ranks: await listRanks(tx), settings, now });
  const entries = await tx.execute(ERASE_ENTRIES, key);
  await tx.execute(ERASE_PARTICIPATION, { ...key, participant_key: await nameAsParticipant(tx, discordId) });
  const blacklisted = (await findBlacklisting(tx, discordId, now)) !== undefined;
  await unlessOlder(() => tx.execute(ERASE_JOINS, key), 0);
  await unlessOlder(() => tx.execute(ERASE_GUARDS, { ...key, before_ms: now - HOUR_MS }), 0);
  if (!blacklisted) await tx.execute(FORGET_LINKS, key);
  for (const statement of ERASE) await unlessOlder(() => tx.execute(statement, key), 0);
  for (const subject of subjectsOf(discordId)) await tx.execute(DROP_EFFECTS, { subject });
  return { member: held > 0, entries, blacklisted };
}

/** How an event names somebody who was not linked when it was handed in; no name: how it names nobody. */
async function nameAsParticipant(tx: ChangeTransaction, discordId: string): Promise<string> {
  return `r:${nameKey((await findMember(tx, discordId))?.robloxName ?? '')}`;
}

/** Whose messages, roles and nickname wait in the outbox, or are remembered there. */
function subjectsOf(memberId: string): readonly string[] {
  return [
    subjectOf({ kind: 'dm', userId: memberId, message: {} }),
    subjectOf({ kind: 'discord-roles', memberId, changeId: '' }),
    subjectOf({ kind: 'roblox-roles', memberId, changeId: '' }),
    subjectOf({ kind: 'nickname', memberId }),
  ];
}

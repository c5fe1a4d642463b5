import { isHeldByBlacklisted } from '../blacklist/blacklist.ts';
import type { Settings } from '../clans/settings.ts';
import { type Queryable, sql } from '../database/database.ts';
import { insertOnce } from '../database/write-rows.ts';
import { UserError } from '../errors/user-error.ts';
import { findMember, findMemberByRobloxUser, type Member } from '../members/member.ts';
import { nameKey } from '../members/name-key.ts';
import { formatRoleIds } from '../members/role-ids.ts';
import { memberTexts } from '../members/texts.ts';
import type { ChangeTransaction } from '../outbox/change-transaction.ts';
import type { GroupRole } from '../roblox/client.ts';
import { addNickname } from '../settings/add-nickname.ts';
import { changeRank } from './change-rank.ts';
import { decideRank, rankRoleIds } from './decide-rank.ts';
import { type Rank, rankById } from './rank.ts';
import { addRankChange } from './rank-change.ts';

export interface Link {
  readonly discordId: string;
  readonly roblox: { readonly userId: string; readonly name: string };
  /** All roles that the account holds in the group, as just read. */
  readonly roleIds: readonly string[];
  readonly groupRoles: readonly GroupRole[];
  readonly ranks: readonly Rank[];
  readonly settings: Settings;
  /** Unix milliseconds. */
  readonly now: number;
}
export interface Linked {
  readonly rank: Rank;
  /** False: none of the account's roles belongs to a rank, so the rank is the first one (or stayed as it was). */
  readonly mapped: boolean;
  /** What the member had before; undefined for somebody new. */
  readonly before: Member | undefined;
  readonly verifiedEffectId: string;
  readonly discordEffectId: string;
  /** Undefined where the clan sets no nicknames. */
  readonly nicknameEffectId: string | undefined;
}

const ADD_MEMBER = sql`
INSERT INTO members (discord_id, roblox_user_id, roblox_name, roblox_name_key, rank_id, roblox_role_ids,
  joined_at, linked_at, synced_at)
VALUES (:discord_id, :roblox_user_id, :roblox_name, :roblox_name_key, :rank_id, :role_ids,
  :now_ms, :now_ms, :now_ms)`;
const RELINK = sql`
UPDATE members SET roblox_user_id = :roblox_user_id, roblox_name = :roblox_name,
  roblox_name_key = :roblox_name_key, roblox_role_ids = :role_ids, refused_change_id = NULL,
  linked_at = :now_ms, synced_at = :now_ms
WHERE discord_id = :discord_id`;
const TOUCH_LINK = sql`
UPDATE roblox_links SET linked_at = :now_ms WHERE roblox_user_id = :roblox_user_id AND discord_id = :discord_id`;
const ADD_LINK = sql`
INSERT INTO roblox_links (roblox_user_id, discord_id, linked_at)
VALUES (:roblox_user_id, :discord_id, :now_ms)`;

/**
 * Throws `UserError` when the account may not be linked by this person: `account-taken` (somebody else has it) or
 * `account-blacklisted` (a blacklisted person holds or held it).
 */
export async function requireFreeAccount(
  q: Queryable,
  account: { readonly discordId: string; readonly robloxUserId: string; readonly now: number },
): Promise<void> {
  const holder = await findMemberByRobloxUser(q, account.robloxUserId);
  if (holder !== undefined && holder.discordId !== account.discordId) {
    throw new UserError('account-taken', (locale) => memberTexts(locale).accountTaken);
  }
  if (await isHeldByBlacklisted(q, account, account.now)) {
    throw new UserError('account-blacklisted', (locale) => memberTexts(locale).accountBlacklisted);
  }
}

/**
 * Links a person to a Roblox account whose ownership was shown, takes over the rank that the account has in the
 * group, and writes the effects for the Verified role and the rank's roles. Points stay when somebody links again.
 * Throws `UserError` as `requireFreeAccount` does.
 */
export async function linkMember(tx: ChangeTransaction, link: Link): Promise<Linked> {
  const { discordId, now, ranks } = link;
  await requireFreeAccount(tx, { discordId, robloxUserId: link.roblox.userId, now });
  const before = await findMember(tx, discordId);
  const { rank, mapped } = rankFor(link, before);
  await writeMember(tx, link, before === undefined ? rank : undefined);
  await rememberLink(tx, link);
  const verifiedEffectId = await tx.addEffect({ kind: 'verified-role', memberId: discordId });
  if (before !== undefined && before.rankId !== rank.id) {
    const change = { member: before, to: rank, ranks, cause: 'link', actorId: discordId } as const;
    const moved = await changeRank(tx, { ...change, settings: link.settings, now, roblox: 'already' });
    const { discordEffectId, nicknameEffectId } = moved;
    return { rank, mapped, before, verifiedEffectId, discordEffectId, nicknameEffectId };
  }
  const changeId = tx.newId();
  await addRankChange(tx, {
    changeId,
    memberId: discordId,
    oldRankId: before?.rankId ?? null,
    newRankId: rank.id,
    cause: 'link',
    actorId: discordId,
    resetEntryId: null,
    robloxState: 'none',
    createdAt: now,
  });
  const discordEffectId = await tx.addEffect({ kind: 'discord-roles', memberId: discordId, changeId });
  const nicknameEffectId = await addNickname(tx, link.settings, discordId);
  return { rank, mapped, before, verifiedEffectId, discordEffectId, nicknameEffectId };
}

/** An account without a mapped role starts at the first rank; the account that was linked before keeps its rank. */
function rankFor(link: Link, before: Member | undefined): { rank: Rank; mapped: boolean } {
  const { ranks, groupRoles, roleIds } = link;
  const current = before === undefined ? undefined : rankById(ranks, before.rankId);
  const decision = decideRank({ ranks, groupRoles, current, roleIds });
  if (decision.kind !== 'unmapped') return { rank: decision.rank, mapped: true };
  const first = ranks[0];
  if (first === undefined) throw new UserError('no-ranks', (locale) => memberTexts(locale).noRanks);
  const sameAccount = before?.robloxUserId === link.roblox.userId;
  return { rank: sameAccount && current !== undefined ? current : first, mapped: false };
}

/** Adds the member with `firstRank`, or changes the account of one who is there. */
async function writeMember(tx: Queryable, link: Link, firstRank: Rank | undefined): Promise<void> {
  const binds = {
    discord_id: link.discordId,
    roblox_user_id: link.roblox.userId,
    roblox_name: link.roblox.name,
    roblox_name_key: nameKey(link.roblox.name),
    role_ids: formatRoleIds(rankRoleIds(link.ranks, link.groupRoles, link.roleIds)),
    now_ms: link.now,
  };
  if (firstRank === undefined) await insertOnce(tx, RELINK, binds);
  else await insertOnce(tx, ADD_MEMBER, { ...binds, rank_id: firstRank.id });
}

async function rememberLink(tx: Queryable, link: Link): Promise<void> {
  const binds = { roblox_user_id: link.roblox.userId, discord_id: link.discordId, now_ms: link.now };
  if ((await tx.execute(TOUCH_LINK, binds)) === 0) await insertOnce(tx, ADD_LINK, binds);
}

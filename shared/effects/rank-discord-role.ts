import type { ClanContext } from '../context/clan-runtime.ts';
import { type Binds, type Sql, sql } from '../database/database.ts';
import { findOrMakeRole, findRole } from '../discord/find-or-make-role.ts';
import { sayRefusedRole } from '../discord/power-texts.ts';
import { forgetRanks, listRanks, type Rank, rankById } from '../ranks/rank.ts';
import { raiseConfigVersion } from '../settings/config-version.ts';
import { roleRules } from '../settings/role-rules.ts';
import { auditTexts } from './audit-texts.ts';
import { storedResults } from './result-texts.ts';

const STORE_FOUND = sql`
UPDATE ranks SET discord_role_id = :role_id, role_source = 'found'
WHERE rank_id = :rank_id AND discord_role_id IS NULL`;
const FORGET_FOUND = sql`
UPDATE ranks SET discord_role_id = NULL, role_source = NULL
WHERE rank_id = :rank_id AND discord_role_id = :role_id AND role_source = 'found'`;

type RoleOfRank = { readonly roleId: string } | { readonly refused: string };

/**
 * The Discord role that a rank gives: the one set for it, else the guild's role of the rank's name, made when
 * there is none. What was found or made is stored, once: whoever stores first decides. Throws `DiscordError`.
 */
export async function roleForRank(context: ClanContext, rank: Rank): Promise<RoleOfRank> {
  if (rank.discordRoleId !== null) return { roleId: rank.discordRoleId };
  const { db, discord, log, settings } = context;
  const reason = auditTexts(settings.locale).roleOfRank(rank.name);
  const named = await findOrMakeRole(discord, roleRules(context), rank.name, reason);
  if (named.kind === 'refused') {
    return { refused: `${sayRefusedRole('en', named.refused)} ${storedResults.setRankRole}` };
  }
  log.info('The Discord role of a rank was settled by its name', { rank: rank.name, how: named.kind });
  if (await changeRole(context, STORE_FOUND, { rank_id: rank.id, role_id: named.role.id }))
    return { roleId: named.role.id };
  const settled = rankById(await listRanks(db), rank.id).discordRoleId;
  return { roleId: settled ?? named.role.id };
}

/** The role that a rank left behind gave, as far as it can be known; nothing is made for it. Throws `DiscordError`. */
export async function roleGivenBy(context: ClanContext, rank: Rank): Promise<string | undefined> {
  if (rank.discordRoleId !== null) return rank.discordRoleId;
  const named = await findRole(context.discord, roleRules(context), rank.name);
  return named.kind === 'found' ? named.role.id : undefined;
}

/** Forgets a role that was found by name and is gone by now. False: it was set by somebody, and stays. */
export async function forgetFoundRole(context: ClanContext, rank: Rank, roleId: string): Promise<boolean> {
  return changeRole(context, FORGET_FOUND, { rank_id: rank.id, role_id: roleId });
}

/** Whether the rank was as the statement expects it; whoever keeps the ranks then reads them again. */
async function changeRole(context: ClanContext, statement: Sql, binds: Binds): Promise<boolean> {
  const changed = await context.db.transaction(async (tx) => {
    const rows = await tx.execute(statement, binds);
    if (rows > 0) await raiseConfigVersion(tx);
    return rows > 0;
  });
  if (changed) forgetRanks(context);
  return changed;
}

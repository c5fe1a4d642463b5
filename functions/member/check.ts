import { findBlacklisting } from '../../shared/blacklist/blacklist.ts';
import type { Answer, ChangeTransaction, CommandContext, Reply } from '../../shared/commands/handler.ts';
import { UserError } from '../../shared/commands/user-error.ts';
import type { Queryable } from '../../shared/database/database.ts';
import { findMember, isLinked, type LinkedMember } from '../../shared/members/member.ts';
import { syncLine } from '../../shared/members/profile.ts';
import { listRanks, type Rank } from '../../shared/ranks/rank.ts';
import { applyDecision, type RobloxReading, readFromRoblox } from '../../shared/ranks/sync-member.ts';
import { RobloxError } from '../../shared/roblox/errors.ts';
import { checkMessage } from './check-message.ts';
import { texts } from './texts.ts';

const SYNC_AFTER_MS = 10 * 60_000;

/** Everything of `/xp` about somebody, and what officers need besides; looks at Roblox first when `/xp` would. */
export async function check(context: CommandContext): Promise<Answer> {
  const { interaction, db } = context;
  const memberId = String(interaction.targetId ?? interaction.options['member'] ?? '');
  if (memberId === '') throw new UserError('no-member', texts.noMember);
  const member = await findMember(db, memberId);
  const isFresh = member?.syncedAt != null && context.now() - member.syncedAt <= SYNC_AFTER_MS;
  if (member === undefined || !isLinked(member) || isFresh) return shown(context, db, memberId, []);
  const ranks = await listRanks(db);
  const reading = await readOrExplain(context, ranks, member);
  if (reading === undefined) return shown(context, db, memberId, [texts.robloxAway]);
  return { change: (tx) => syncAndShow(tx, context, ranks, reading) };
}

async function syncAndShow(
  tx: ChangeTransaction,
  context: CommandContext,
  ranks: readonly Rank[],
  reading: RobloxReading,
): Promise<Reply> {
  const { settings } = context;
  const outcome = await applyDecision(tx, { reading, ranks, settings, actorId: null, now: context.now() });
  const line = syncLine(outcome);
  const reply = await shown(context, tx, reading.member.discordId, line === undefined ? [] : [line]);
  if (outcome.kind !== 'moved') return reply;
  return { ...reply, shows: [{ label: texts.discordRoles, effectId: outcome.change.discordEffectId }] };
}

/** Undefined when Roblox failed: what is known is still shown. */
async function readOrExplain(
  { roblox, log }: CommandContext,
  ranks: readonly Rank[],
  member: LinkedMember,
): Promise<RobloxReading | undefined> {
  try {
    return await readFromRoblox(roblox, ranks, member);
  } catch (error) {
    if (!(error instanceof RobloxError)) throw error;
    log.warning('Roblox could not be read for /member check', { status: error.status, code: error.code });
    return undefined;
  }
}

async function shown(
  { settings, now }: CommandContext,
  q: Queryable,
  memberId: string,
  lines: readonly string[],
): Promise<Reply> {
  const member = await findMember(q, memberId);
  const blacklisting = await findBlacklisting(q, memberId, now());
  return { message: await checkMessage(q, { memberId, member, blacklisting, settings, lines }) };
}

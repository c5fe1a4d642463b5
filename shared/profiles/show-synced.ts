import type { Answer, CommandContext, Reply } from '../context/command-context.ts';
import type { Queryable } from '../database/database.ts';
import { isLinked, type LinkedMember, type Member } from '../members/member.ts';
import { listRanks, type Rank } from '../ranks/rank.ts';
import { applyDecision, type RobloxReading, readFromRoblox } from '../ranks/sync-member.ts';
import { RobloxError } from '../roblox/errors.ts';
import { syncLine } from './profile.ts';
import { profileTexts } from './texts.ts';

const FRESH_MS = 10 * 60_000;

/**
 * Shows somebody, for `/xp` and `/member check`: after a look at Roblox when the last one is older than 10 minutes,
 * and with what that look had to say in `lines`. A Roblox that fails is such a line, and what is known is shown.
 */
export async function showSynced(
  context: CommandContext,
  member: Member | undefined,
  show: (q: Queryable, lines: readonly string[]) => Promise<Reply>,
): Promise<Answer> {
  const { db, settings } = context;
  const isFresh = member?.syncedAt != null && context.now() - member.syncedAt <= FRESH_MS;
  if (member === undefined || !isLinked(member) || isFresh) return show(db, []);
  const ranks = await listRanks(db);
  const reading = await readOrExplain(context, ranks, member);
  if (reading === undefined) return show(db, [profileTexts.robloxAway]);
  return {
    change: async (tx) => {
      const now = context.now();
      const outcome = await applyDecision(tx, { reading, ranks, settings, actorId: null, now });
      const line = syncLine(outcome);
      const reply = await show(tx, line === undefined ? [] : [line]);
      if (outcome.kind !== 'moved') return reply;
      const { discordEffectId } = outcome.change;
      return { ...reply, shows: [{ label: profileTexts.discordRoles, effectId: discordEffectId }] };
    },
  };
}

/** Undefined when Roblox failed. */
async function readOrExplain(
  { roblox, log }: CommandContext,
  ranks: readonly Rank[],
  member: LinkedMember,
): Promise<RobloxReading | undefined> {
  try {
    return await readFromRoblox(roblox, ranks, member);
  } catch (error) {
    if (!(error instanceof RobloxError)) throw error;
    log.warning('Roblox could not be read to show a member', { status: error.status, code: error.code });
    return undefined;
  }
}

import type { Answer, CommandContext, Reply } from '../../shared/commands/handler.ts';
import type { Queryable } from '../../shared/database/database.ts';
import { type LinkedMember, requireLinked } from '../../shared/members/member.ts';
import { placeOf } from '../../shared/members/place.ts';
import { syncLine } from '../../shared/members/profile.ts';
import { listRanks, type Rank } from '../../shared/ranks/rank.ts';
import { applyDecision, type RobloxReading, readFromRoblox } from '../../shared/ranks/sync-member.ts';
import { RobloxError } from '../../shared/roblox/errors.ts';
import { texts } from './texts.ts';
import { xpMessage } from './view.ts';

const SYNC_AFTER_MS = 10 * 60_000;

/** Shows the caller's figures, after a look at Roblox when the last one is more than 10 minutes old. */
export async function xp(context: CommandContext): Promise<Answer> {
  const { actor, db, settings } = context;
  const member = await requireLinked(db, actor.id, 'you');
  const ranks = await listRanks(db);
  const isFresh = member.syncedAt !== null && context.now() - member.syncedAt <= SYNC_AFTER_MS;
  if (isFresh) return profile(context, db, ranks, []);
  const reading = await readOrExplain(context, ranks, member);
  if (reading === undefined) return profile(context, db, ranks, [texts.robloxAway]);
  return {
    change: async (tx) => {
      const now = context.now();
      const outcome = await applyDecision(tx, { reading, ranks, settings, actorId: null, now });
      const line = syncLine(outcome);
      const reply = await profile(context, tx, ranks, line === undefined ? [] : [line]);
      if (outcome.kind !== 'moved') return reply;
      return { ...reply, shows: [{ label: texts.discordRoles, effectId: outcome.change.discordEffectId }] };
    },
  };
}

/** Undefined when Roblox failed: the member still sees what is known. */
async function readOrExplain(
  { roblox, log }: CommandContext,
  ranks: readonly Rank[],
  member: LinkedMember,
): Promise<RobloxReading | undefined> {
  try {
    return await readFromRoblox(roblox, ranks, member);
  } catch (error) {
    if (!(error instanceof RobloxError)) throw error;
    log.warning('Roblox could not be read for /xp', { status: error.status, code: error.code });
    return undefined;
  }
}

async function profile(
  { actor, interaction, settings }: CommandContext,
  q: Queryable,
  ranks: readonly Rank[],
  lines: readonly string[],
): Promise<Reply> {
  const member = await requireLinked(q, actor.id, 'you');
  const place = await placeOf(q, member);
  const { displayName } = interaction.user;
  return { message: xpMessage({ member, ranks, place, settings, displayName, lines }) };
}

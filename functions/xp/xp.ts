import type { Answer, CommandContext, Reply } from '../../shared/context/command-context.ts';
import type { Queryable } from '../../shared/database/database.ts';
import { requireLinked } from '../../shared/members/member.ts';
import { placeOf } from '../../shared/points/place.ts';
import { showSynced } from '../../shared/profiles/show-synced.ts';
import { listRanks } from '../../shared/ranks/rank.ts';
import { xpMessage } from './view.ts';

/** Shows the caller's figures, after a look at Roblox when the last one is more than 10 minutes old. */
export async function xp(context: CommandContext): Promise<Answer> {
  const member = await requireLinked(context.db, context.actor.id, 'you');
  return showSynced(context, member, (q, lines) => profile(context, q, lines));
}

async function profile(
  { actor, interaction, settings }: CommandContext,
  q: Queryable,
  lines: readonly string[],
): Promise<Reply> {
  const member = await requireLinked(q, actor.id, 'you');
  const ranks = await listRanks(q);
  const place = await placeOf(q, member);
  const { displayName } = interaction.user;
  return { message: xpMessage({ member, ranks, place, settings, displayName, lines }) };
}

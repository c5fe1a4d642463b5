import type { Answer, CommandContext, Reply } from '../../shared/context/command-context.ts';
import type { Queryable } from '../../shared/database/database.ts';
import { linkedMember, type Member, requireLinked } from '../../shared/members/member.ts';
import { placeOf } from '../../shared/points/place.ts';
import { rankCard } from '../../shared/profiles/rank-card.ts';
import { showSynced } from '../../shared/profiles/show-synced.ts';
import { ranksOf } from '../../shared/ranks/rank.ts';
import { storableName } from '../../shared/text/name.ts';
import { texts } from './texts.ts';
import { xpMessage } from './view.ts';

/** Shows the caller's figures, after a look at Roblox when the last one is more than 10 minutes old. */
export async function xp(context: CommandContext): Promise<Answer> {
  const member = await requireLinked(context.db, context.actor.id, 'you', context.seen);
  return showSynced(context, member, (q, lines, now) => profile(context, q, { member: now, lines }));
}

async function profile(
  context: CommandContext,
  q: Queryable,
  { member: now, lines }: { readonly member: Member | undefined; readonly lines: readonly string[] },
): Promise<Reply> {
  const { actor, interaction, settings } = context;
  const member = linkedMember(now, actor.id, 'you');
  const ranks = await ranksOf(q, context);
  const place = await placeOf(q, member);
  const { locale } = interaction;
  const displayName = storableName(interaction.user.displayName) || texts(locale).you;
  const shown = { member, ranks, place, settings, displayName };
  return {
    message: xpMessage(locale, { ...shown, lines }),
    ...(settings.pictures ? { picture: rankCard(locale, shown) } : {}),
  };
}

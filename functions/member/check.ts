import type { Answer, CommandContext, Reply } from '../../shared/context/command-context.ts';
import { namedMember } from '../../shared/context/named-member.ts';
import type { Queryable } from '../../shared/database/database.ts';
import type { Member } from '../../shared/members/member.ts';
import { showSynced } from '../../shared/profiles/show-synced.ts';
import { ranksOf } from '../../shared/ranks/rank.ts';
import { checkMessage } from './check-message.ts';
import type { Context } from './declaration.ts';
import { standingOf } from './standing.ts';

/** Everything of `/xp` about somebody, and what officers need besides; looks at Roblox first when `/xp` would. */
export async function check(
  context: Context<'command member check' | 'user-menu Check member'>,
): Promise<Answer> {
  const { interaction, db, seen } = context;
  const memberId = namedMember(interaction.targetId ?? interaction.options['member']);
  const member = await seen.find(db, memberId);
  return showSynced(context, member, (q, lines, now) => shown(context, q, { memberId, member: now, lines }));
}

async function shown(
  context: CommandContext,
  q: Queryable,
  about: {
    readonly memberId: string;
    readonly member: Member | undefined;
    readonly lines: readonly string[];
  },
): Promise<Reply> {
  const { blacklisting, leave } = await standingOf(q, about.memberId, context.now());
  const ranks = await ranksOf(q, context);
  const { settings, interaction } = context;
  const { locale } = interaction;
  return { message: await checkMessage(q, { ...about, blacklisting, leave, ranks, settings, locale }) };
}

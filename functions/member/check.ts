import { findBlacklisting } from '../../shared/blacklist/blacklist.ts';
import type { Answer, CommandContext, Reply } from '../../shared/context/command-context.ts';
import type { Queryable } from '../../shared/database/database.ts';
import { findMember } from '../../shared/members/member.ts';
import { namedMember } from '../../shared/members/named-member.ts';
import { showSynced } from '../../shared/profiles/show-synced.ts';
import { checkMessage } from './check-message.ts';
import type { Context } from './declaration.ts';

/** Everything of `/xp` about somebody, and what officers need besides; looks at Roblox first when `/xp` would. */
export async function check(
  context: Context<'command member check' | 'user-menu Check member'>,
): Promise<Answer> {
  const { interaction, db } = context;
  const memberId = namedMember(interaction.targetId ?? interaction.options['member']);
  const member = await findMember(db, memberId);
  return showSynced(context, member, (q, lines) => shown(context, q, memberId, lines));
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

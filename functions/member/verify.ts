import type { Answer } from '../../shared/context/command-context.ts';
import { namedMember } from '../../shared/context/named-member.ts';
import { readFromRobloxOrRefuse } from '../../shared/ranks/roblox-place.ts';
import { planSync } from '../../shared/ranks/sync-plan.ts';
import { memberFacts } from '../../shared/sync/member-facts.ts';
import type { Context } from './declaration.ts';
import { verifyMessage } from './verify-message.ts';

/**
 * Reads a member in all three places and says what differs and what `/sync` would do. Changes nothing. Where Roblox
 * fails, Discord and the database are still compared.
 */
export async function verify(context: Context<'command member verify'>): Promise<Answer> {
  const memberId = namedMember(context.interaction.options['member']);
  const facts = await memberFacts(context, memberId, (member) => readFromRobloxOrRefuse(context, member));
  return { message: verifyMessage(planSync(facts), context) };
}

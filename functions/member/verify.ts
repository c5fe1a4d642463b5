import type { Answer, CommandContext } from '../../shared/context/command-context.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import { readFromRobloxOrAway } from '../../shared/ranks/roblox-place.ts';
import { planSync } from '../../shared/ranks/sync-plan.ts';
import { memberFacts } from '../../shared/sync/member-facts.ts';
import { texts } from './texts.ts';
import { verifyMessage } from './verify-message.ts';

/**
 * Reads a member in all three places and says what differs and what `/sync` would do. Changes nothing. Where Roblox
 * fails, Discord and the database are still compared.
 */
export async function verify(context: CommandContext): Promise<Answer> {
  const memberId = String(context.interaction.options['member'] ?? '');
  if (memberId === '') throw new UserError('no-member', texts.noMember);
  const facts = await memberFacts(context, memberId, (member) => readFromRobloxOrAway(context, member));
  return { message: verifyMessage(planSync(facts), context.settings) };
}

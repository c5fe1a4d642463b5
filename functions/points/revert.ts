import type { Answer, CommandContext, Reply } from '../../shared/context/command-context.ts';
import { namedMember } from '../../shared/context/named-member.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import { countUndone, planRevert, type RevertScope } from '../../shared/points/revert.ts';
import { keepRevert } from '../../shared/points/revert-store.ts';
import type { Context } from './declaration.ts';
import { revertPreview } from './revert-message.ts';
import { revertTexts } from './revert-texts.ts';

/** Shows what taking back one officer's entries would do; its button does it. */
export async function previewRevert(context: Context<'command points revert'>): Promise<Answer> {
  const { options } = context.interaction;
  const officerId = namedMember(options['officer']);
  refuseOwn(context, officerId);
  // What reads times is much, and no other command of this function reads any.
  const { sinceOf } = await import('./since.ts');
  const member = options['member'];
  const now = context.now();
  const scope: RevertScope = {
    officerId,
    memberId: typeof member === 'string' ? member : null,
    since: sinceOf(context, String(options['since'] ?? '')),
    until: now,
    withEvents: options['events'] === true,
  };
  return {
    change: async (tx): Promise<Reply> => {
      const plan = await planRevert(tx, scope, context.actor.id);
      const undone = await countUndone(tx, scope);
      const preview = { scope, plan, undone };
      if (plan.entries === 0) return revertPreview(context, preview);
      const revertId = tx.newId();
      await keepRevert(tx, { revertId, scope, plannedBy: context.actor.id });
      return revertPreview(context, { ...preview, revertId });
    },
  };
}

/** Nobody judges their own entries. Throws `UserError` `not-yourself`. */
export function refuseOwn({ actor }: Pick<CommandContext, 'actor'>, officerId: string): void {
  if (officerId === actor.id) throw new UserError('not-yourself', (locale) => revertTexts(locale).ownEntries);
}

import type { Answer, CommandContext, Reply } from '../../shared/context/command-context.ts';
import { namedMember } from '../../shared/context/named-member.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import { countUndone, planRevert, type RevertScope } from '../../shared/points/revert.ts';
import { keepRevert } from '../../shared/points/revert-store.ts';
import { AHEAD_MS, readPastTime } from '../../shared/times/read-time.ts';
import { TimeError } from '../../shared/times/time-problem.ts';
import type { Context } from './declaration.ts';
import { revertPreview } from './revert-message.ts';
import { revertTexts } from './revert-texts.ts';

/** A leap year: further back nothing is looked for. */
const OLDEST_MS = 366 * 86_400_000;

/** Shows what taking back one officer's entries would do; its button does it. */
export async function previewRevert(context: Context<'command points revert'>): Promise<Answer> {
  const { options } = context.interaction;
  const officerId = namedMember(options['officer']);
  refuseOwn(context, officerId);
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
  if (officerId === actor.id) throw new UserError('not-yourself', revertTexts.ownEntries);
}

function sinceOf({ interaction, settings, now }: CommandContext, typed: string): number {
  const where = {
    now: now(),
    timeZone: settings.time_zone,
    locale: interaction.locale ?? settings.locale,
  };
  try {
    const { ms } = readPastTime(typed, where);
    if (ms > where.now + AHEAD_MS) throw new TimeError({ kind: 'ahead', ms });
    if (ms < where.now - OLDEST_MS) throw new TimeError({ kind: 'too-long-ago', ms });
    return ms;
  } catch (error) {
    if (!(error instanceof TimeError)) throw error;
    throw new UserError('bad-time', revertTexts.sinceProblem(typed, error.problem, where));
  }
}

import type { Answer, CommandContext } from '../../shared/context/command-context.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import { guardOfButton, liftedMessage } from '../../shared/guards/guard-message.ts';
import { liftGuard } from '../../shared/guards/hourly-guard.ts';
import { guardTexts } from '../../shared/guards/texts.ts';

/** The button below "Hourly limit reached": another admin begins the person's 60 minutes anew, once. */
export async function liftLimit(context: CommandContext): Promise<Answer> {
  const { actor, interaction, settings } = context;
  const guard = guardOfButton(interaction.argument);
  const discordId = interaction.recordId;
  if (guard === undefined || discordId === undefined) {
    throw new UserError('lifted-before', (locale) => guardTexts(locale).liftedBefore);
  }
  if (discordId === actor.id) throw new UserError('not-yourself', (locale) => guardTexts(locale).notYours);
  const now = context.now();
  return {
    change: async (tx) => {
      const lifted = await liftGuard(tx, { ...guard, discordId, liftedBy: actor.id, now });
      if (!lifted) throw new UserError('lifted-before', (locale) => guardTexts(locale).liftedBefore);
      const lift = { discordId, kind: guard.kind, liftedBy: actor.id, at: now };
      return { message: liftedMessage(lift, settings) };
    },
  };
}

import { commandTexts } from '../../shared/commands/texts.ts';
import { reaches } from '../../shared/commands/tiers.ts';
import type { Answer } from '../../shared/context/command-context.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import { tierNames } from '../../shared/interactions/tier-names.ts';
import { ranksOf } from '../../shared/ranks/rank.ts';
import type { Context } from './declaration.ts';
import { openEffects, rankHistory } from './read-history.ts';
import { texts } from './texts.ts';
import { whyMessage } from './view.ts';

/** Explains a rank from what is stored: one's own, or as an officer anybody's. Asks Roblox and Discord nothing. */
export async function why(context: Context<'command why'>): Promise<Answer> {
  const { interaction, actor, db, seen, settings } = context;
  const named = interaction.options['member'];
  const memberId = typeof named === 'string' && named !== '' ? named : actor.id;
  if (memberId !== actor.id && !reaches(actor.tier, 'officer')) {
    throw new UserError('tier-needed', (locale) => {
      const names = tierNames(locale);
      return commandTexts(locale).tierNeeded(names.officer, names[actor.tier]);
    });
  }
  const member = await seen.find(db, memberId);
  if (member === undefined) {
    throw new UserError('no-member', (locale) => texts(locale).unknown(memberId));
  }
  const ranks = await ranksOf(db, context);
  const history = await rankHistory(db, memberId);
  const effects = await openEffects(db, memberId);
  const now = context.now();
  return { message: whyMessage({ member, ranks, history, effects, settings, now }, interaction.locale) };
}

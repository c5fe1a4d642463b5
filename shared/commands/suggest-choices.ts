import { clip, DISCORD_LIMITS } from '../discord/text.ts';
import { parseInteraction } from '../interactions/parse-interaction.ts';
import { cut } from '../text/cut.ts';
import { begin } from './begin.ts';
import { failureOf } from './failure.ts';
import { findHandler, type InteractionRun, logFields } from './interaction-run.ts';
import type { InteractionOutcome } from './services.ts';

/**
 * What the member may choose from while typing. Whoever may not use the command is offered nothing, and so is
 * everybody when something fails: there is no place for an error here. Never throws.
 */
export async function suggestChoices(run: InteractionRun): Promise<InteractionOutcome> {
  const { services, record, body } = run;
  const { now, sleep, random } = services;
  const log = run.log.with(logFields(run));
  const started = now();
  try {
    const { route, handler } = findHandler(run);
    const interaction = parseInteraction(body);
    const { runtime, actor, seen } = await begin(await services.openClan(record), interaction, {
      route,
      now: now(),
    });
    const progress = async () => {};
    const own = { interaction, actor, seen, replyBy: run.deadline, progress };
    const answer = await handler({ ...runtime, ...own, log, now, sleep, random });
    if (!('choices' in answer)) throw new TypeError(`The handler of ${route.key} gave no choices.`);
    log.info('Suggested', { choices: answer.choices.length, ms: now() - started });
    return { kind: 'choices', choices: answer.choices.slice(0, DISCORD_LIMITS.choices).map(fitting) };
  } catch (error) {
    const { code, blame } = failureOf(error);
    if (blame === 'user') log.info('Nothing to suggest', { code, ms: now() - started });
    else log.error('Suggesting failed', { code, error, ms: now() - started });
    return { kind: 'choices', choices: [] };
  }
}

function fitting({ name, value }: { readonly name: string; readonly value: string }) {
  return { name: clip(name, DISCORD_LIMITS.choiceName), value: cut(value, DISCORD_LIMITS.choiceValue) };
}

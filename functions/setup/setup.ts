import type { Answer, CommandContext, Reply } from '../../shared/context/command-context.ts';
import { pageNumber } from '../../shared/discord/page-buttons.ts';
import type { ChangeTransaction } from '../../shared/outbox/change-transaction.ts';
import { loadSettings } from '../../shared/settings/settings-store.ts';
import { type Guild, readGuild, stateOf } from './read-state.ts';
import { STEPS, type Step, stepMessage } from './view.ts';

/** `/setup`: the first step, as everything stands now. */
export async function setup(context: CommandContext): Promise<Answer> {
  return show(context, 1);
}

/** A button that names a step: `setup.step:<1 to 3>`. */
export async function turnTo(context: CommandContext): Promise<Answer> {
  return show(context, stepOf(pageNumber(context.interaction.recordId)));
}

async function show(context: CommandContext, step: Step): Promise<Answer> {
  const state = await stateOf(context.db, context, await readGuild(context), context.settings);
  return { message: stepMessage(step, state, context) };
}

/** Saves something and shows the step again, as it is then. `said` stands above it. */
export function saved(
  context: CommandContext<string, string>,
  step: Step,
  guild: Guild,
  save: (tx: ChangeTransaction) => Promise<readonly string[]>,
): Answer {
  return {
    change: async (tx): Promise<Reply> => {
      const said = await save(tx);
      const state = await stateOf(tx, context, guild, await loadSettings(tx));
      return { message: stepMessage(step, state, context, said) };
    },
  };
}

function stepOf(number: number): Step {
  return STEPS.find((step) => step === number) ?? 1;
}

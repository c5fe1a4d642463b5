import type { Answer, CommandContext } from '../../shared/context/command-context.ts';
import { readOrRefuse } from '../../shared/refusals/read-or-refuse.ts';
import type { Context } from './declaration.ts';
import { previewAll, syncAll } from './sync-all.ts';
import { previewOne, syncOne } from './sync-one.ts';
import { texts } from './texts.ts';

const EVERYBODY = 'all';

/** `/sync [member] [dry-run]`. */
export async function sync(context: Context<'command sync'>): Promise<Answer> {
  const { options } = context.interaction;
  const member = options['member'];
  const of = typeof member === 'string' ? member : EVERYBODY;
  return readOrRefuse(
    context,
    (locale) => texts(locale).robloxUnread,
    () => (options['dry-run'] === true ? preview(context, of) : run(context, of)),
  );
}

/** The "Apply" button of a preview: looks again, since things may have changed meanwhile. */
export async function apply(context: CommandContext): Promise<Answer> {
  const of = context.interaction.recordId ?? EVERYBODY;
  return readOrRefuse(
    context,
    (locale) => texts(locale).robloxUnread,
    () => run(context, of),
  );
}

function preview(context: CommandContext, of: string): Promise<Answer> {
  return of === EVERYBODY ? previewAll(context) : previewOne(context, of);
}

function run(context: CommandContext, of: string): Promise<Answer> {
  return of === EVERYBODY ? syncAll(context) : syncOne(context, of);
}

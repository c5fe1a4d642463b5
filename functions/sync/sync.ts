import type { Answer, CommandContext } from '../../shared/context/command-context.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import { RobloxError } from '../../shared/roblox/errors.ts';
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
  return readingRoblox(() => (options['dry-run'] === true ? preview(context, of) : run(context, of)));
}

/** The "Apply" button of a preview: looks again, since things may have changed meanwhile. */
export async function apply(context: CommandContext): Promise<Answer> {
  return readingRoblox(() => run(context, context.interaction.recordId ?? EVERYBODY));
}

function preview(context: CommandContext, of: string): Promise<Answer> {
  return of === EVERYBODY ? previewAll(context) : previewOne(context, of);
}

function run(context: CommandContext, of: string): Promise<Answer> {
  return of === EVERYBODY ? syncAll(context) : syncOne(context, of);
}

async function readingRoblox(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof RobloxError)) throw error;
    throw new UserError('roblox-unavailable', unavailable(error));
  }
}

function unavailable(error: RobloxError): string {
  const isDenied = error.status === 401 || error.status === 403 || error.code === 'paused';
  return isDenied ? texts.robloxForbidden : texts.robloxAway;
}

import type { Answer, CommandContext } from '../../shared/context/command-context.ts';
import { pageNumber } from '../../shared/discord/page-buttons.ts';
import type { Context } from './declaration.ts';
import { readRequestsPage } from './read-page.ts';
import { requestsMessage } from './view.ts';

export async function requests(context: CommandContext): Promise<Answer> {
  return show(context, 1, undefined);
}

export async function turnPage(context: CommandContext): Promise<Answer> {
  return show(context, pageNumber(context.interaction.recordId), undefined);
}

/** Somebody of the page was chosen: the same page, with its two buttons for that one. */
export async function choose(context: Context<'component group.choose'>): Promise<Answer> {
  const [value = ''] = context.interaction.fields['group.choose'] ?? [];
  const [page, userId] = value.split(':');
  return show(context, pageNumber(page), userId);
}

async function show(context: CommandContext, wanted: number, chosenId: string | undefined): Promise<Answer> {
  const read = await readRequestsPage(context, wanted);
  return { message: requestsMessage(context, read, chosenId) };
}

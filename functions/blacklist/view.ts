import { listBlacklist } from '../../shared/blacklist/blacklist.ts';
import type { Answer, CommandContext } from '../../shared/commands/handler.ts';
import type { Message } from '../../shared/discord/message.ts';
import { embedColor } from '../../shared/settings/embed-color.ts';
import { texts } from './texts.ts';

const PAGE_SIZE = 10;

export async function view(context: CommandContext): Promise<Answer> {
  return { message: await page(context, 1) };
}

/** The page that a button names; its number is checked again, since anybody can send one. */
export async function turnPage(context: CommandContext): Promise<Answer> {
  const wanted = Number(context.interaction.recordId);
  return { message: await page(context, Number.isSafeInteger(wanted) ? wanted : 1) };
}

async function page(context: CommandContext, wanted: number): Promise<Message> {
  const shown = await listBlacklist(context.db, { now: context.now(), page: wanted, pageSize: PAGE_SIZE });
  const description = shown.entries.map(texts.line).join('\n');
  return {
    embeds: [
      {
        title: texts.title,
        color: embedColor(context.settings),
        description: description === '' ? texts.empty : description,
        ...(shown.page > 1 || shown.hasNext ? { footer: { text: texts.page(shown.page) } } : {}),
      },
    ],
    components:
      shown.page > 1 || shown.hasNext
        ? [
            {
              type: 1,
              components: [
                pageButton(texts.previous, shown.page - 1, shown.page > 1),
                pageButton(texts.next, shown.page + 1, shown.hasNext),
              ],
            },
          ]
        : [],
  };
}

function pageButton(label: string, target: number, enabled: boolean) {
  return {
    type: 2 as const,
    style: 2 as const,
    label,
    custom_id: `blacklist.page:${target}`,
    disabled: !enabled,
  };
}

import { type Blacklisting, listBlacklist } from '../../shared/blacklist/blacklist.ts';
import type { Answer, CommandContext } from '../../shared/context/command-context.ts';
import type { Message } from '../../shared/discord/message.ts';
import { pageButtons, pageNumber } from '../../shared/discord/page-buttons.ts';
import { embedColor } from '../../shared/settings/embed-color.ts';
import { texts, withReason } from './texts.ts';

const PAGE_SIZE = 10;

export async function view(context: CommandContext): Promise<Answer> {
  return { message: await page(context, 1) };
}

/** The page that a button names; its number is checked again, since anybody can send one. */
export async function turnPage(context: CommandContext): Promise<Answer> {
  return { message: await page(context, pageNumber(context.interaction.recordId)) };
}

async function page(context: CommandContext, wanted: number): Promise<Message> {
  const shown = await listBlacklist(context.db, { now: context.now(), page: wanted, pageSize: PAGE_SIZE });
  const said = texts(context.interaction.locale);
  const description = shown.entries.map((entry) => lineOf(entry, said)).join('\n');
  return {
    embeds: [
      {
        title: said.title,
        color: embedColor(context.settings),
        description: description === '' ? said.empty : description,
        ...(shown.page > 1 || shown.hasNext ? { footer: { text: said.page(shown.page) } } : {}),
      },
    ],
    components: pageButtons({
      ...shown,
      labels: said,
      customId: (target) => `blacklist.page:${target}`,
    }),
  };
}

function lineOf(entry: Blacklisting, said: ReturnType<typeof texts>): string {
  const line = entry.createdBy === null ? said.line(entry) : said.lineBy(entry, entry.createdBy);
  return withReason(line, entry, said);
}

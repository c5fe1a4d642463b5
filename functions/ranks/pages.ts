import type { CommandContext } from '../../shared/context/command-context.ts';
import type { Message } from '../../shared/discord/message.ts';
import { pageButtons } from '../../shared/discord/page-buttons.ts';
import { splitLines } from '../../shared/discord/text.ts';
import { embedColor } from '../../shared/settings/embed-color.ts';
import { texts } from './texts.ts';

/** One message holds 6,000 characters of embeds and one description 4,096. */
const PAGE_LENGTH = 3600;

/** Lines over as many pages as they need, with buttons when that is more than one. */
export function pagedMessage(
  content: { readonly title: string; readonly lines: readonly string[] },
  wanted: number,
  key: string,
  { settings, interaction }: Pick<CommandContext, 'settings' | 'interaction'>,
): Message {
  const pieces = splitLines(content.lines, PAGE_LENGTH);
  const page = Math.min(Math.max(1, wanted), Math.max(1, pieces.length));
  const embed = { title: content.title, description: pieces[page - 1] ?? '', color: embedColor(settings) };
  if (pieces.length <= 1) return { embeds: [embed], components: [] };
  const said = texts(interaction.locale);
  return {
    embeds: [{ ...embed, footer: { text: said.page(page, pieces.length) } }],
    components: pageButtons({
      page,
      hasNext: page < pieces.length,
      labels: said,
      customId: (target) => `${key}:${target}`,
    }),
  };
}

/** A heading in such a list. Names come escaped. */
export function categoryLine(name: string): string {
  return `__**${name}**__`;
}

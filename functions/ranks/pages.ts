import type { Settings } from '../../shared/clans/settings.ts';
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
  settings: Settings,
): Message {
  const pieces = splitLines(content.lines, PAGE_LENGTH);
  const page = Math.min(Math.max(1, wanted), Math.max(1, pieces.length));
  const embed = { title: content.title, description: pieces[page - 1] ?? '', color: embedColor(settings) };
  if (pieces.length <= 1) return { embeds: [embed], components: [] };
  return {
    embeds: [{ ...embed, footer: { text: texts.page(page, pieces.length) } }],
    components: pageButtons({
      page,
      hasNext: page < pieces.length,
      labels: texts,
      customId: (target) => `${key}:${target}`,
    }),
  };
}

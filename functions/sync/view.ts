import type { CommandContext } from '../../shared/context/command-context.ts';
import type { Message } from '../../shared/discord/message.ts';
import { embedColor } from '../../shared/settings/embed-color.ts';
import { texts } from './texts.ts';

export function embed(
  { settings }: Pick<CommandContext, 'settings'>,
  title: string,
  description: string,
): Message {
  return { embeds: [{ title, description, color: embedColor(settings) }] };
}

/** `of`: a member's id, or `all`. */
export function applyButton(locale: string | undefined, of: string) {
  return {
    type: 1 as const,
    components: [
      { type: 2 as const, style: 1 as const, label: texts(locale).apply, custom_id: `sync.apply:${of}` },
    ],
  };
}

import type { CommandContext } from '../../shared/context/command-context.ts';
import type { Message } from '../../shared/discord/message.ts';
import { pageButtons } from '../../shared/discord/page-buttons.ts';
import { clip, plainText } from '../../shared/discord/text.ts';
import { embedColor } from '../../shared/settings/embed-color.ts';
import type { RequestsPage } from './read-page.ts';
import { texts } from './texts.ts';

// Discord's numbers of an action row, a button, a select menu and the styles of buttons; its types are for types only.
const ROW = 1;
const BUTTON = 2;
const SELECT = 3;
const GREEN = 3;
const RED = 4;
const GREY = 2;
const LONGEST_LABEL = 100;

/** The requests of a page, a select to choose one, and its two buttons, which wait until one is chosen. */
export function requestsMessage(
  { interaction, settings }: Pick<CommandContext, 'interaction' | 'settings'>,
  { page, hasNext, shown }: RequestsPage,
  chosenId: string | undefined,
): Message {
  const t = texts(interaction.locale);
  const chosen = shown.find(({ request }) => request.userId === chosenId);
  const footer = page > 1 || hasNext ? { footer: { text: t.page(page) } } : {};
  const description = shown.length === 0 ? t.empty : shown.map(t.line).join('\n');
  const embeds = [{ title: t.title, description, color: embedColor(settings), ...footer }];
  if (shown.length === 0 && page === 1) return { embeds, components: [] };
  const options = shown.map(({ request: { userId }, name }) => ({
    label: clip(plainText(name ?? t.goneAccount(userId)), LONGEST_LABEL),
    value: `${page}:${userId}`,
    default: userId === chosenId,
  }));
  const button = (key: 'accept' | 'decline') =>
    ({
      type: BUTTON,
      style: key === 'accept' ? GREEN : RED,
      label: t[key],
      custom_id: `group.${key}:${chosen?.request.userId ?? 0}:${page}`,
      disabled: chosen === undefined || chosen.standing.waiting !== undefined,
    }) as const;
  return {
    embeds,
    components: [
      {
        type: ROW,
        components: [{ type: SELECT, custom_id: 'group.choose', placeholder: t.choose, options }],
      },
      { type: ROW, components: [button('accept'), button('decline')] },
      ...pageButtons({ page, hasNext, labels: t, customId: (target) => `group.page:${target}` }),
    ],
  };
}

/** What stands in place of the list after a decision: the way back to it. */
export function backButton(locale: string | undefined, page: number): NonNullable<Message['components']> {
  const label = texts(locale).back;
  return [
    {
      type: ROW,
      components: [{ type: BUTTON, style: GREY, label, custom_id: `group.page:${page}` }],
    },
  ];
}

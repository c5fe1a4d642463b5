import type { Message } from './message.ts';

// Discord's numbers of an action row, a button and the grey style; its types are for types only.
const ACTION_ROW = 1;
const BUTTON = 2;
const GREY = 2;

/**
 * Two buttons that turn pages; none where there is only one page. `customId` is the address of a page, so a button
 * works with every version of the bot.
 */
export function pageButtons(pages: {
  readonly page: number;
  readonly hasNext: boolean;
  readonly labels: { readonly previous: string; readonly next: string };
  readonly customId: (page: number) => string;
}): NonNullable<Message['components']> {
  const { page, hasNext, labels, customId } = pages;
  if (page <= 1 && !hasNext) return [];
  const button = (label: string, target: number, disabled: boolean) =>
    ({ type: BUTTON, style: GREY, label, custom_id: customId(target), disabled }) as const;
  return [
    {
      type: ACTION_ROW,
      components: [button(labels.previous, page - 1, page <= 1), button(labels.next, page + 1, !hasNext)],
    },
  ];
}

/** The page that a button or an option names; 1 for anything that is no number, since anybody can send anything. */
export function pageNumber(value: unknown): number {
  const page = typeof value === 'string' ? Number(value) : value;
  return typeof page === 'number' && Number.isSafeInteger(page) ? page : 1;
}

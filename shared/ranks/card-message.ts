import type { APIButtonComponentWithCustomId, ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { Settings } from '../clans/settings.ts';
import type { Message } from '../discord/message.ts';
import { clip, escapeMarkdown } from '../discord/text.ts';
import { embedColor } from '../settings/embed-color.ts';
import { cardTexts } from './card-texts.ts';
import type { Rank } from './rank.ts';

// discord-api-types is for types only, so its enums are written out here.
const ACTION_ROW: ComponentType.ActionRow = 1;
const BUTTON: ComponentType.Button = 2;
const GREEN: ButtonStyle.Success = 3;
const RED: ButtonStyle.Danger = 4;

/** The parts of custom ids: `card.approve:<card id>`, `card.deny:<card id>`. */
const CARD_APPROVE = 'card.approve';
const CARD_DENY = 'card.deny';

type Texts = ReturnType<typeof cardTexts>;

interface CardPerson {
  readonly memberId: string;
  readonly robloxName: string | null;
}

/** A card that waits for an admin, with its two buttons, in the clan's language. */
export function openCardMessage(
  card: CardPerson & {
    readonly cardId: string;
    readonly from: Rank;
    readonly to: Rank;
    readonly points: number;
  },
  settings: Settings,
): Message {
  const texts = cardTexts(settings.locale);
  return {
    embeds: [
      {
        title: texts.due,
        description: texts.reached(card.memberId, card.robloxName, rankName(card.to)),
        fields: [
          { name: texts.rankNow, value: rankName(card.from), inline: true },
          { name: texts.nextRank, value: rankName(card.to), inline: true },
          {
            name: texts.points,
            value: texts.pointsOf(card.points, card.to.pointsRequired),
            inline: true,
          },
        ],
        color: embedColor(settings),
      },
    ],
    components: [{ type: ACTION_ROW, components: buttons(card.cardId, texts, false) }],
  };
}

/** How a card ended. `void`: the member's rank changed in another way before anybody decided. */
export type CardEnd =
  | { readonly status: 'approved' | 'denied'; readonly decidedBy: string }
  | { readonly status: 'void' };

/** A card that was decided or no longer applies: its buttons are disabled. */
export function closedCardMessage(
  card: {
    readonly cardId: string;
    readonly memberId: string;
    readonly to: Rank | undefined;
    readonly at: number;
  },
  end: CardEnd,
  settings: Settings,
): Message {
  const texts = cardTexts(settings.locale);
  const { memberId, to } = card;
  const about = to === undefined ? texts.aboutLost(memberId) : texts.about(memberId, rankName(to));
  return {
    embeds: [
      {
        title: texts.ended[end.status],
        description: `${about}\n${endLine(end, card.at, texts)}`,
        color: embedColor(settings),
      },
    ],
    components: [{ type: ACTION_ROW, components: buttons(card.cardId, texts, true) }],
  };
}

function endLine(end: CardEnd, at: number, texts: Texts): string {
  return end.status === 'void' ? texts.voided(at) : texts.decided[end.status](end.decidedBy, at);
}

function buttons(cardId: string, texts: Texts, disabled: boolean): APIButtonComponentWithCustomId[] {
  return [
    {
      type: BUTTON,
      style: GREEN,
      label: texts.approve,
      custom_id: `${CARD_APPROVE}:${cardId}`,
      disabled,
    },
    { type: BUTTON, style: RED, label: texts.deny, custom_id: `${CARD_DENY}:${cardId}`, disabled },
  ];
}

function rankName(rank: Rank): string {
  return escapeMarkdown(clip(rank.name, 100));
}

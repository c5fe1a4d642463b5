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

interface CardPerson {
  readonly memberId: string;
  readonly robloxName: string | null;
}

/** A card that waits for an admin, with its two buttons. */
export function openCardMessage(
  card: CardPerson & {
    readonly cardId: string;
    readonly from: Rank;
    readonly to: Rank;
    readonly points: number;
  },
  settings: Settings,
): Message {
  return {
    embeds: [
      {
        title: cardTexts.due,
        description: cardTexts.reached(card.memberId, card.robloxName, rankName(card.to)),
        fields: [
          { name: cardTexts.rankNow, value: rankName(card.from), inline: true },
          { name: cardTexts.nextRank, value: rankName(card.to), inline: true },
          {
            name: cardTexts.points,
            value: cardTexts.pointsOf(card.points, card.to.pointsRequired),
            inline: true,
          },
        ],
        color: embedColor(settings),
      },
    ],
    components: [{ type: ACTION_ROW, components: buttons(card.cardId, false) }],
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
  const rank = card.to === undefined ? undefined : rankName(card.to);
  return {
    embeds: [
      {
        title: cardTexts.ended[end.status],
        description: `${cardTexts.about(card.memberId, rank)}\n${endLine(end, card.at)}`,
        color: embedColor(settings),
      },
    ],
    components: [{ type: ACTION_ROW, components: buttons(card.cardId, true) }],
  };
}

function endLine(end: CardEnd, at: number): string {
  return end.status === 'void' ? cardTexts.voided(at) : cardTexts.decided[end.status](end.decidedBy, at);
}

function buttons(cardId: string, disabled: boolean): APIButtonComponentWithCustomId[] {
  return [
    {
      type: BUTTON,
      style: GREEN,
      label: cardTexts.approve,
      custom_id: `${CARD_APPROVE}:${cardId}`,
      disabled,
    },
    { type: BUTTON, style: RED, label: cardTexts.deny, custom_id: `${CARD_DENY}:${cardId}`, disabled },
  ];
}

function rankName(rank: Rank): string {
  return escapeMarkdown(clip(rank.name, 100));
}

import type { APIButtonComponentWithCustomId } from 'discord-api-types/v10';
import type { Settings } from '../clans/settings.ts';
import type { Message } from '../discord/message.ts';
import { escapeToFit } from '../discord/text.ts';
import type { ChangeTransaction } from '../outbox/change-transaction.ts';
import { embedColor } from '../settings/embed-color.ts';
import type { Leave, LeaveEnd } from './leave.ts';
import { leaveTexts } from './texts.ts';

// discord-api-types is for types only, so the numbers of an action row, a button, green and red stand here.
const ACTION_ROW = 1;
const BUTTON = 2;
const GREEN = 3;
const RED = 4;
const MOST_OF_REASON = 1000;

/** What a card shows of a leave. */
export type LeaveOnCard = Pick<Leave, 'id' | 'memberId' | 'firstDay' | 'lastDay' | 'reason'>;

/** How a leave stands that is no longer to be decided. */
export type CardState =
  | { readonly status: 'approved' | 'denied'; readonly actorId: string; readonly at: number }
  | { readonly status: Exclude<LeaveEnd, 'denied'>; readonly at: number };

/** Posts the card of a leave to the admin channel. Returns the effect's id. */
export function postLeaveCard(
  tx: ChangeTransaction,
  leave: LeaveOnCard,
  { channelId, settings }: { readonly channelId: string; readonly settings: Settings },
): Promise<string> {
  return tx.addEffect({
    kind: 'message',
    channelId,
    message: cardMessage(leave, undefined, settings),
    remember: { table: 'leaves', id: leave.id },
  });
}

/** Shows on the card how the leave stands now; its buttons are disabled. Returns the effect's id. */
export function renewLeaveCard(
  tx: ChangeTransaction,
  leave: LeaveOnCard,
  state: CardState,
  settings: Settings,
): Promise<string> {
  return tx.addEffect({
    kind: 'edit',
    of: { table: 'leaves', id: leave.id },
    message: cardMessage(leave, state, settings),
  });
}

function cardMessage(leave: LeaveOnCard, state: CardState | undefined, settings: Settings): Message {
  const texts = leaveTexts(settings.locale);
  const title = state === undefined ? texts.cardTitle : texts.cardEnded[state.status];
  const description =
    state === undefined
      ? texts.cardAsks(leave.memberId, leave)
      : `${texts.cardAbout(leave.memberId, leave)}\n${stateLine(state, texts)}`;
  const fields = [{ name: texts.cardReason, value: escapeToFit(leave.reason, MOST_OF_REASON) }];
  const components = [
    button(GREEN, texts.approve, `leave.approve:${leave.id}`, state !== undefined),
    button(RED, texts.deny, `leave.deny:${leave.id}`, state !== undefined),
  ];
  return {
    embeds: [{ title, description, fields, color: embedColor(settings) }],
    components: [{ type: ACTION_ROW, components }],
  };
}

function stateLine(state: CardState, texts: ReturnType<typeof leaveTexts>): string {
  switch (state.status) {
    case 'approved':
      return texts.cardApproved(state.actorId, state.at);
    case 'denied':
      return texts.cardDenied(state.actorId, state.at);
    default:
      return texts.cardClosed[state.status](state.at);
  }
}

function button(
  style: typeof GREEN | typeof RED,
  label: string,
  customId: string,
  disabled: boolean,
): APIButtonComponentWithCustomId {
  return { type: BUTTON, style, label, custom_id: customId, disabled };
}

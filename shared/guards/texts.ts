import { mention, timestamp } from '../discord/text.ts';
import type { GuardKind } from './hourly-guard.ts';

/** What is used up, in words. */
function amountText(kind: GuardKind, count: number): string {
  if (kind === 'points') return count === 1 ? '1 point' : `${count} points`;
  return count === 1 ? '1 rank change' : `${count} rank changes`;
}

/** Every text of the hourly limits. */
export const guardTexts = {
  refused: (kind: GuardKind, use: { amount: number; used: number; max: number }) =>
    `One person may make at most ${amountText(kind, use.max)} within 60 minutes. You have used ${use.used}, and this would be ` +
    `${use.amount} more, so it was refused. Nothing was changed.`,
  fitsAt: (at: number) => `It fits again ${timestamp(at, 'R')}.`,
  neverFits: 'It is more than the limit by itself: choose less.',
  adminMayLift: 'Another admin can lift the limit at once with the button in the admin channel.',
  noAdminChannel:
    'No admin channel is set, so nobody was told who could lift it. `/settings channel` sets one.',

  title: 'Hourly limit reached',
  reached: (kind: GuardKind, id: string, max: number) =>
    `${mention(id)} has reached the limit of ${amountText(kind, max)} within 60 minutes; what they tried beyond it was refused. ` +
    'Look at what they did. Another admin can lift the limit: their 60 minutes then start anew.',
  lift: 'Lift the limit',
  lifted: (kind: GuardKind, id: string, by: string, at: number) =>
    `The limit of ${{ points: 'points', ranks: 'rank changes' }[kind]} of ${mention(id)} was lifted by ${mention(by)} ` +
    `${timestamp(at, 'R')}: their 60 minutes started anew.`,
  notYours: 'Nobody lifts their own limit. Nothing was changed. Ask another admin.',
  liftedBefore:
    'This limit was lifted already, or its 60 minutes are over and it was told again. Nothing was changed.',
} as const;

import { clip, escapeMarkdown, inlineCode, mention } from '../../shared/discord/text.ts';
import type { Judged } from '../../shared/quota/judge-week.ts';
import type { Quota } from '../../shared/quota/quota.ts';
import { quotaTexts } from '../../shared/quota/texts.ts';
import type { Week } from '../../shared/quota/week.ts';
import type { Rank } from '../../shared/ranks/rank.ts';

const { amount, ranks } = quotaTexts;

/** Every text of `/quota`; those of the weekly report are in shared/quota. */
export const texts = {
  command: 'What members do in a week',
  commandShow: 'Your week against the quota; for officers everybody’s',
  commandSet: 'Ask for points or events a week of a span of ranks',
  commandRemove: 'Take a quota away',
  commandExcuse: 'Excuse somebody for a week',
  optionWeek: 'Which week (left out: this one)',
  optionPoints: 'How many a week',
  optionCounts: 'What is counted (left out: points)',
  optionFrom: 'The lowest rank (left out: from the first one on)',
  optionTo: 'The highest rank (left out: up to the last one)',
  optionCategory: 'Only ranks of this category',
  optionQuota: 'Which quota',
  optionMember: 'Who',
  optionReason: 'Why (officers see it)',
  counts: { points: 'Points', events: 'Events attended' } satisfies Record<Quota['counted'], string>,
  weekChoice: (monday: string, isThis: boolean) =>
    isThis ? `This week, from ${monday}` : `The week from ${monday}`,

  badWeek: (weeks: number) =>
    `That is none of the last ${weeks} weeks. Nothing was changed. Choose one from the list.`,
  badAmount: (max: number) => `A quota is a whole number from 1 to ${max}. Nothing was changed.`,
  badCounts: 'A quota counts points or events. Nothing was changed. Choose one from the list.',
  noSuchRank: (typed: string) =>
    `There is no rank "${escapeMarkdown(clip(typed, 100))}". Nothing was changed. Choose one from the list.`,
  noRanks:
    'There is no rank in this span. Nothing was changed. The lowest rank comes first; `/ranks list` shows all.',
  set: (quota: Quota, span: readonly Rank[]) =>
    `The quota is ${amount(quota)} for ${ranks(span)}. It counts from the week that begins on ${inlineCode(quota.firstWeek.slice(1))}.`,
  replaced: (quota: Quota) => `Until then, ${amount(quota)} goes on for them.`,
  narrower: (others: number) =>
    others === 1
      ? 'Where another quota is for fewer ranks, that one wins: there is 1 that overlaps.'
      : `Where another quota is for fewer ranks, that one wins: there are ${others} that overlap.`,
  sameQuota: (quota: Quota) => `These ranks have that quota already: ${amount(quota)}. Nothing was changed.`,
  noSuchQuota: 'There is no such quota. Nothing was changed. Choose one from the list.',
  removed: (quota: Quota, span: readonly Rank[]) =>
    `Taken away: ${amount(quota)} for ${ranks(span)}. This week counts no more for it.`,
  quotaChoice: (quota: Quota, first: string, last: string) => `${amount(quota)} · ${first} – ${last}`,
  anyRank: 'any rank',

  noQuota: (monday: string) => `No quota applies to you in the week from ${inlineCode(monday)}.`,
  own: (one: Judged, monday: string) => `Your week from ${inlineCode(monday)}:\n${quotaTexts.line(one)}`,

  badReason: (max: number) => `A reason of 1 to ${max} characters is needed. Nothing was changed.`,
  notYourself: 'Nobody excuses themselves. Nothing was changed. Ask another officer.',
  excused: (memberId: string, week: Week) =>
    `${mention(memberId)} is excused for the week from ${inlineCode(week.monday)}.`,
  logged: (actorId: string, memberIds: readonly string[], week: Week, reason: string | null) =>
    `${mention(actorId)} excused ${memberIds.map(mention).join(', ')} for the week from ${inlineCode(week.monday)}.` +
    (reason === null ? '' : ` Reason: ${escapeMarkdown(reason)}`),
  logLine: 'Admin channel',
} as const;

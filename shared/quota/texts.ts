import { clip, escapeMarkdown, inlineCode, mention } from '../discord/text.ts';
import type { Rank } from '../ranks/rank.ts';
import type { Judged, Outcome } from './judge-week.ts';
import type { Quota } from './quota.ts';

const name = (rank: Rank) => `**${escapeMarkdown(clip(rank.name, 60))}**`;

/** Texts about quotas that the commands and the weekly report share. */
export const quotaTexts = {
  reportTitle: (monday: string) => `Quota · week from ${monday}`,
  counts: {
    below: (count: number) => (count === 1 ? '1 below' : `${count} below`),
    excused: (count: number) => `${count} excused`,
    leave: (count: number) => `${count} on leave`,
    new: (count: number) => `${count} new this week`,
    met: (count: number) => `${count} met it`,
  } satisfies Record<Outcome, (count: number) => string>,
  nobody: 'The quota applies to nobody.',
  line: (one: Judged) => {
    const { done, quota } = one;
    const what = quotaTexts.done(done, quota);
    switch (one.outcome) {
      case 'below':
        return `❌ ${mention(one.memberId)} · ${what}`;
      case 'met':
        return `✅ ${mention(one.memberId)} · ${what}`;
      case 'leave':
        return `🌙 ${mention(one.memberId)} · ${what} · on leave`;
      case 'new':
        return `🌱 ${mention(one.memberId)} · ${what} · new this week`;
      case 'excused':
        return one.reason === null
          ? `📝 ${mention(one.memberId)} · ${what} · excused`
          : `📝 ${mention(one.memberId)} · ${what} · excused: ${escapeMarkdown(clip(one.reason, 60))}`;
    }
  },
  done: (done: number, { amount, counted }: Pick<Quota, 'amount' | 'counted'>) =>
    counted === 'points' ? `${done} of ${amount} points` : `${done} of ${amount} events`,
  amount: ({ amount, counted }: Pick<Quota, 'amount' | 'counted'>) => {
    if (counted === 'points') return amount === 1 ? '1 point a week' : `${amount} points a week`;
    return amount === 1 ? '1 event a week' : `${amount} events a week`;
  },
  ranks: (span: readonly Rank[]) => {
    const [first] = span;
    const last = span.at(-1);
    if (first === undefined || last === undefined) return 'no rank (one of them is gone)';
    if (span.length === 1) return name(first);
    return `${name(first)} to ${name(last)}, ${span.length} ranks`;
  },
  page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  previous: 'Back',
  next: 'Next',
  excuse: 'Excuse somebody of this page',
  unknownName: (memberId: string) => `Member ${memberId}`,
  cannotPost: (weeks: readonly string[]) =>
    `⚠️ The quota report of the week from ${weeks.map(inlineCode).join(', ')} could not be posted: there is no admin channel that the bot can post in. ` +
    'Choose one with `/settings channel`; the report is then sent within the hour.',
} as const;

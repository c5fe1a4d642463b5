import { writtenDay } from './day-problem.ts';
import { english } from './english.ts';
import { languageOf } from './languages.ts';
import type { TimeContext } from './read-time.ts';
import { addDays, wallClockAt } from './wall-clock.ts';

/** Times in the member's language that can be typed as they stand: a start that is past, or the end of one. */
export function timeExamples(
  which: 'start' | 'end',
  { now, timeZone, locale }: TimeContext,
): readonly string[] {
  const yesterday = writtenDay(addDays(wallClockAt(now, timeZone), -1));
  const { examples } = languageOf(locale) ?? english;
  return [...examples[which], `${yesterday} ${which === 'start' ? '16:00' : '17:30'}`];
}

/** Days to come in the member's language that can be typed as they stand, and for a last day lengths, too. */
export function dayExamples(
  which: 'first' | 'last',
  { now, timeZone, locale }: TimeContext,
): readonly string[] {
  const soon = writtenDay(addDays(wallClockAt(now, timeZone), 7));
  const { examples } = languageOf(locale) ?? english;
  return [...examples.day, ...(which === 'first' ? examples.firstDay : examples.lastDay), soon];
}

import { clip, escapeMarkdown, inlineCode, timestamp } from '../discord/text.ts';
import { offsetText, type TimeContext, type TimeNote } from '../times/read-time.ts';
import { timeExamples } from '../times/time-examples.ts';
import type { TimeProblem } from '../times/time-problem.ts';

const shown = (typed: string) => `"${escapeMarkdown(clip(typed.trim(), 60))}"`;
const twoDigits = (value: number) => String(value).padStart(2, '0');

/** What a member reads about a time they typed. */
export const timeTexts = {
  problem: (which: 'start' | 'end', typed: string, problem: TimeProblem, where: TimeContext): string => {
    const examples = timeExamples(which, where).map(inlineCode).join(', ');
    const write = `Write it like ${examples}; without a time zone, ${where.timeZone} is meant.`;
    const subject = `The ${which} ${shown(typed)}`;
    switch (problem.kind) {
      case 'not-understood':
        return `${subject} could not be read as a time. ${write}`;
      case 'no-hour':
        return (
          `${subject} was understood as ${timestamp(problem.ms, 'D')}, without a time of day. ` + `${write}`
        );
      case 'two-readings':
        return (
          `${subject} can mean two times. ` +
          (problem.readings.length === 0 ? write : `Write ${problem.readings.map(inlineCode).join(' or ')}.`)
        );
      case 'left-out':
        return (
          `${subject} never was: the clocks of ${escapeMarkdown(problem.zone)} were set forward past it. ` +
          'Write an hour later.'
        );
      case 'other-weekday':
        return (
          `${subject} names a day of the week that its date is not: the date is ${timestamp(problem.ms, 'F')}. ` +
          'Leave one of the two out.'
        );
      case 'ahead':
        return (
          `${subject} was understood as ${timestamp(problem.ms)}, which is still to come. ` +
          `Submit an event once it has begun. ${write}`
        );
      case 'too-long-ago':
        return (
          `${subject} was understood as ${timestamp(problem.ms)}, which is more than 60 days ago. ` +
          `If another day was meant: ${write}`
        );
    }
  },
  endBeforeStart: (startsAt: number, endsAt: number, notes: readonly string[]): string =>
    [
      `The end (${timestamp(endsAt)}) is before the start (${timestamp(startsAt)}). ` +
        'Check both times; add the date when the event went on past midnight.',
      ...notes,
    ].join('\n'),
  note: (typed: string, note: TimeNote): string => {
    switch (note.kind) {
      case 'hour':
        return (
          `${shown(typed)} was read on the 24-hour clock, as ${twoDigits(note.hour)}:${twoDigits(note.minute)}. ` +
          'Add am or pm if you meant another time.'
        );
      case 'zone':
        return `${shown(typed)}: ${note.typed} was read as ${note.zone.replaceAll('_', ' ')}, UTC${offsetText(note.offsetMinutes)} on that day.`;
      case 'order':
        return `${shown(typed)} was read as day ${note.day} of month ${note.month}.`;
    }
  },
} as const;

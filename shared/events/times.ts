import { clip } from '../discord/text.ts';
import { UserError } from '../errors/user-error.ts';
import {
  AHEAD_MS,
  type ReadTime,
  readEndTime,
  readPastTime,
  type TimeContext,
  type TimeNote,
} from '../times/read-time.ts';
import { TimeError } from '../times/time-problem.ts';
import { timeTexts } from './time-texts.ts';

/** When an event took place, in Unix milliseconds, and as it was typed. */
export interface EventTimes {
  readonly startsAt: number;
  readonly endsAt: number;
  readonly startsText: string;
  readonly endsText: string;
}

export interface ReadTimes {
  readonly times: EventTimes;
  /** What was taken for granted, a line each, for the reply. Markdown. */
  readonly notes: readonly string[];
}

/** A submission is for an event of the last weeks; anything older was read wrongly or comes too late. */
const OLDEST_MS = 60 * 86_400_000;
const LATEST_MS = Date.UTC(2100, 0, 1);

/**
 * Reads start and end as a member typed them, in the clan's time zone unless they name another. The start lies in the
 * past: at most 15 minutes ahead, at most 60 days ago. The notes are in the language of `reader`. Throws `UserError` `bad-time` and `end-before-start`, which say
 * what was understood.
 */
export function readTimes(
  typed: { start: string; end: string },
  where: TimeContext,
  reader: string | undefined = where.locale,
): ReadTimes {
  const start = inWords('start', typed.start, where, () => {
    const read = readPastTime(typed.start, where);
    if (read.ms > where.now + AHEAD_MS) throw new TimeError({ kind: 'ahead', ms: read.ms });
    if (read.ms < where.now - OLDEST_MS) throw new TimeError({ kind: 'too-long-ago', ms: read.ms });
    return read;
  });
  const end = inWords('end', typed.end, where, () => {
    const read = readEndTime(typed.end, start, where);
    if (read.ms >= LATEST_MS) throw new TimeError({ kind: 'not-understood' });
    return read;
  });
  const notesIn = (locale: string | undefined) => [
    ...notesOf(locale, typed.start, start),
    ...notesOf(locale, typed.end, end),
  ];
  if (end.ms < start.ms) {
    throw new UserError('end-before-start', (locale) =>
      [timeTexts(locale).endBeforeStart(start.ms, end.ms), ...notesIn(locale)].join('\n'),
    );
  }
  const times = {
    startsAt: start.ms,
    endsAt: end.ms,
    startsText: clip(typed.start.trim(), 200),
    endsText: clip(typed.end.trim(), 200),
  };
  return { times, notes: notesIn(reader) };
}

function inWords<T>(which: 'start' | 'end', typed: string, where: TimeContext, readIt: () => T): T {
  try {
    return readIt();
  } catch (error) {
    if (error instanceof TimeError)
      throw new UserError('bad-time', (locale) =>
        timeTexts(locale).problem(which, typed, error.problem, where),
      );
    throw error;
  }
}

function notesOf(locale: string | undefined, typed: string, { notes }: ReadTime): readonly string[] {
  return notes.map((note: TimeNote) => timeTexts(locale).note(typed, note));
}

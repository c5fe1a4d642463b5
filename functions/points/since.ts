import type { CommandContext } from '../../shared/context/command-context.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import { AHEAD_MS, readPastTime } from '../../shared/times/read-time.ts';
import { TimeError } from '../../shared/times/time-problem.ts';
import { revertTexts } from './revert-texts.ts';

/** A leap year: further back nothing is looked for. */
const OLDEST_MS = 366 * 86_400_000;

/** A typed time of the last year, in Unix milliseconds. Throws `UserError` `bad-time`, which says what was understood. */
export function sinceOf({ interaction, settings, now }: CommandContext, typed: string): number {
  const where = {
    now: now(),
    timeZone: settings.time_zone,
    locale: interaction.locale ?? settings.locale,
  };
  try {
    const { ms } = readPastTime(typed, where);
    if (ms > where.now + AHEAD_MS) throw new TimeError({ kind: 'ahead', ms });
    if (ms < where.now - OLDEST_MS) throw new TimeError({ kind: 'too-long-ago', ms });
    return ms;
  } catch (error) {
    if (!(error instanceof TimeError)) throw error;
    const { problem } = error;
    throw new UserError('bad-time', (locale) => {
      const said = revertTexts(locale);
      const at = 'ms' in problem ? problem.ms : 0;
      const next =
        problem.kind === 'two-readings' && problem.readings.length > 0
          ? said.writeOne(problem.readings)
          : said.writeLike(where.timeZone);
      return `${said.problems[problem.kind](typed, at)} ${next}`;
    });
  }
}

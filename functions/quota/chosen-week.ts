import type { CommandContext } from '../../shared/context/command-context.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import { lastWeeks, type Week } from '../../shared/quota/week.ts';
import { WEEKS } from './limits.ts';
import { texts } from './texts.ts';

/** The week that an option or a button names, one of the last 8; left out: this one. Throws `UserError` `bad-week`. */
export function chosenWeek({ settings, now }: Pick<CommandContext, 'settings' | 'now'>, key: unknown): Week {
  const weeks = lastWeeks(now(), settings.time_zone, WEEKS);
  const typed = String(key ?? '').trim();
  const week = typed === '' ? weeks[0] : weeks.find((one) => one.key === typed || one.monday === typed);
  if (week === undefined) throw new UserError('bad-week', (locale) => texts(locale).badWeek(WEEKS));
  return week;
}

import { clip, escapeMarkdown } from '../../shared/discord/text.ts';

const SHOWN = 6;
const NAME_SHOWN = 40;
type AndMore = (shown: string, count: number) => string;

/** The first six, and how many more there are in the words of a language. */
export function counted(parts: readonly string[], andMore: AndMore, between = ', '): string {
  const shown = parts.slice(0, SHOWN).join(between);
  return parts.length > SHOWN ? andMore(shown, parts.length - SHOWN) : shown;
}

/** The same of names of ranks. */
export function countedNames(names: readonly string[], andMore: AndMore): string {
  return counted(
    names.map((name) => escapeMarkdown(clip(name, NAME_SHOWN))),
    andMore,
  );
}

/** The same of clauses, each of which ends with a full stop that is left out. */
export function countedClauses(clauses: readonly string[], andMore: AndMore): string {
  return counted(
    clauses.map((clause) => escapeMarkdown(clip(clause.replace(/\.$/, ''), 200))),
    andMore,
    '; ',
  );
}

/** So many weeks are named. */
const WEEKS = 8;
export function weeksShown(weeks: readonly string[]): string {
  return weeks.slice(0, WEEKS).join(', ');
}

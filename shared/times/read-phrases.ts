import { calendarNames } from './calendar-names.ts';
import { english } from './english.ts';
import type { Language } from './language.ts';
import { languageOf } from './languages.ts';
import { normalizeTyped, withoutAccents } from './normalize-typed.ts';
import { matchAt, type Phrase, type Recogniser } from './phrase.ts';
import { dateRecogniser } from './recognise-date.ts';
import { dayRecogniser, daysAheadRecogniser } from './recognise-day.ts';
import { hourRecogniser } from './recognise-hour.ts';
import { spanRecogniser } from './recognise-span.ts';
import { zoneRecogniser } from './recognise-zone.ts';

/** No time is longer; keeps the search from working on an essay. */
const MAX_LENGTH = 200;
/** Far more than any text of this length that means something needs. */
const MAX_STEPS = 20_000;

/**
 * Every way in which a whole text can be read as a point in time or a distance to one; none when some of it stays
 * unread. A day is read without an hour only where there is none. `locale` is the member's. Two ways are two meanings: the caller must not choose in silence.
 */
export function readPhrases(typed: string, locale: string): readonly Phrase[] {
  const text = textOf(typed, locale);
  if (text === '' || text.length > MAX_LENGTH) return [];
  const { recognisers, nextAfter, notZones } = grammarOf(locale);
  const found = search(text, [...recognisers, zoneRecogniser(typed, notZones)], nextAfter).filter(isWhole);
  // "viernes 20" is a date as well as an hour: it is refused as a day without an hour.
  const isNumberDay = found.some(isDayOfMonth);
  const whole = isNumberDay
    ? found.filter(({ hour, part }) => hour?.bare !== 'number' || part !== undefined)
    : found;
  // A day alone is what remains where no hour can be read.
  const points = whole.filter(({ hour, shift }) => hour !== undefined || shift !== undefined);
  return distinct(points.length > 0 ? points : whole);
}

/** A language's words are without accents, since people leave them out on phones. */
function textOf(typed: string, locale: string): string {
  const text = normalizeTyped(typed);
  return languageOf(locale) === undefined ? text : withoutAccents(text);
}

function isDayOfMonth({ date, hour, part }: Phrase): boolean {
  return date !== undefined && date.month === undefined && hour === undefined && part === undefined;
}

/**
 * Every way in which a whole text can be read as a day without a time of day, or as a length of whole days; none when
 * some of it stays unread.
 */
export function readDayPhrases(typed: string, locale: string): readonly Phrase[] {
  const text = textOf(typed, locale);
  if (text === '' || text.length > MAX_LENGTH) return [];
  const { dayRecognisers, nextAfter } = grammarOf(locale);
  const whole = search(text, dayRecognisers, nextAfter).filter(isWholeDay);
  // "in 3 weeks" is no length: its "in" has a meaning.
  const days = whole.filter(({ daysLong }) => daysLong === undefined);
  return distinct(days.length > 0 ? days : whole);
}

interface Grammar {
  readonly dayRecognisers: readonly Recogniser[];
  readonly recognisers: readonly Recogniser[];
  readonly nextAfter: GapReader;
  readonly notZones: ReadonlySet<string>;
}
/** Made once for start and end. Members of a clan have few languages between them. */
const MAX_GRAMMARS = 4;
const grammars = new Map<string, Grammar>();

function grammarOf(locale: string): Grammar {
  const known = grammars.get(locale);
  if (known !== undefined) return known;
  if (grammars.size >= MAX_GRAMMARS) grammars.clear();
  const own = languageOf(locale);
  const languages = own === undefined ? [english] : [english, own];
  const names = calendarNames(locale);
  const days = [dateRecogniser(languages, locale, names), dayRecogniser(languages, names)];
  const grammar = {
    dayRecognisers: [...days, daysAheadRecogniser(languages)],
    recognisers: [spanRecogniser(languages), ...days, hourRecogniser(languages)],
    nextAfter: gapReader(languages),
    notZones: new Set(languages.flatMap(({ notZones }) => notZones)),
  };
  grammars.set(locale, grammar);
  return grammar;
}

type GapReader = (text: string, at: number, place: 'first' | 'middle') => number;

/** Where the next piece begins: separators and words without meaning are passed over, everything else is not. */
function gapReader(languages: readonly Language[]): GapReader {
  const filler = languages.map((language) => language.filler).join('|');
  const lead = languages.map((language) => language.lead).join('|');
  const mark = '[ ,;|()@~]|[.:](?!\\d)';
  const end = '(?![\\p{L}\\d])';
  const first = new RegExp(`(?:${mark}|(?:${lead}|${filler})${end})*`, 'uy');
  const middle = new RegExp(`(?:${mark}|(?:${filler})${end})*(?:-(?:${mark}|(?:${filler})${end})*)?`, 'uy');
  return (text, at, place) => at + (matchAt(place === 'first' ? first : middle, text, at)?.[0].length ?? 0);
}

const TRAILING = /[ ,;.)!]*$/uy;

function search(text: string, recognisers: readonly Recogniser[], nextAfter: GapReader): readonly Phrase[] {
  const found: Phrase[] = [];
  let steps = 0;
  const visit = (at: number, said: Phrase) => {
    steps += 1;
    if (steps > MAX_STEPS) return;
    if (matchAt(TRAILING, text, at) !== undefined) found.push(said);
    // A word that has no meaning in between may be the beginning of one that has: "the 27th".
    for (const start of startsBetween(text, at, nextAfter(text, at, at === 0 ? 'first' : 'middle'))) {
      for (const recognise of recognisers) {
        for (const { end, says } of recognise(text, start)) {
          if (end > start && isNew(says, said)) visit(end, { ...said, ...says });
        }
      }
    }
  };
  visit(0, {});
  return steps > MAX_STEPS ? [] : found;
}

/** Places at which a word or a number begins, from one place to another. */
function startsBetween(text: string, from: number, to: number): readonly number[] {
  const starts: number[] = [];
  for (let at = from; at <= to; at += 1) {
    const isInside =
      at > from && /[\p{L}\d]/u.test(text.charAt(at - 1)) && /[\p{L}\d]/u.test(text.charAt(at));
    if (!isInside && text.charAt(at) !== ' ') starts.push(at);
  }
  return starts;
}

/** Nothing is said twice, and so no second time of day replaces the first. */
function isNew(says: Phrase, said: Phrase): boolean {
  return Object.keys(says).every((part) => !(part in said));
}

/** Whether it can be a point in time: a distance alone, an hour with or without its day, or a day alone. */
function isWhole(phrase: Phrase): boolean {
  const { date, day, weekday, week, hour, shift } = phrase;
  if (shift !== undefined) return Object.keys(phrase).length === 1;
  // "friday 2 weeks ago" is the week's friday.
  if (day !== undefined && 'inWeeks' in day && weekday !== undefined) return false;
  if (week !== undefined && (weekday === undefined || date !== undefined || day !== undefined)) return false;
  if (hour === undefined) return date !== undefined || day !== undefined || weekday !== undefined;
  // Beside a date a bare number may be its year or its day.
  if (hour.bare === 'number' && date !== undefined) return false;
  return !(hour.bare === 'military' && date !== undefined && date.year === undefined && hour.hour >= 19);
}

function isWholeDay({ date, day, weekday, week, part, daysLong, ...rest }: Phrase): boolean {
  if (part !== undefined || Object.keys(rest).length > 0) return false;
  if (day !== undefined && ('night' in day || date !== undefined)) return false;
  const isNamed = date !== undefined || day !== undefined || weekday !== undefined;
  if (daysLong !== undefined) return !isNamed && week === undefined;
  if (day !== undefined && 'inWeeks' in day && weekday !== undefined) return false;
  if (week !== undefined && (weekday === undefined || date !== undefined || day !== undefined)) return false;
  return isNamed;
}

function distinct(phrases: readonly Phrase[]): readonly Phrase[] {
  const byMeaning = new Map<string, Phrase>();
  for (const phrase of phrases) {
    const { bare: _bare, ...hour } = phrase.hour ?? {};
    const parts = Object.entries({ ...phrase, hour }).sort(([a], [b]) => (a < b ? -1 : 1));
    byMeaning.set(JSON.stringify(parts), phrase);
  }
  return [...byMeaning.values()];
}

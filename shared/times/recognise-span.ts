import type { Language } from './language.ts';
import { matchAt, type Piece, type Recogniser, WORD_END } from './phrase.ts';
import { alternatives } from './recognise-date.ts';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const LONGEST_COMPACT_HOURS = 12;

/** Lengths of time that count from now ("2 hours ago") or from the start ("2 hours later", "for 90 min", "+2h"). */
export function spanRecogniser(languages: readonly Language[]): Recogniser {
  const recognisers = languages.flatMap((language) => {
    const readSpan = spanReader(language);
    const worded: readonly (readonly [readonly string[], 'now' | 'start', 1 | -1])[] = [
      [language.ago, 'now', -1],
      [language.fromNow, 'now', 1],
      [language.fromStart, 'start', 1],
    ];
    return [
      ...worded.flatMap(([patterns, from, sign]) =>
        patterns.map((words) => around(words, readSpan, { from, sign })),
      ),
      nowWord(language),
      wholeText(language, readSpan),
    ];
  });
  return (text, at) => recognisers.flatMap((recognise) => recognise(text, at));
}

type SpanReader = (text: string, at: number) => { end: number; ms: number; hasTime: boolean } | undefined;

/** "2 hours and 30 minutes", "an hour and a half", "1h30m", "1:30". */
function spanReader({ numbers, counts, units, lengths, andAHalf, and }: Language): SpanReader {
  const values = { ...numbers, ...counts };
  const count = `(?:(?<number>\\d{1,4}(?:[.,]\\d{1,2})?)|(?<word>${alternatives(Object.keys(values))})(?!\\p{L}))`;
  const unit = Object.entries(units)
    .map(([name, words]) => `(?<${name}>${words})`)
    .join('|');
  const one = new RegExp(
    `${count}(?<before> ${andAHalf})? ?(?:${unit})(?!\\p{L})(?<half> ${andAHalf})?`,
    'uy',
  );
  const named = lengths.map(
    ([words, minutes]) => [new RegExp(`(?:${words})${WORD_END}`, 'uy'), minutes * MINUTE_MS] as const,
  );
  const clock = /(?<hours>\d{1,2})(?::| ?h ?)(?<minutes>[0-5]\d)(?![\p{L}\d:])/uy;
  const joint = new RegExp(` ?(?:(?:${and})(?!\\p{L}) ?)?`, 'uy');
  return (text, start) => {
    for (const [pattern, ms] of named) {
      const found = matchAt(pattern, text, start);
      if (found !== undefined) return { end: start + found[0].length, ms, hasTime: true };
    }
    const clockFound = matchAt(clock, text, start)?.groups;
    if (clockFound !== undefined) {
      const ms = Number(clockFound['hours']) * HOUR_MS + Number(clockFound['minutes']) * MINUTE_MS;
      return { end: clock.lastIndex, ms, hasTime: true };
    }
    let end: number | undefined;
    let ms = 0;
    let smallest = Number.POSITIVE_INFINITY;
    let hasTime = false;
    for (let at = start; ; ) {
      const groups = matchAt(one, text, at)?.groups;
      if (groups === undefined) break;
      const size = sizeOf(groups);
      // Each unit once, the larger first: "2 hours 30 minutes".
      if (size >= smallest) break;
      smallest = size;
      const many = values[groups['word'] ?? ''] ?? Number(groups['number']?.replace(',', '.'));
      ms += size * (many + (groups['before'] === undefined && groups['half'] === undefined ? 0 : 0.5));
      hasTime ||= size < DAY_MS;
      end = one.lastIndex;
      at = end + (matchAt(joint, text, end)?.[0].length ?? 0);
    }
    return end === undefined ? undefined : { end, ms: Math.round(ms), hasTime };
  };
}

function sizeOf(groups: Readonly<Record<string, string | undefined>>): number {
  if (groups['week'] !== undefined) return 7 * DAY_MS;
  if (groups['day'] !== undefined) return DAY_MS;
  if (groups['hour'] !== undefined) return HOUR_MS;
  return groups['minute'] === undefined ? SECOND_MS : MINUTE_MS;
}

/** The words before and after a span. Days alone have no time of day in them and are read elsewhere. */
function around(
  words: string,
  readSpan: SpanReader,
  { from, sign }: { from: 'now' | 'start'; sign: 1 | -1 },
): Recogniser {
  const [before = '', after = ''] = words.split('{span}');
  const start = new RegExp(before, 'uy');
  const rest = new RegExp(after === '' ? WORD_END : `${after}${WORD_END}`, 'uy');
  return (text, at) => {
    const led = matchAt(start, text, at);
    const span = led === undefined ? undefined : readSpan(text, at + led[0].length);
    if (span === undefined || !(span.hasTime || from === 'start')) return [];
    const followed = matchAt(rest, text, span.end);
    if (followed === undefined) return [];
    return [{ end: span.end + followed[0].length, says: { shift: { ms: sign * span.ms, from } } }];
  };
}

function nowWord({ now }: Language): Recogniser {
  const pattern = new RegExp(`(?:${now})${WORD_END}`, 'uy');
  return (text, at) => {
    const found = matchAt(pattern, text, at);
    return found === undefined
      ? []
      : [{ end: at + found[0].length, says: { shift: { ms: 0, from: 'now' } } }];
  };
}

/** "90 min" and nothing else counts from the start: nothing but a length of time is said so. */
function wholeText(language: Language, readSpan: SpanReader): Recogniser {
  // `2h` and `1h30` alone are lengths of time for some and hours for others.
  const hours = new RegExp(`(\\d{1,2}) ?(?:${language.compact})(?: ?(\\d{2}))?$`, 'uy');
  return (text, at): readonly Piece[] => {
    if (at > 0) return [];
    const compact = matchAt(hours, text, 0);
    const many = Number(compact?.[1]);
    if (compact !== undefined && many >= 1 && many <= LONGEST_COMPACT_HOURS) {
      const ms = many * HOUR_MS + Number(compact[2] ?? 0) * MINUTE_MS;
      return [{ end: text.length, says: { shift: { ms, from: 'start' } } }];
    }
    // `9:30` is a clock.
    const span = compact === undefined && !/^\d{1,2}:/.test(text) ? readSpan(text, 0) : undefined;
    if (span?.end !== text.length) return [];
    return [{ end: span.end, says: { shift: { ms: span.ms, from: 'start' } } }];
  };
}

import type { CalendarNames } from './calendar-names.ts';
import type { Language } from './language.ts';
import { matchAt, type Phrase, type Recogniser, WORD_END } from './phrase.ts';
import { alternatives } from './recognise-date.ts';

/** Days in words: today, last night, friday, friday last week, in the evening. */
export function dayRecogniser(languages: readonly Language[], names: CalendarNames): Recogniser {
  const weekday = `(?<weekday>${alternatives(names.weekdays.keys())})\\.?`;
  const around = (pattern: string) => pattern.replace('{weekday}', weekday);
  const patterns = languages.flatMap(({ says }) =>
    says.map(([words, meaning]) => [around(words), meaning] as const),
  );
  const compiled = [...patterns, [weekday, {}] as const].map(
    ([source, says]) => [new RegExp(`(?:${source})${WORD_END}`, 'uy'), says] as const,
  );
  const ago = languages.flatMap((language) => countedDays(language));
  return (text, at) => [
    ...compiled.flatMap(([pattern, says]) => {
      const found = matchAt(pattern, text, at);
      if (found === undefined) return [];
      const named = names.weekdays.get(found.groups?.['weekday'] ?? '');
      const end = at + found[0].length;
      return [{ end, says: named === undefined ? says : { ...says, weekday: named } }];
    }),
    ...ago.flatMap((recognise) => recognise(text, at)),
  ];
}

/** "3 days ago", and "2 weeks ago", which with a weekday names a week. */
function countedDays(language: Language): readonly Recogniser[] {
  return counted(language, language.ago, (many, isWeeks) =>
    isWeeks ? [{ day: { days: -7 * many, inWeeks: true } }, { week: -many }] : [{ day: { days: -many } }],
  );
}

/** Days to come and lengths of whole days: "in 3 weeks", "for 10 days". */
export function daysAheadRecogniser(languages: readonly Language[]): Recogniser {
  const recognisers = languages.flatMap((language) => [
    ...counted(language, language.daysAhead, (many, isWeeks) =>
      isWeeks
        ? [{ day: { days: 7 * many, inWeeks: true, isNumber: true } }]
        : [{ day: { days: many, isNumber: true } }],
    ),
    ...counted(language, language.daysLong, (many, isWeeks) =>
      many === 0 ? [] : [{ daysLong: isWeeks ? 7 * many : many }],
    ),
  ]);
  return (text, at) => recognisers.flatMap((recognise) => recognise(text, at));
}

function counted(
  { numbers, counts, units, looseDays }: Language,
  patterns: readonly string[],
  meanings: (many: number, isWeeks: boolean) => readonly Phrase[],
): readonly Recogniser[] {
  const words = { ...numbers, ...counts };
  const count = `(?<count>\\d{1,3}|${alternatives(Object.keys(words))})`;
  const unit = `(?:(?<days>${units.day})|(?<weeks>${units.week}))${WORD_END}`;
  return patterns.map((around) => {
    const pattern = new RegExp(`${around.replace('{span}', `${count} ?${unit}`)}${WORD_END}`, 'uy');
    return (text, at) => {
      const found = matchAt(pattern, text, at);
      if (found?.groups === undefined) return [];
      const { count: typed = '', weeks } = found.groups;
      const many = words[typed] ?? Number(typed);
      // Half a week is no day, and a loose count is none that is certain.
      if (!Number.isInteger(many) || (weeks === undefined && looseDays.includes(many))) return [];
      const end = at + found[0].length;
      return meanings(many, weeks !== undefined).map((says) => ({ end, says }));
    };
  });
}

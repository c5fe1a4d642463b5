import type { CalendarNames } from './calendar-names.ts';
import type { Language } from './language.ts';
import { matchAt, type Phrase, type Recogniser, WORD_END } from './phrase.ts';
import { alternatives } from './recognise-date.ts';

/** Days in words: today, last night, friday, friday last week, in the evening. */
export function dayRecogniser(languages: readonly Language[], names: CalendarNames): Recogniser {
  const weekday = `(?<weekday>${alternatives(names.weekdays.keys())})\\.?`;
  const around = (pattern: string) => pattern.replace('{weekday}', weekday);
  const patterns: readonly (readonly [string, Phrase])[] = languages.flatMap((language) => [
    ...language.days.map(([words, days]) => [words, { day: { days } }] as const),
    [language.lastNight, { day: { night: 'last' } }] as const,
    [language.tonight, { day: { night: 'this' } }] as const,
    ...language.todaysParts.map(([words, part]) => [words, { day: { days: 0 }, part }] as const),
    ...language.parts.map(([words, part]) => [words, { part }] as const),
    ...language.weeks.map(([words, week]) => [words, { week }] as const),
    ...language.lastWeekday.map((words) => [around(words), { week: 'last' }] as const),
    ...language.nextWeekday.map((words) => [around(words), { week: 'next' }] as const),
    ...language.thisWeekday.map((words) => [around(words), { week: 0 }] as const),
  ]);
  const compiled = [...patterns, [weekday, {}] as const].map(
    ([source, says]) => [new RegExp(`(?:${source})${WORD_END}`, 'uy'), says] as const,
  );
  const counted = languages.flatMap((language) => countedDays(language));
  return (text, at) => [
    ...compiled.flatMap(([pattern, says]) => {
      const found = matchAt(pattern, text, at);
      if (found === undefined) return [];
      const named = names.weekdays.get(found.groups?.['weekday'] ?? '');
      const end = at + found[0].length;
      return [{ end, says: named === undefined ? says : { ...says, weekday: named } }];
    }),
    ...counted.flatMap((recognise) => recognise(text, at)),
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
      isWeeks ? [{ day: { days: 7 * many, inWeeks: true } }] : [{ day: { days: many } }],
    ),
    ...counted(language, language.daysLong, (many, isWeeks) =>
      many === 0 ? [] : [{ daysLong: isWeeks ? 7 * many : many }],
    ),
  ]);
  return (text, at) => recognisers.flatMap((recognise) => recognise(text, at));
}

function counted(
  { numbers, units }: Language,
  patterns: readonly string[],
  meanings: (many: number, isWeeks: boolean) => readonly Phrase[],
): readonly Recogniser[] {
  const count = `(?<count>\\d{1,3}|${alternatives(Object.keys(numbers))})`;
  const unit = `(?:(?<days>${units.day})|(?<weeks>${units.week}))${WORD_END}`;
  return patterns.map((words) => {
    const pattern = new RegExp(`${words.replace('{span}', `${count} ?${unit}`)}${WORD_END}`, 'uy');
    return (text, at) => {
      const found = matchAt(pattern, text, at);
      if (found?.groups === undefined) return [];
      const { count: typed = '', weeks } = found.groups;
      const end = at + found[0].length;
      return meanings(numbers[typed] ?? Number(typed), weeks !== undefined).map((says) => ({ end, says }));
    };
  });
}

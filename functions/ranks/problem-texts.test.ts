import { expect, it } from 'vitest';
import { ConfigError } from '../../shared/configs/config-error.ts';
import { parseRanks } from '../../shared/configs/parse-config.ts';
import { LANGUAGES } from '../../shared/languages/language.ts';
import { problemIn } from './problem-texts.ts';

const GOOD = { rank_order: 1, rank_name: 'Pending', points_required: 0, roblox_group_rank_id: 1 };

/** Every problem that a file can have, and both warnings. */
function problems(): readonly string[] {
  const bad = [
    [],
    {},
    'ranks',
    Array.from({ length: 201 }, (_, index) => ({ ...GOOD, rank_order: index + 1, rank_name: `R${index}` })),
    [GOOD, { ...GOOD, rank_order: 1, rank_name: 'Sword and "Shield"' }],
    [GOOD, { ...GOOD, rank_order: 2 }],
    [{ ...GOOD, points_required: 'ten' }],
    [{ ...GOOD, points_required: [] }],
    [{ ...GOOD, points_required: [1], category: {} }],
    [{ ...GOOD, points_required: -1 }],
    [{ ...GOOD, rank_order: 10_000 }],
    [{ ...GOOD, rank_name: '' }],
    [{ ...GOOD, rank_name: 'x'.repeat(101) }],
    [{ ...GOOD, rank_name: 'a\nb' }],
    [{ ...GOOD, rank_name: 5 }],
    [{ ...GOOD, roblox_group_rank_id: 'x' }],
    [{ ...GOOD, admin_only: 'yes' }],
    [{ ...GOOD, discord_role_id: '7' }],
    [{ ...GOOD, colour: 1 }],
    [{ ...GOOD, colour: 1, size: 2 }],
    [{ rank_order: 1 }],
    ['a rank'],
  ];
  const found = bad.flatMap((content) => {
    try {
      return parseRanks(content, 'ranks.json').warnings;
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      return error.problems;
    }
  });
  const odd = [
    { ...GOOD, points_required: 9 },
    { ...GOOD, rank_order: 2, rank_name: 'Enlist', points_required: 5 },
    { ...GOOD, rank_order: 3, rank_name: 'Soldier', points_required: 10 },
  ];
  return [...found, ...parseRanks(odd, 'ranks.json').warnings];
}

it.each(LANGUAGES)('what is wrong with a ranks.json is said in %s, and where it is', (language) => {
  for (const problem of problems()) {
    const said = problemIn(language, problem);
    if (language === 'en') expect(said).toBe(problem);
    else {
      expect(said).not.toMatch(/expected|missing|, got|unknown|needs|share |" and "|\ba list\b|an object/);
      expect(said.slice(0, 12)).toBe(problem.slice(0, 12));
    }
  }
});

it.each([
  [
    'ranks.json: [3].points_required: expected a whole number, got "ten"',
    'erwartet wird eine ganze Zahl, gefunden: "ten"',
  ],
  ['ranks.json: [1].rank_name: missing; expected text', 'fehlt; erwartet wird Text'],
  [
    'ranks.json: roblox_group_rank_id: "A" and "B" and "C" share 30; the sync keeps whichever of them a member has',
    '"A" und "B" und "C" teilen sich 30',
  ],
  ['ranks.json: [0]: something new', '[0]: something new'],
])('a problem is read in German with its values (%s)', (problem, said) => {
  expect(problemIn('de', problem)).toContain(said);
});

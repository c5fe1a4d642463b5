import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fc } from '../../test/support/fuzz-seed.ts';
import { ConfigError } from './config-error.ts';
import { parseConfigJson } from './parse-config-json.ts';
import { readClanFiles } from './read-config.ts';

const settings = {
  clan_name: 'TophatC',
  application_id: '1100000000000000001',
  public_key: 'a'.repeat(64),
  guild_id: '1100000000000000002',
  roblox_group_id: '3203735',
};
const ranks = [
  { rank_order: 1, rank_name: 'Private', points_required: 0, roblox_group_rank_id: 1 },
  { rank_order: 2, rank_name: 'Corporal', points_required: 30, roblox_group_rank_id: '2', admin_only: false },
];

async function clanDirectory(files: Record<string, unknown>): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'configs-'));
  await mkdir(join(directory, 'x'));
  for (const [name, content] of Object.entries(files)) {
    const raw = typeof content === 'string' || content instanceof Uint8Array;
    await writeFile(join(directory, 'x', name), raw ? content : JSON.stringify(content));
  }
  return directory;
}

/** The problems of the files, without the directory that the test made up. */
async function problemsOf(files: Record<string, unknown>): Promise<string[]> {
  const directory = await clanDirectory(files);
  try {
    await readClanFiles(directory, 'x');
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems.map((problem) => problem.replace(`${directory}/`, ''));
  }
}

describe("a clan's files", () => {
  it('are read with their defaults, Roblox ranks as text', async () => {
    const read = await readClanFiles(
      await clanDirectory({ 'settings.json': settings, 'ranks.json': ranks }),
      'x',
    );
    expect(read.settings).toMatchObject({
      clan_name: 'TophatC',
      points: { manual_max: 10 },
      locale: 'en-US',
    });
    expect(read.ranks?.map((rank) => [rank.roblox_group_rank_id, rank.admin_only])).toEqual([
      ['1', false],
      ['2', false],
    ]);
    expect(read.warnings).toEqual([]);
  });

  it.each([
    ['{name} {rank}', undefined, /nickname: expected plain text and \{roblox_name\}/],
    ['{tag}', undefined, /nickname: expected a name for everybody, but members of "Private" would have none/],
    ['{tag}', 'P', undefined],
    ['[{tag}] {roblox_name}', undefined, undefined],
  ])('with the nickname %s and the tag %s', async (nickname, tag, problem) => {
    const tagged = ranks.map((rank) => ({ ...rank, ...(tag === undefined ? {} : { tag }) }));
    const files = { 'settings.json': { ...settings, nickname }, 'ranks.json': tagged };
    const problems = await problemsOf(files);
    if (problem === undefined) expect(problems).toEqual([]);
    else expect(problems.join()).toMatch(problem);
  });

  it('may begin with a byte order mark', async () => {
    const directory = await clanDirectory({ 'settings.json': `\ufeff${JSON.stringify(settings)}` });
    expect((await readClanFiles(directory, 'x')).settings?.clan_name).toBe('TophatC');
  });

  it('may be missing, which is for the caller to judge', async () => {
    expect(await readClanFiles(await clanDirectory({}), 'x')).toEqual({
      settings: undefined,
      ranks: undefined,
      warnings: [],
    });
  });

  it('name file, field, expectation and what was found, all problems at once', async () => {
    const problems = await problemsOf({
      'settings.json': {
        ...settings,
        application_id: 12,
        guild_id: undefined,
        public_key: 'secret',
        points: { event_max: 0, event_maks: 3 },
        events: { types: [] },
        verification: 'none',
        roles: { admin: ['1'] },
        color: 'red',
        sync: 1,
      },
      'ranks.json': [
        { ...ranks[0], points_required: 'ten', rank_name: '' },
        { ...ranks[1], roblox_group_rank_id: -1, admin_only: 'no', points: 3 },
        {},
      ],
    });
    expect(problems).toEqual([
      'x/settings.json: application_id: expected text in quotes, got 12',
      'x/settings.json: public_key: expected 64 hex digits, got "secret"',
      'x/settings.json: guild_id: missing; expected text',
      'x/settings.json: roles.admin[0]: expected a Discord id (17 to 20 digits), got "1"',
      'x/settings.json: points.event_max: expected at least 1, got 0',
      'x/settings.json: points: unknown key "event_maks"',
      'x/settings.json: events.types: expected at least 1 entry, got an empty list',
      'x/settings.json: verification: expected "profile-code" or "group-only", got "none"',
      'x/settings.json: color: expected a colour such as #c8a24a, got "red"',
      'x/settings.json: sync: expected an object {...}, got 1',
      'x/ranks.json: [0].rank_name: expected at least 1 character, got ""',
      'x/ranks.json: [0].points_required: expected a whole number, got "ten"',
      'x/ranks.json: [1].roblox_group_rank_id: expected a Roblox rank (1 to 255) or role id, got -1',
      'x/ranks.json: [1].admin_only: expected true or false, got "no"',
      'x/ranks.json: [1]: unknown key "points"',
      'x/ranks.json: [2].rank_order: missing; expected a whole number',
      'x/ranks.json: [2].rank_name: missing; expected text',
      'x/ranks.json: [2].points_required: missing; expected a whole number',
      'x/ranks.json: [2].roblox_group_rank_id: missing; expected a Roblox rank (1 to 255) or role id',
    ]);
  });

  it('name event types that stand there twice, which Discord would not register', async () => {
    const events = { types: ['Raid', 'Patrol', ' Raid'] };
    expect(await problemsOf({ 'settings.json': { ...settings, events } })).toEqual([
      'x/settings.json: events.types: expected each type once, got a list',
    ]);
  });

  it('that are no JSON name line and column', async () => {
    expect(
      await problemsOf({
        'settings.json': '{\n  "clan_name": TophatC\n}',
        'ranks.json': '[\n  {"rank_order": 1,}\n]',
      }),
    ).toEqual([
      'x/settings.json: not JSON at line 2, column 16: expected a value: text in double quotes, a number, true, false, null, a list or an object, got TophatC.',
      'x/ranks.json: not JSON at line 2, column 20: expected a key in double quotes, got }.',
    ]);
    expect(await problemsOf({ 'ranks.json': '[' })).toEqual([
      'x/ranks.json: not JSON at line 1, column 2: expected a value: text in double quotes, a number, true, false, null, a list or an object, but the file ends.',
    ]);
    expect(await problemsOf({ 'ranks.json': '' })).toEqual(['x/ranks.json: the file is empty.']);
    expect(await problemsOf({ 'ranks.json': Buffer.from([0x22, 0xff, 0x22]) })).toEqual([
      'x/ranks.json: expected UTF-8 text; save it with that encoding',
    ]);
  });

  it('are refused when two ranks have one order or one name', async () => {
    const [first, second] = ranks;
    expect(
      await problemsOf({
        'ranks.json': [
          first,
          { ...second, rank_order: 1 },
          { ...second, rank_order: 3, rank_name: 'PRIVATE' },
          { ...second, rank_order: 2, rank_name: 'Major' },
        ],
      }),
    ).toEqual([
      'x/ranks.json: [1].rank_order: expected more than 1, the one before, got 1',
      'x/ranks.json: [3].rank_order: expected more than 3, the one before, got 2',
      'x/ranks.json: [2].rank_name: expected a name of its own, got "PRIVATE", which [0] has already',
    ]);
  });

  it('say everything that is wrong at once, within a rank and between ranks', async () => {
    const [first, second] = ranks;
    const bad = [
      { ...first, rank_name: 'Pri\u0000vate', category: 'a\nb' },
      { ...second, roblox_group_rank_id: 0, points_required: -1 },
      { ...second, rank_order: 2, roblox_group_rank_id: '00' },
      { ...second, rank_order: 3, rank_name: ' Corp\u200eoral', category: '\u202elatigaC' },
      { ...second, rank_order: 4, rank_name: '🐺'.repeat(51) },
    ];
    const name = 'expected a name that can be seen, without line ends and invisible characters';
    const role = 'expected a Roblox rank (1 to 255) or role id';
    expect(
      await problemsOf({
        'ranks.json': bad,
        'settings.json': { ...settings, clan_name: '\u200b', events: { types: ['\u2060'] } },
      }),
    ).toEqual([
      `x/settings.json: clan_name: ${name}, got "\\u200b"`,
      `x/settings.json: events.types[0]: ${name}, got "\\u2060"`,
      `x/ranks.json: [0].rank_name: ${name}, got "Pri\\u0000vate"`,
      `x/ranks.json: [0].category: ${name}, got "a\\nb"`,
      'x/ranks.json: [1].points_required: expected at least 0, got -1',
      `x/ranks.json: [1].roblox_group_rank_id: ${role}, got 0`,
      `x/ranks.json: [2].roblox_group_rank_id: ${role}, got "00"`,
      `x/ranks.json: [3].category: ${name}, got "\\u202elatigaC"`,
      `x/ranks.json: [4].rank_name: expected at most 100 characters (most emoji count as 2 or more), got "${'🐺'.repeat(29)}...`,
      'x/ranks.json: [2].rank_order: expected more than 2, the one before, got 2',
      'x/ranks.json: [2].rank_name: expected a name of its own, got "Corporal", which [1] has already',
      'x/ranks.json: [3].rank_name: expected a name of its own, got "Corp\\u200eoral", which [1] has already',
    ]);
  });

  it('take "01" and 1 for one Roblox rank', async () => {
    const shared = [ranks[0], { ...ranks[1], roblox_group_rank_id: '01' }];
    const read = await readClanFiles(await clanDirectory({ 'ranks.json': shared }), 'x');
    expect(read.ranks?.map((rank) => rank.roblox_group_rank_id)).toEqual(['1', '1']);
    expect(read.warnings.join()).toContain('"Private" and "Corporal" share 1');
  });

  it('are taken with a warning when point thresholds fall or ranks share a Roblox rank', async () => {
    const directory = await clanDirectory({
      'ranks.json': [
        { ...ranks[0], points_required: 50 },
        { ...ranks[1], rank_order: 2, rank_name: 'Guest', points_required: 0, admin_only: true },
        { ...ranks[1], rank_order: 3 },
      ],
    });
    const { warnings } = await readClanFiles(directory, 'x');
    expect(warnings.map((warning) => warning.replace(`${directory}/`, ''))).toEqual([
      'x/ranks.json: [2].points_required: "Corporal" needs 30 points, fewer than "Private" below it (50)',
      'x/ranks.json: roblox_group_rank_id: "Guest" and "Corporal" share 2; the sync keeps whichever of them a member has',
    ]);
  });
});

describe('a text with one mistake', () => {
  it('is refused exactly when JSON.parse refuses it, and never placed after the place that JSON.parse gives', () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.nat(),
        fc.constantFrom('', ',', '"', '}', ' x', '01', '\\'),
        (json, at, put) => {
          const cut = at % (json.length + 1);
          const text = json.slice(0, cut) + put + json.slice(cut + 1);
          const wanted = mistakeOf(() => JSON.parse(text));
          const told = mistakeOf(() => parseConfigJson(text, 'f.json'));
          expect(told === undefined).toBe(wanted === undefined);
          const [, position] = /at position (\d+)/.exec(wanted ?? '') ?? [];
          const [, column] = /line 1, column (\d+)/.exec(told ?? '') ?? [];
          if (position !== undefined && column !== undefined) {
            expect(Number(column) - 1).toBeLessThanOrEqual(Number(position));
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

function mistakeOf(parse: () => unknown): string | undefined {
  try {
    parse();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

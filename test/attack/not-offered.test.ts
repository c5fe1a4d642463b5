import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readFunctionFolders } from '../../scripts/build/function-folders.ts';
import { databaseLocation } from '../../shared/database/database-location.ts';
import type { Route } from '../../shared/interactions/declaration.ts';
import { startTestPlatform, type TestPlatform } from '../platform/start-platform.ts';
import { fc } from '../support/fuzz-seed.ts';

/** `ATTACK_SEED=<n>` repeats a run; the seed is in the message of a failure. */
const SEED = Number(process.env['ATTACK_SEED'] ?? 1);
const INTERACTIONS = 80;
const AT_ONCE = 4;

/** What changes a clan. Claims, replies, cooldowns and drafts of the sender are written by any interaction. */
const KEPT = [
  'members',
  'roblox_links',
  'ranks',
  'events',
  'event_participants',
  'point_entries',
  'rank_changes',
  'promotion_cards',
  'settings',
  'blacklist',
  'leaves',
  'quotas',
  'quota_excuses',
  'quota_reports',
  'join_decisions',
  'hourly_guards',
  'point_reverts',
  'nicknames',
  'rank_tags',
];

let platform: TestPlatform;
let routes: readonly Route[];
beforeAll(async () => {
  platform = await startTestPlatform({ pendingEvent: true, allowViolations: true });
  const { folders } = await readFunctionFolders(resolve(import.meta.dirname, '../..'));
  routes = folders.flatMap(({ declaration }) => declaration.routes);
}, 60_000);
afterAll(() => platform.stop());

/** The rows of a clan, by table. */
async function kept(): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const location = databaseLocation(platform.record(), { dataDir: platform.folder, databasePath: undefined });
  if (!('path' in location)) throw new Error('The local platform keeps SQLite files.');
  const db = new DatabaseSync(location.path, { readOnly: true });
  const rows = KEPT.map((table) => [table, db.prepare(`SELECT * FROM ${table}`).all()]);
  db.close();
  return Object.fromEntries(rows);
}

/** Ids and arguments that no message of the bot holds. */
const strange = fc.oneof(
  fc.constantFrom(
    '',
    '0',
    '-1',
    '1e3',
    '9'.repeat(19),
    '9'.repeat(60),
    "' OR 1=1 --",
    '1; DROP TABLE members',
    '\u0000',
    '../../etc/passwd',
    '__proto__',
    'constructor',
    '@everyone',
    '\u202e1',
    '1200000000000000000-1',
    '1200000000000000001',
  ),
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
);
const value = fc.oneof(strange, fc.integer(), fc.boolean(), fc.double());

interface Attack {
  readonly id: string;
  readonly argument: string;
  readonly values: readonly string[];
  readonly typed: readonly (string | number | boolean)[];
}
const attack: fc.Arbitrary<Attack> = fc.record({
  id: strange,
  argument: strange,
  values: fc.array(strange, { maxLength: 3 }),
  typed: fc.array(value, { minLength: 4, maxLength: 4 }),
});

/** A signed interaction of this route as no client of Discord would send it. */
function interactionOf(user: string, route: Route, { id, argument, values, typed }: Attack) {
  const base = platform.discord.buildInteraction({ clan: 'tophat', user, command: 'xp' });
  const customId = `${route.key}:${id}:${argument}`.slice(0, 100);
  const [command = '', ...sub] = route.key.split(' ');
  const options = route.options.map((name, index) => {
    const given = typed[index % typed.length] ?? '';
    const type = typeof given === 'string' ? 3 : typeof given === 'boolean' ? 5 : 4;
    return { name, type, value: given, focused: route.on === 'autocomplete' && index === 0 };
  });
  const nested = sub.reduceRight<object[]>((inner, name) => [{ name, type: 1, options: inner }], options);
  switch (route.on) {
    case 'component':
      return { ...base, type: 3, message: MESSAGE, data: { component_type: 3, custom_id: customId, values } };
    case 'modal':
      return {
        ...base,
        type: 5,
        message: MESSAGE,
        data: { custom_id: customId, components: inputs(route, typed) },
      };
    case 'user-menu':
      return { ...base, type: 2, data: { id: '1', type: 2, name: route.key, target_id: '9'.repeat(19) } };
    case 'autocomplete':
      return { ...base, type: 4, data: { id: '1', type: 1, name: command, options: nested } };
    default:
      return { ...base, type: 2, data: { id: '1', type: 1, name: command, options: nested } };
  }
}
const MESSAGE = { id: '1200000000000000777', channel_id: '1100000000000000003' };

function inputs(route: Route, typed: Attack['typed']): readonly object[] {
  return route.fields.map((name, index) => ({
    type: 18,
    component: { type: 4, custom_id: name, value: String(typed[index % typed.length]) },
  }));
}

/** Sends what a member makes up for each kind of route, some at a time, until each has its end. */
async function sendAll(user: string, to: (route: Route) => boolean): Promise<readonly string[]> {
  const targets = routes.filter(to);
  const attacks = fc.sample(attack, { seed: SEED, numRuns: INTERACTIONS });
  const open = attacks.map((one, index) => ({ one, route: targets[index % targets.length] }));
  const texts: string[] = [];
  const lane = async () => {
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (next.route === undefined) continue;
      const sent = await platform.discord.deliver('tophat', interactionOf(user, next.route, next.one));
      const described = `${JSON.stringify(next)} ${JSON.stringify(sent)}`;
      expect(sent.status, described).toBe(200);
      if (next.route.on === 'autocomplete' || sent.modal !== undefined) continue;
      const reply = await platform.discord.waitFor(sent.interactionId);
      const text = [reply.original, ...reply.followUps].map((message) => message?.text ?? '').join('\n');
      expect(text, described).not.toBe('');
      texts.push(text);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  await platform.idle();
  return texts;
}

async function errorLines(): Promise<readonly string[]> {
  const files = (await readdir(join(platform.folder, 'logs'))).filter((file) => file.endsWith('.log'));
  const logs = await Promise.all(files.map((file) => platform.log(file.slice(0, -'.log'.length))));
  return logs
    .join('\n')
    .split('\n')
    .filter((line) => /"level":"(error|critical)"/.test(line));
}

it(`a member who makes up buttons, forms and values changes nothing of the clan (seed ${SEED})`, async () => {
  const before = await kept();
  await sendAll('wolf', ({ on }) => on === 'component' || on === 'modal');
  await sendAll('wolf', ({ tier }) => tier !== 'member');
  expect(await kept()).toEqual(before);
  expect(await errorLines()).toEqual([]);
}, 180_000);

it(`an administrator who does so gets an answer in words each time (seed ${SEED})`, async () => {
  await sendAll('admin', ({ on }) => on !== 'user-menu');
  expect(await errorLines()).toEqual([]);
}, 180_000);

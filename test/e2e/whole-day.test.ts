import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { picture } from '../../local/demo/seed-submission.ts';
import { readFunctionFolders } from '../../scripts/build/function-folders.ts';
import { sql } from '../../shared/database/database.ts';
import { routeName } from '../../shared/interactions/route-key.ts';
import { ledgerDifferences } from '../../shared/points/ledger.ts';
import { startTestPlatform, type TestPlatform } from '../platform/start-platform.ts';
import { Driver } from './driver.ts';
import {
  HOSTILE,
  hostile,
  hostileName,
  hostileRanks,
  RIGHT_TO_LEFT_OVERRIDE,
  renameEverybody,
} from './hostile-names.ts';

const SET_LONG_AGO = sql`UPDATE quotas SET first_week = 'w2026-01-05'`;
const ADD_STRANGER = sql`
INSERT INTO members (discord_id, roblox_user_id, roblox_name, rank_id, joined_at)
SELECT :discord_id, :discord_id, 'Stranger', MAX(rank_id), 1 FROM ranks`;
const FORGET_STRANGER = sql`DELETE FROM members WHERE discord_id = :discord_id`;
const TYPE = hostileName('t', 80);
const REASON = hostile('r', 400);
const Choices = z.array(z.object({ name: z.string(), value: z.string() }));

let platform: TestPlatform;
let driver: Driver;

beforeAll(async () => {
  platform = await startTestPlatform({
    ranks: { tophat: hostileRanks() },
    settings: {
      tophat: {
        clan_name: hostileName('clan', 100),
        events: { types: [TYPE] },
        points: { officer_hourly_max: 30 },
      },
    },
  });
  driver = new Driver(platform);
  renameEverybody(platform);
}, 60_000);
// Throws when Discord or Roblox was sent anything that is against their OpenAPI files or over their limits.
afterAll(() => platform.stop());

/** The first thing that autocomplete offers; a late answer is an empty list, and people go on typing. */
function choose(user: string, command: string, focused: string, typed: Record<string, string>) {
  return vi.waitFor(
    async () => {
      const { delivery } = await driver.act(user, { autocomplete: command, focused, options: typed });
      const [first] = Choices.parse(delivery.choices);
      if (first === undefined) throw new Error(`${command} offers nothing`);
      return first.value;
    },
    { timeout: 15_000 },
  );
}
const latest = (channel: string) => platform.discord.messages('tophat', channel).at(-1)?.id ?? '';
const account = (user: string) => {
  const { userId } = platform.discord.member('tophat', user);
  return [...platform.roblox.state.users.values()].find(({ id }) => id.endsWith(userId.slice(-2)))?.id ?? '';
};
const onRoblox = (user: string, rank: number) =>
  platform.roblox.setRoles(platform.record().robloxGroupId, account(user), [rank]);

it('members look: /help, /xp, /leaderboard, /ranks, /my-data export', async () => {
  expect((await driver.command('wolf', 'help')).text).toMatch(/<\/xp:\d+> · /);
  await driver.leaf('admin', await driver.command('admin', 'help'));
  const command = await choose('wolf', 'help', 'command', { command: 'leaderb' });
  expect((await driver.command('wolf', 'help', { command })).text).toContain('30 seconds');
  await driver.command('wolf', 'xp');
  for (const period of ['all', 'week', 'month']) await driver.command('wolf', 'leaderboard', { period });
  for (const who of [{ member: 'wolf', weeks: 4 }, {}]) await driver.command('wolf', 'activity', who);
  const board = await driver.command('wolf', 'leaderboard');
  await driver.leaf('fox', board);
  expect((await driver.click('fox', 'This month', board.message)).text).toContain('This month');
  await driver.leaf('wolf', await driver.command('wolf', 'ranks list'));
  await driver.command('wolf', 'my-data export');
});

it('the first hour: /setup, its menus, its buttons and its form', async () => {
  const { message } = await driver.command('admin', 'setup');
  await driver.actOrBeRefused('admin', { click: 'setup.make', message });
  const chosen = { click: 'setup.channel:point_log', message, values: ['point-log'] };
  expect((await driver.act('admin', chosen)).text).toContain('✅ **Point log**');
  expect((await driver.click('admin', 'Next', message)).text).toContain('2 of 3');
  await driver.act('admin', { click: 'setup.role:admin', message, values: ['Admin'] });
  await driver.click('admin', 'Next', message);
  await driver.click('admin', 'setup.form', message);
  expect((await driver.act('admin', { submit: { zone: 'Europe/Berlin' } })).text).toContain('Europe/Berlin');
});

it('admins set the clan up: /settings, /ranks roblox, compare, set-role, setup, /diagnose', async () => {
  await driver.command('admin', 'settings show');
  await driver.command('admin', 'settings channel', { which: 'log', channel: 'bot-log' });
  await driver.command('admin', 'settings role', { tier: 'officer', role: 'Moderator' });
  await driver.command('admin', 'settings log-level', { level: 'error' });
  const locale = await choose('admin', 'settings language', 'locale', { locale: 'English (UK)' });
  await driver.command('admin', 'settings language', { locale });
  const zone = await choose('admin', 'settings time-zone', 'zone', { zone: 'utc' });
  await driver.command('admin', 'settings time-zone', { zone });
  const shown = await driver.command('admin', 'settings nickname', { template: '{rank} {roblox_name}' });
  await driver.click('admin', 'Apply', shown.message);
  await driver.leaf('admin', await driver.command('admin', 'ranks roblox'));
  await driver.leaf('admin', await driver.command('admin', 'ranks compare'));
  const rank = await choose('admin', 'ranks set-role', 'rank', { rank: '40', role: 'Verified' });
  await driver.command('admin', 'ranks set-role', { rank, role: 'Verified' });
  const { message } = await driver.command('admin', 'ranks setup');
  await driver.click('admin', 'Apply', message);
  await driver.command('admin', 'diagnose');
});

it('a newcomer links: /link-roblox, its code and its button', async () => {
  const name = 'FinchFeather';
  platform.roblox.rename(account('newcomer'), name);
  const { text, message } = await driver.command('newcomer', 'link-roblox', { username: name });
  platform.roblox.setAbout(name, /```\n([a-z ]+)\n```/.exec(text)?.[1] ?? '');
  await driver.click('newcomer', 'Check', message);
});

it('admins decide on requests to join: /group requests, its pages, its select and both buttons', async () => {
  const { robloxGroupId } = platform.record();
  for (let n = 1; n <= 12; n += 1) {
    const id = `${9_100_000 + n}`;
    platform.roblox.addUser({ id, name: hostileName(`j${n}`, 20) });
    platform.roblox.askToJoin(robloxGroupId, id);
  }
  const asking = () => platform.roblox.group(robloxGroupId).joinRequests.map(({ userId }) => userId);
  const [first = '', second = ''] = asking();
  const shown = await driver.command('admin', 'group requests');
  await driver.leaf('admin', shown);
  const choose = (id: string) =>
    driver.act('admin', { click: 'group.choose', message: shown.message, values: [`1:${id}`] });
  await choose(first);
  expect((await driver.click('admin', 'Accept', shown.message)).text).toContain('✅ Roblox: accepted');
  await driver.click('admin', 'Back to the requests', shown.message);
  await choose(second);
  expect((await driver.click('admin', 'Decline', shown.message)).text).toContain('✅ Roblox: declined');
  expect(asking()).not.toContain(first);
  expect(asking()).not.toContain(second);
  expect(platform.roblox.rankOf(robloxGroupId, first)).toBeGreaterThan(0);
});

it('officers give points: /points, its menu and modal, its pages, its undo', async () => {
  for (let n = 1; n <= 11; n += 1) {
    await driver.command('officer', 'points add', { member: 'raven', amount: 1, reason: REASON });
  }
  await driver.command('officer', 'points remove', { member: 'raven', amount: 1, reason: REASON });
  await driver.act('officer', { userMenu: 'Add points', target: 'raven' });
  await driver.act('officer', { submit: { amount: '2', reason: REASON } });
  await driver.command('officer', 'points award');
  const people = ['owl', 'hare', 'lynx', 'officer', 'newcomer'];
  await driver.act('officer', { submit: { members: people, amount: '1', reason: REASON } });
  await driver.command('officer', 'points award');
  await driver.actOrBeRefused('officer', { submit: { members: people, amount: '10', reason: 'won' } });
  await driver.click('admin', 'Lift the limit', latest('admin'));
  await driver.leaf(
    'officer',
    await driver.command('officer', 'points history', { member: 'raven' }),
    'Older',
    'Newer',
  );
  await driver.command('raven', 'why');
  await driver.command('officer', 'why', { member: 'lynx' });
  const since = { officer: 'officer', since: '2 hours ago', member: 'lynx', events: true };
  const { message } = await driver.command('admin', 'points revert', since);
  await driver.click('admin', 'Apply', message);
  const entry = await choose('moderator', 'points undo', 'entry', { entry: '' });
  await driver.command('moderator', 'points undo', { entry });
});

it('leaves are asked for, decided on, shown and ended: /leave and its card', async () => {
  await driver.command('hare', 'leave request', { from: 'today', to: 'for 2 weeks', reason: REASON });
  await driver.click('officer', 'Approve', latest('admin'));
  await driver.command('hare', 'leave show');
  await driver.command('hare', 'leave end');
  await driver.command('lynx', 'leave request', { from: 'tomorrow', to: 'for 3 weeks', reason: REASON });
  await driver.click('officer', 'Deny', latest('admin'));
});

it('quotas are set, shown, excused from and taken away: /quota, its pages and its select', async () => {
  const from = await choose('admin', 'quota set', 'rank-from', { 'rank-from': '1' });
  await driver.command('admin', 'quota set', { points: 1000, counts: 'points', 'rank-from': from });
  const db = await platform.database();
  await db.execute(SET_LONG_AGO);
  const strangers = Array.from({ length: 30 }, (_, n) => ({ discord_id: `${2n * 10n ** 17n + BigInt(n)}` }));
  await db.executeMany(ADD_STRANGER, strangers);
  const week = await choose('wolf', 'quota show', 'week', { week: '' });
  await driver.command('wolf', 'quota show', { week });
  const list = await driver.command('officer', 'quota show', { week });
  const { message } = list;
  await driver.leaf('officer', { ...list, message }, 'Next', 'Back');
  const below = strangers[0]?.discord_id ?? '';
  await driver.act('officer', { click: `quota.excuse:${week}:1`, values: [below], message });
  await db.executeMany(FORGET_STRANGER, strangers);
  const excused = await choose('officer', 'quota excuse', 'week', { week: '' });
  await driver.command('officer', 'quota excuse', { member: 'fox', reason: REASON, week: excused });
  const quota = await choose('admin', 'quota remove', 'quota', { quota: '' });
  await driver.command('admin', 'quota remove', { quota });
});

it('an event with 200 people is submitted, looked at, approved; another is declined', async () => {
  const names = Array.from({ length: 200 }, (_, n) => hostile(n, 18));
  const submit = async (user: string, typed: string) => {
    await driver.command(user, 'submit-event', { type: TYPE });
    const bytes = Buffer.concat([picture(), Buffer.from(user)]);
    const proof = { name: `${HOSTILE.slice(0, 20)}.png`, contentType: 'image/png', bytes };
    const form = { names: typed, start: '14:30 yesterday', end: '15:30 yesterday', proof };
    await driver.act(user, { submit: { members: ['owl', 'hare', 'lynx', 'fox'], ...form } });
    return latest('admin');
  };
  const big = await submit('wolf', names.join('\n'));
  await driver.command('officer', 'events pending');
  const id = await choose('officer', 'events show', 'id', { id: '' });
  await driver.command('officer', 'events show', { id });
  await driver.click('officer', 'Approve', big);
  await driver.act('officer', { submit: { points: '30', note: hostile('note', 500) } });
  await driver.command('officer', 'events show', { id });
  const small = await submit('bear', '');
  await driver.click('officer', 'Decline', small);
  await driver.act('officer', { submit: { reason: hostile('reason', 500) } });
});

it('a form that cannot be taken is kept as a draft: shown, corrected, sent, discarded', async () => {
  const when = { start: 'when we met', end: '15:30 yesterday' };
  const file = (bytes: Uint8Array) => ({ name: 'proof.png', contentType: 'image/png', bytes });
  const fill = (submit: object) => driver.actOrBeRefused('raven', { submit: { ...submit } });
  const keep = async (bytes: Uint8Array) => {
    await driver.command('raven', 'submit-event', { type: TYPE });
    return fill({ members: ['owl'], names: '', ...when, proof: file(bytes) });
  };
  const proof = file(Buffer.concat([picture(), Buffer.from('raven')]));
  await keep(Buffer.from('no picture'));
  const { message } = await driver.command('raven', 'events draft');
  await driver.actOrBeRefused('raven', { click: 'Send', message });
  await driver.click('raven', 'Correct', message);
  await fill({ start: '14:30 yesterday' });
  await driver.click('raven', 'Correct', message);
  await driver.act('raven', { submit: { proof } });
  await driver.click('raven', 'Discard', (await keep(picture())).message);
});

it('admins move people: promotion cards, /promote, /demote, /set-rank, /member', async () => {
  const cards = platform.discord
    .messages('tophat', 'admin')
    .filter(({ controls }) =>
      controls.some(({ customId, disabled }) => customId?.startsWith('card.') && !disabled),
    );
  expect(cards.length).toBeGreaterThanOrEqual(2);
  await driver.click('admin', 'card.approve', cards[0]?.id ?? '');
  await driver.click('admin', 'card.deny', cards[1]?.id ?? '');
  const rank = await choose('admin', 'set-rank', 'rank', { rank: '28. ', member: 'otter' });
  await driver.command('admin', 'set-rank', { member: 'otter', rank });
  await driver.command('admin', 'promote', { member: 'otter' });
  await driver.command('admin', 'demote', { member: 'otter' });
  await driver.command('officer', 'member check', { member: 'owl' });
  await driver.act('officer', { userMenu: 'Check member', target: 'newcomer' });
  await driver.command('admin', 'member verify', { member: 'owl' });
});

it('the sync says what differs, applies it, and the hourly job tells the log channel', async () => {
  onRoblox('owl', 30);
  const { message } = await driver.command('admin', 'sync', { member: 'owl', 'dry-run': true });
  await driver.click('admin', 'Apply', message);
  for (const user of ['hare', 'lynx', 'fox', 'wolf', 'officer']) onRoblox(user, 31);
  await driver.command('admin', 'sync', { 'dry-run': true });
  expect(await platform.runJob('sync-ranks', 'tophat')).toMatchObject({
    ok: true,
    finished: true,
    failed: 0,
  });
  await platform.idle();
  await driver.command('admin', 'sync');
  expect(platform.discord.messages('tophat', 'bot-log').at(-1)?.text).toContain('Rank sync');
});

it('people are blacklisted: /blacklist and its pages; somebody goes: /my-data delete', async () => {
  const reason = hostile('why', 500);
  for (const member of [
    'wolf',
    'bear',
    'fox',
    'owl',
    'hare',
    'lynx',
    'raven',
    'otter',
    'newcomer',
    'stray',
    'officer',
  ]) {
    await driver.command('admin', 'blacklist add', { member, reason, days: 3650 });
  }
  await driver.leaf('admin', await driver.command('admin', 'blacklist view'), 'Older', 'Newer');
  await driver.command('admin', 'blacklist remove', { member: 'wolf' });
  await driver.command('admin', 'member check', { member: 'bear' });
  const { message } = await driver.command('otter', 'my-data delete');
  await driver.click('otter', 'Delete my data', message);
});

it('an admin uses the commands that the day has left out, with no more than they ask for', async () => {
  const rest = offered().filter(({ on, key }) => on === 'command' && !driver.routes.has(`command ${key}`));
  expect(rest.length).toBeGreaterThan(0);
  for (const { key, inputs } of rest) {
    const required = inputs.filter((input) => input.required);
    await driver.command(
      'admin',
      key,
      Object.fromEntries(required.map((input) => [input.name, typed(input)])),
    );
  }
});

it('all of this used every command, menu, option, button and modal that there is', async () => {
  const { folders, problems } = await readFunctionFolders(resolve(import.meta.dirname, '../..'));
  expect(problems).toEqual([]);
  const declared = folders.flatMap(({ declaration }) => declaration.routes.map(routeName));
  expect([...driver.routes].sort()).toEqual([...new Set(declared)].sort());
  const registered = offered().flatMap(({ on, key, inputs }) => [
    `${on} ${key}`,
    ...(inputs.some(({ autocomplete }) => autocomplete) ? [`autocomplete ${key}`] : []),
  ]);
  const callable = declared.filter((route) => /^(command|user-menu|autocomplete) /.test(route));
  expect(registered.sort()).toEqual(callable.sort());
});

it('none of it pinged anybody, and every message forbade it', () => {
  const sent = platform.discord.requests
    .list()
    .map(({ body }) => body)
    .filter((body) => SentMessage.safeParse(body).success);
  expect(sent.length).toBeGreaterThan(100);
  for (const body of sent) expect(body).toMatchObject({ allowed_mentions: { parse: [] } });
  const { messages } = platform.discord.world.state;
  for (const { pinged } of messages.values())
    expect(pinged).toEqual({ users: [], roles: [], everyone: false });
});

it('no name broke the layout: nothing was formatted, linked or turned around by it', () => {
  const { messages } = platform.discord.world.state;
  const shown = [...messages.values()].flatMap((message) => [message, ...message.earlier]).map(rendered);
  expect(shown.join('\n')).toContain('\\*\\*b\\*\\*');
  for (const text of shown) {
    expect(text).not.toContain(RIGHT_TO_LEFT_OVERRIDE);
    expect(text).not.toContain('@everyone');
    expect(text).not.toContain('**b**');
    expect(text).not.toContain('](https://x.example');
    // No name has a backslash: two in a row are an escape that was escaped.
    expect(text).not.toContain('\\\\');
  }
});

it('no author or footer shows an escape, since no Markdown works there, and a title is escaped once', () => {
  const { messages } = platform.discord.world.state;
  const shown = [...messages.values()].flatMap((message) => [message, ...message.earlier]);
  for (const { embeds } of shown) {
    for (const embed of embeds) {
      const { title = '', author, footer } = Embed.parse(embed);
      expect([author?.name, footer?.text].join(' ')).not.toContain('\\');
      expect(title.replace(/\\[^\\]/g, '')).not.toMatch(/[\\*_~|[\]]/);
    }
  }
});

it('and the books balance', async () => {
  expect(await ledgerDifferences(await platform.database())).toEqual([]);
});

const Option = z.object({
  type: z.int(),
  name: z.string(),
  required: z._default(z.boolean(), false),
  autocomplete: z.optional(z.boolean()),
  min_value: z.optional(z.number()),
  choices: z.optional(z.array(z.object({ value: z.union([z.string(), z.number()]) }))),
});
type Option = z.infer<typeof Option>;
const Command = z.object({
  type: z._default(z.int(), 1),
  name: z.string(),
  options: z._default(z.array(z.extend(Option, { options: z._default(z.array(Option), []) })), []),
});

/** What members can choose: a menu, a command, or each of a command's subcommands. */
function offered(): { on: string; key: string; inputs: readonly Option[] }[] {
  return platform.discord.commands('tophat').flatMap(({ definition }) => {
    const { type, name, options } = Command.parse(definition);
    if (type === 2) return [{ on: 'user-menu', key: name, inputs: [] }];
    const subcommands = options.filter((option) => option.type === 1);
    if (subcommands.length === 0) return [{ on: 'command', key: name, inputs: options }];
    return subcommands.map((sub) => ({ on: 'command', key: `${name} ${sub.name}`, inputs: sub.options }));
  });
}

/** Something that a required option takes, by its type in Discord's documents. */
function typed({ type, name, choices, min_value: least }: Option): string {
  if (choices?.[0] !== undefined) return String(choices[0].value);
  const value = { 3: 'text', 4: String(least ?? 1), 5: 'true', 6: 'wolf', 10: String(least ?? 1) }[type];
  if (value === undefined) throw new Error(`use the option ${name} (type ${type}) in a step of the day`);
  return value;
}

const SentMessage = z.union([
  z.looseObject({ content: z.string() }),
  z.looseObject({ embeds: z.array(z.unknown()) }),
]);
const Embed = z.object({
  title: z.optional(z.string()),
  author: z.optional(z.object({ name: z.string() })),
  footer: z.optional(z.object({ text: z.string() })),
  description: z.optional(z.string()),
  fields: z.optional(z.array(z.object({ value: z.string() }))),
});

/** What Discord renders Markdown in. */
function rendered({ content, embeds }: { content: string; embeds: readonly unknown[] }): string {
  const parts = embeds.map((embed) => Embed.parse(embed));
  return [
    content,
    ...parts.flatMap(({ description, fields = [] }) => [
      description ?? '',
      ...fields.map(({ value }) => value),
    ]),
  ].join('\n');
}

import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DiscordClient } from '../../shared/discord/client.ts';
import { DiscordError } from '../../shared/discord/errors.ts';
import { PERMISSIONS } from '../../shared/discord/permissions.ts';
import { noteFailure, pausedUntil } from '../../shared/effects/service-pause.ts';
import type { RobloxClient } from '../../shared/roblox/client.ts';
import {
  leaveDueEffect,
  NOON,
  openTestClan,
  person,
  TEST_SETTINGS,
  type TestClan,
} from '../../test/support/clan.ts';
import {
  answerOf,
  contextOf,
  deadRoblox,
  fakeDiscord,
  fakeRoblox,
} from '../../test/support/command-context.ts';
import { diagnose } from './diagnose.ts';

const OWNER = '500';
const ALL =
  PERMISSIONS.VIEW_CHANNEL |
  PERMISSIONS.SEND_MESSAGES |
  PERMISSIONS.EMBED_LINKS |
  PERMISSIONS.ATTACH_FILES |
  PERMISSIONS.MANAGE_ROLES;

let clan: TestClan;
beforeEach(async () => {
  clan = await openTestClan();
});
afterEach(() => clan.db.close());

type Key = Awaited<ReturnType<RobloxClient['introspectKey']>>;
function roblox(key: Partial<Key> = {}, ownerRole = '90121'): RobloxClient {
  return {
    ...fakeRoblox({ [OWNER]: { name: 'Owner', roleIds: [ownerRole] } }),
    introspectKey: async () => ({
      enabled: true,
      expired: false,
      ownerId: OWNER,
      expiresAt: undefined,
      scopes: ['group:read', 'group:write'],
      ...key,
    }),
  };
}

function discord(permissions = ALL): DiscordClient {
  const everyone = {
    id: TEST_SETTINGS.guild_id,
    name: '@everyone',
    position: 0,
    permissions: 0n,
    managed: false,
  };
  const own = { id: '1100000000000000077', name: 'Bot', position: 5, permissions, managed: true };
  return {
    ...fakeDiscord({ roles: [everyone, own], ownRoleIds: [own.id] }),
    channel: async (id) => ({ id, name: 'c', guildId: TEST_SETTINGS.guild_id, overwrites: [] }),
  };
}

async function sections(has: { roblox?: RobloxClient; discord?: DiscordClient } = {}) {
  const context = contextOf(clan, person(1), { roblox: roblox(), discord: discord(), ...has });
  const { reply } = await answerOf(clan, diagnose, context);
  const embeds = reply.message.embeds ?? [];
  return Object.fromEntries(embeds.map((embed) => [embed.title ?? '', embed.description ?? '']));
}

it('reports a clan that stands well, with the highest rank that the key can give', async () => {
  const { Roblox, Discord, Database } = await sections();
  expect(Roblox).toContain('✅ The highest rank the key can give is "Veteran" (118)');
  expect(Roblox).toContain("⚠️ Out of the key's reach: Captain");
  expect(Discord).toContain('✅ The bot may manage roles');
  expect(Discord).toContain('⚠️ Event log: no channel is set');
  expect(Database).toContain("✅ Everybody's points equal the ledger");
  expect(Database).toContain('✅ Nothing is waiting');
});

it.each([
  ['is disabled', { enabled: false }, '❌ The key is disabled'],
  ['has expired', { expired: true }, '❌ The key has expired'],
  ['ends in 10 days', { expiresAt: NOON + 10 * 86_400_000 }, '⚠️ The key works until'],
  ['lacks a scope', { scopes: ['group:read'] }, '❌ The key lacks the scope `group:write`'],
  [
    'belongs to somebody outside the group',
    { ownerId: '501' },
    '❌ The account that owns the key is not in the group',
  ],
])('says how to fix a key that %s', async (_, key, line) => {
  const { Roblox } = await sections({ roblox: roblox(key) });
  expect(Roblox).toContain(line);
  expect(Roblox?.slice(Roblox.indexOf(line)).split('\n')[1]).toMatch(/^-# \S/);
});

it('says one thing once when Roblox does not answer, and still checks the rest', async () => {
  const { Roblox, Discord } = await sections({ roblox: deadRoblox() });
  expect(Roblox?.match(/❌/g)).toHaveLength(1);
  expect(Discord).toContain('✅');
});

it('looks at the roles that are only found by the names of the ranks, too', async () => {
  const named = (name: string, position: number, permissions = 0n) => ({
    ...{ id: `11000000000000006${position}`, name, position, permissions, managed: false },
  });
  const own = { id: '1100000000000000077', name: 'Bot', position: 15, permissions: ALL, managed: true };
  const roles = [
    own,
    named('Enlist', 10),
    named('Soldier', 20),
    named('Captain', 12, PERMISSIONS.BAN_MEMBERS),
  ];
  const client = { ...discord(), ...fakeDiscord({ roles, ownRoleIds: [own.id] }) };
  const { Discord } = await sections({ discord: { ...client, channel: async () => undefined } });
  expect(Discord).toContain("❌ The bot's role does not stand above <@&1100000000000000620>");
  expect(Discord).toMatch(/❌ Of the rank roles, the role named Captain has the permission Ban Members/);
  expect(Discord).toContain('3 ranks have no Discord role yet');
});

it.each([
  ['gives a tier', 0n, { officer: ['1100000000000000610'] }, 'gives a tier of the bot'],
  ['carries power', PERMISSIONS.MANAGE_ROLES, {}, 'has the permission Manage Roles'],
])('names a Verified role that is found by its name and %s', async (_, permissions, tiers, words) => {
  const verified = { id: '1100000000000000610', name: 'Verified', position: 1, permissions, managed: false };
  const client = { ...discord(), ...fakeDiscord({ roles: [verified] }), channel: async () => undefined };
  const settings = { ...TEST_SETTINGS, roles: { ...TEST_SETTINGS.roles, ...tiers } };
  const context = { ...contextOf(clan, person(1), { roblox: roblox(), discord: client }), settings };
  const { text } = await answerOf(clan, diagnose, context);
  expect(text).toContain(`❌ The Verified role <@&1100000000000000610> ${words}`);
});

it('names the permissions that the bot lacks in a channel', async () => {
  const { Discord } = await sections({ discord: discord(PERMISSIONS.VIEW_CHANNEL) });
  expect(Discord).toContain('❌ The bot lacks the permission "Manage Roles"');
  expect(Discord).toMatch(/❌ Admin: in <#\d+> the bot lacks "Send Messages", "Embed Links", "Attach Files"/);
});

it('tells what waits to be delivered', async () => {
  await leaveDueEffect(clan.db, 'roblox:1');
  const context = contextOf(clan, person(1), {
    roblox: roblox(),
    discord: discord(),
    now: () => NOON + 120_000,
  });
  expect((await answerOf(clan, diagnose, context)).text).toContain('1 message or role change is waiting');
});

it('ends the pause of Discord when all is well there, and leaves it otherwise', async () => {
  const denied = new DiscordError('status 401', { status: 401, route: 'PUT /guilds/1', retryable: false });
  await noteFailure(clan.db, denied, { now: NOON, log: contextOf(clan, person(1)).log });
  const paused = await sections({ discord: discord(0n) });
  expect(Object.keys(paused)[0]).toBe('Paused');
  expect(paused['Paused']).toMatch(/Discord is paused for this clan until <t:\d+:t>.*\(status 401\)/);
  expect(await sections()).not.toHaveProperty('Paused');
  expect(await pausedUntil(clan.db, 'discord', NOON)).toBeUndefined();
});

it('stays within what embeds hold, with 40 ranks of long names that nothing belongs to', async () => {
  await clan.db.close();
  clan = await openTestClan(
    Array.from({ length: 40 }, (_, index) => ({
      rank_order: index + 1,
      rank_name: `${'*'.repeat(90)}${index}`,
      points_required: index,
      roblox_group_rank_id: 200 + index,
    })),
  );
  const found = await sections({ roblox: roblox({ enabled: false, expired: true, scopes: [] }) });
  expect(Object.entries(found).flat().join('').length).toBeLessThanOrEqual(6_000);
  expect(found['Roblox']).toContain('No role of the group belongs to');
});

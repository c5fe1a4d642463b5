import { beforeEach, expect, it } from 'vitest';
import { PERMISSIONS } from '../../shared/discord/permissions.ts';
import { noteFailure, pausedUntil } from '../../shared/effects/service-pause.ts';
import { LANGUAGES } from '../../shared/languages/language.ts';
import { addQuota } from '../../shared/quota/quota.ts';
import { postReports } from '../../shared/quota/weekly-report.ts';
import { leaveDueEffect, NOON, person, type TestClan } from '../../test/support/clan.ts';
import { GROUP_OWNER } from '../../test/support/group.ts';
import { type HandlerTest, openHandlerTest } from '../../test/support/handler-test.ts';
import { SETTINGS } from '../../test/support/identity.ts';
import { discordError, robloxError } from '../../test/support/recorded.ts';
import { diagnose } from './diagnose.ts';

const ALL =
  PERMISSIONS.VIEW_CHANNEL |
  PERMISSIONS.SEND_MESSAGES |
  PERMISSIONS.EMBED_LINKS |
  PERMISSIONS.ATTACH_FILES |
  PERMISSIONS.MANAGE_ROLES;

let t: HandlerTest;
let clan: TestClan;
beforeEach(async () => {
  t = await openHandlerTest();
  clan = t.clan;
  may(ALL);
});

/** Gives the bot's own role exactly these permissions. */
function may(permissions: bigint): void {
  t.guild.botRole.permissions = `${permissions}`;
  const everyone = t.guild.state.roles.get(t.guild.state.id);
  if (everyone !== undefined) everyone.permissions = '0';
}
async function sections(on = t, locale = 'en-US') {
  const { reply } = await on.run(diagnose, { actor: person(1), locale });
  const embeds = reply.message.embeds ?? [];
  return Object.fromEntries(embeds.map((embed) => [embed.title ?? '', embed.description ?? '']));
}

it('reports a clan that stands well, with the highest rank that the key can give', async () => {
  const { Roblox, Discord, Database } = await sections();
  expect(Roblox).toContain('✅ The highest rank the key can give is "Veteran" (118)');
  expect(Roblox).toContain("⚠️ Out of the key's reach: Captain");
  expect(Discord).toContain('✅ The bot may manage roles');
  expect(Discord).toContain('✅ Event log');
  expect(Database).toContain("✅ Everybody's points equal the ledger");
  expect(Database).toContain('✅ Nothing is waiting');
});

it.each([
  ['is disabled', { enabled: false }, '❌ The key is disabled'],
  ['has expired', { expiresAt: NOON - 1 }, '❌ The key has expired'],
  ['ends in 10 days', { expiresAt: NOON + 10 * 86_400_000 }, '⚠️ The key works until'],
  ['lacks a scope', { scopes: ['group:read'] }, '❌ The key lacks the scope `group:write`'],
  ['belongs to somebody outside the group', {}, '❌ The account that owns the key is not in the group'],
])('says how to fix a key that %s', async (what, key, line) => {
  Object.assign(t.group.key, key);
  if (what.includes('outside')) t.group.put(GROUP_OWNER, { roleIds: null });
  const { Roblox } = await sections();
  expect(Roblox).toContain(line);
  expect(Roblox?.slice(Roblox.indexOf(line)).split('\n')[1]).toMatch(/^-# \S/);
});

it('speaks the language of who asks, also of what a service answered', async () => {
  may(PERMISSIONS.VIEW_CHANNEL);
  t.roblox.down = robloxError(401);
  const { Roblox, Discord, Datenbank } = await sections(t, 'de');
  expect(Roblox).toContain('❌ Roblox nimmt den Schlüssel des Clans nicht an (401).');
  expect(Roblox).toContain('-# Ist es der richtige Schlüssel, und ist er aktiviert?');
  expect(Discord).toMatch(/❌ Admin: In <#\d+> fehlt dem Bot „Nachrichten senden“, „Links einbetten“/);
  expect(Datenbank).toContain('✅ Die Punkte aller Mitglieder stimmen mit dem Verlauf überein.');
});

it('names the weeks whose quota report has no channel to be posted in', async () => {
  const quota = { id: '1-1', amount: 5, counted: 'points', firstWeek: 'w2026-11-09' } as const;
  const everybody = { fromId: null, toId: null, category: null };
  await addQuota(t.db, { ...quota, ...everybody }, { actorId: person(1), now: NOON });
  const settings = { ...SETTINGS, channels: { ...SETTINGS.channels, admin: null } };
  expect(await postReports({ ...t.clanContext, settings }, NOON + 60_000)).toBe(0);
  const { Database } = await sections();
  expect(Database).toMatch(/❌ .*2026-11-09/);
  expect(await postReports({ ...t.clanContext, random: () => 0.7 }, NOON + 60_000)).toBe(1);
});

it('says one thing once when Roblox does not answer, and still checks the rest', async () => {
  t.roblox.down = robloxError(503);
  const { Roblox, Discord } = await sections();
  expect(Roblox?.match(/❌/g)).toHaveLength(1);
  expect(Discord).toContain('✅');
});

it('looks at the roles that are only found by the names of the ranks, too', async () => {
  t.guild.botRole.position = 15;
  t.guild.addRole({ id: '1100000000000000610', name: 'Enlist', position: 10 });
  t.guild.addRole({ id: '1100000000000000620', name: 'Soldier', position: 20 });
  const permissions = PERMISSIONS.BAN_MEMBERS;
  t.guild.addRole({ id: '1100000000000000612', name: 'Captain', position: 12, permissions });
  const { Discord } = await sections();
  expect(Discord).toContain("❌ The bot's role does not stand above <@&1100000000000000620>");
  expect(Discord).toMatch(/❌ Of the rank roles, the role named Captain has the permission Ban Members/);
  expect(Discord).toContain('3 ranks have no Discord role yet');
});

it.each([
  ['gives a tier', 0n, { officer: ['1100000000000000610'] }, 'gives a tier of the bot'],
  ['carries power', PERMISSIONS.MANAGE_ROLES, {}, 'has the permission Manage Roles'],
])('names a Verified role that is found by its name and %s', async (_, permissions, tiers, words) => {
  t.guild.addRole({ id: '1100000000000000610', name: 'Verified', permissions });
  const settings = { ...SETTINGS, roles: { ...SETTINGS.roles, ...tiers } };
  const { text } = await t.run(diagnose, { actor: person(1), settings });
  expect(text).toContain(`❌ The Verified role <@&1100000000000000610> ${words}`);
});

it('names the permissions that the bot lacks in a channel', async () => {
  may(PERMISSIONS.VIEW_CHANNEL);
  const { Discord } = await sections();
  expect(Discord).toContain('❌ The bot lacks the permission "Manage Roles"');
  expect(Discord).toMatch(/❌ Admin: in <#\d+> the bot lacks "Send Messages", "Embed Links", "Attach Files"/);
});

it('names the permission to manage nicknames where the clan has a template for them', async () => {
  const settings = { ...SETTINGS, nickname: '{rank} {roblox_name}' };
  const look = async () => (await t.run(diagnose, { actor: person(1), settings })).text;
  expect((await t.run(diagnose, { actor: person(1) })).text).not.toContain('icknames');
  expect(await look()).toContain('❌ The bot lacks the permission \\"Manage Nicknames\\"');
  may(ALL | PERMISSIONS.MANAGE_NICKNAMES);
  expect(await look()).toContain('✅ The bot may manage nicknames');
});

it('tells what waits to be delivered', async () => {
  await leaveDueEffect(clan.db, 'roblox:1');
  t.clock.now += 120_000;
  expect((await t.run(diagnose, { actor: person(1) })).text).toContain('1 message or role change is waiting');
});

it('ends the pause of Discord when all is well there, and leaves it otherwise', async () => {
  const denied = discordError(401, 0, { route: 'PUT /guilds/1', message: 'status 401' });
  await noteFailure(clan.db, denied, { now: NOON, log: t.clanContext.log });
  may(0n);
  const paused = await sections();
  expect(Object.keys(paused)[0]).toBe('Paused');
  expect(paused['Paused']).toMatch(/Discord is paused for this clan until <t:\d+:t>.*\(status 401\)/);
  may(ALL);
  expect(await sections()).not.toHaveProperty('Paused');
  expect(await pausedUntil(clan.db, 'discord', NOON)).toBeUndefined();
});

it('stays within what embeds hold, with 40 ranks of long names that nothing belongs to', async () => {
  const ranks = Array.from({ length: 40 }, (_, index) => ({
    rank_order: index + 1,
    rank_name: `${'*'.repeat(90)}${index}`,
    points_required: index,
    roblox_group_rank_id: 200 + index,
  }));
  const full = await openHandlerTest({ ranks });
  Object.assign(full.group.key, { expiresAt: NOON + 1, scopes: [] });
  for (const language of LANGUAGES) {
    const found = await sections(full, language);
    expect(Object.entries(found).flat().join('').length, language).toBeLessThanOrEqual(6_000);
  }
  expect((await sections(full))['Roblox']).toContain('No role of the group belongs to');
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GuildRole } from '../../shared/discord/client.ts';
import { PERMISSIONS } from '../../shared/discord/permissions.ts';
import { listRanks } from '../../shared/ranks/rank.ts';
import { openTestClan, person, TEST_SETTINGS, type TestClan } from '../../test/support/clan.ts';
import { answerOf, contextOf, fakeDiscord } from '../../test/support/command-context.ts';
import { applySetup } from './apply-setup.ts';
import { setup } from './setup.ts';

const admin = person(9);
const ROLE = '1100000000000000055';
const FILE_URL = 'https://cdn.discordapp.com/ranks.json';

let clan: TestClan;
beforeEach(async () => {
  clan = await openTestClan();
});
afterEach(() => clan.db.close());

const role = (permissions = 0n, id = ROLE): GuildRole => ({
  id,
  name: 'Boss',
  position: 1,
  permissions,
  managed: false,
});
/** The clan's own ranks as a file, Captain with this role. */
async function fileWith(roleId: string): Promise<string> {
  const ranks = await listRanks(clan.db);
  return JSON.stringify(
    ranks.map((rank) => ({
      rank_order: rank.order,
      rank_name: rank.name,
      points_required: rank.pointsRequired,
      roblox_group_rank_id: Number(rank.robloxRank),
      admin_only: rank.adminOnly,
      ...(rank.name === 'Captain' ? { discord_role_id: roleId } : {}),
    })),
  );
}
async function hand(roles: readonly GuildRole[], settings: object = {}, roleId = ROLE) {
  const text = await fileWith(roleId);
  const attachment = { id: '7', name: 'ranks.json', contentType: 'x', size: text.length, url: FILE_URL };
  const interaction = { options: { file: '7' }, attachments: { '7': attachment } };
  const discord = fakeDiscord({ roles, files: { [FILE_URL]: text } });
  const context = contextOf(clan, admin, { interaction, discord });
  return answerOf(clan, setup, { ...context, settings: { ...context.settings, ...settings } });
}
function apply(shown: string, roles: readonly GuildRole[]) {
  const recordId = /ranks\.apply:([\d-]+)/.exec(shown)?.[1] ?? 'none';
  const context = contextOf(clan, admin, { interaction: { recordId }, discord: fakeDiscord({ roles }) });
  return answerOf(clan, applySetup, context);
}
const roleOfCaptain = async () =>
  (await listRanks(clan.db)).find((rank) => rank.name === 'Captain')?.discordRoleId;

describe('a role in a file for /ranks setup', () => {
  it.each([
    ['ADMINISTRATOR', 'Administrator'],
    ['MANAGE_GUILD', 'Manage Guild'],
    ['MANAGE_ROLES', 'Manage Roles'],
    ['MANAGE_CHANNELS', 'Manage Channels'],
    ['MANAGE_WEBHOOKS', 'Manage Webhooks'],
    ['BAN_MEMBERS', 'Ban Members'],
    ['KICK_MEMBERS', 'Kick Members'],
  ] as const)('is refused with %s, by name, and nothing can be applied', async (permission, name) => {
    const { text, reply } = await hand([role(PERMISSIONS[permission])]);
    expect(text).toContain(`⛔ <@&${ROLE}>, the role of **Captain**, has the permission ${name}`);
    expect(text).toContain('powerful_roles');
    expect(reply.message.components).toEqual([]);
    expect(await roleOfCaptain()).toBeNull();
  });

  it('is refused when it is everybody’s or a bot’s', async () => {
    const everyone = role(0n, TEST_SETTINGS.guild_id);
    expect((await hand([everyone], {}, TEST_SETTINGS.guild_id)).text).toContain('⛔');
    expect((await hand([{ ...role(), managed: true }])).text).toContain('⛔');
  });

  it('is taken when the settings file allows it', async () => {
    const powerful = role(PERMISSIONS.ADMINISTRATOR);
    const { text } = await hand([powerful], { powerful_roles: [ROLE] });
    expect(text).not.toContain('⛔');
    expect(text).toContain('ranks.apply:');
  });

  it('is warned of when it moderates, gives a tier or is not in the server, and taken', async () => {
    const roles = { ...TEST_SETTINGS.roles, officer: [ROLE] };
    const { text } = await hand([role(PERMISSIONS.MANAGE_MESSAGES)], { roles });
    expect(text).toContain(`⚠️ <@&${ROLE}> gives the tier officer`);
    expect(text).toContain(`⚠️ <@&${ROLE}> carries Manage Messages`);
    const gone = await hand([]);
    expect(gone.text).toContain('is not in this server');
    await apply(gone.text, []);
    expect(await roleOfCaptain()).toBe(ROLE);
  });

  it('that was given power after it was shown is refused when Apply is pressed', async () => {
    const { text } = await hand([role()]);
    const pressed = apply(text, [role(PERMISSIONS.ADMINISTRATOR)]);
    await expect(pressed).rejects.toMatchObject({ code: 'powerful-role' });
    expect(await roleOfCaptain()).toBeNull();
    await apply(text, [role()]);
    expect(await roleOfCaptain()).toBe(ROLE);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { PERMISSIONS } from '../../shared/discord/permissions.ts';
import { listRanks } from '../../shared/ranks/rank.ts';
import { person } from '../../test/support/clan.ts';
import { type HandlerTest, openHandlerTest } from '../../test/support/handler-test.ts';
import { SETTINGS } from '../../test/support/identity.ts';
import { applySetup } from './apply-setup.ts';
import { setup } from './setup.ts';

const admin = person(9);
const ROLE = '1100000000000000055';
const FILE_URL = 'https://cdn.discordapp.com/ranks.json';

let t: HandlerTest;
beforeEach(async () => {
  t = await openHandlerTest();
});

/** The role in the file is this at Discord. */
function role(permissions = 0n, managed = false): void {
  t.guild.addRole({ id: ROLE, name: 'Boss', permissions, managed });
}
/** The clan's own ranks as a file, Captain with this role. */
async function fileWith(roleId: string): Promise<string> {
  const ranks = await listRanks(t.db);
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
async function hand(settings: object = {}, roleId = ROLE) {
  const text = await fileWith(roleId);
  const attachment = { id: '7', name: 'ranks.json', contentType: 'x', size: text.length, url: FILE_URL };
  t.guild.files.set(FILE_URL, text);
  const sent = { options: { file: '7' }, attachments: { '7': attachment } };
  return t.run(setup, { actor: admin, ...sent, settings: { ...SETTINGS, ...settings } });
}
function apply(shown: string) {
  const recordId = /ranks\.apply:([\d-]+)/.exec(shown)?.[1] ?? 'none';
  return t.run(applySetup, { actor: admin, recordId });
}
const roleOfCaptain = async () =>
  (await listRanks(t.db)).find((rank) => rank.name === 'Captain')?.discordRoleId;

describe('a role in a file for /ranks setup', () => {
  it.each([
    ['ADMINISTRATOR', 'Administrator'],
    ['MANAGE_GUILD', 'Manage Server'],
    ['MANAGE_ROLES', 'Manage Roles'],
    ['MANAGE_CHANNELS', 'Manage Channels'],
    ['MANAGE_WEBHOOKS', 'Manage Webhooks'],
    ['BAN_MEMBERS', 'Ban Members'],
    ['KICK_MEMBERS', 'Kick Members'],
  ] as const)('is refused with %s, by name, and nothing can be applied', async (permission, name) => {
    role(PERMISSIONS[permission]);
    const { text, reply } = await hand();
    expect(text).toContain(`⛔ <@&${ROLE}>, the role of **Captain**, has the permission ${name}`);
    expect(text).toContain('powerful_roles');
    expect(reply.message.components).toEqual([]);
    expect(await roleOfCaptain()).toBeNull();
  });

  it('is refused when it is everybody’s or a bot’s', async () => {
    expect((await hand({}, SETTINGS.guild_id)).text).toContain('⛔');
    role(0n, true);
    expect((await hand()).text).toContain('⛔');
  });

  it('is taken when the settings file allows it', async () => {
    role(PERMISSIONS.ADMINISTRATOR);
    const { text } = await hand({ powerful_roles: [ROLE] });
    expect(text).not.toContain('⛔');
    expect(text).toContain('ranks.apply:');
  });

  it('is warned of when it moderates, gives a tier or is not in the server, and taken', async () => {
    role(PERMISSIONS.MANAGE_MESSAGES);
    const { text } = await hand({ roles: { ...SETTINGS.roles, officer: [ROLE] } });
    expect(text).toContain(`⚠️ <@&${ROLE}> gives the tier officer`);
    expect(text).toContain(`⚠️ <@&${ROLE}> carries Manage Messages`);
    t.guild.state.roles.delete(ROLE);
    const gone = await hand();
    expect(gone.text).toContain('is not in this server');
    await apply(gone.text);
    expect(await roleOfCaptain()).toBe(ROLE);
  });

  it('that was given power after it was shown is refused when Apply is pressed', async () => {
    role();
    const { text } = await hand();
    role(PERMISSIONS.ADMINISTRATOR);
    await expect(apply(text)).rejects.toMatchObject({ code: 'powerful-role' });
    expect(await roleOfCaptain()).toBeNull();
    role();
    await apply(text);
    expect(await roleOfCaptain()).toBe(ROLE);
  });
});

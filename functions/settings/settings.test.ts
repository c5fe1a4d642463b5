import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DiscordClient } from '../../shared/discord/client.ts';
import { DiscordError } from '../../shared/discord/errors.ts';
import { PERMISSIONS } from '../../shared/discord/permissions.ts';
import type { Interaction } from '../../shared/interactions/interaction.ts';
import { loadSettings, storeSettingsFile } from '../../shared/settings/settings-store.ts';
import { NOON, openTestClan, person, TEST_SETTINGS, type TestClan } from '../../test/support/clan.ts';
import { answerOf, contextOf, fakeDiscord } from '../../test/support/command-context.ts';
import { changeChannel } from './change-channel.ts';
import { changeLogLevel } from './change-log-level.ts';
import { changeRole } from './change-role.ts';
import { show } from './show.ts';

const ADMIN = person(1);
const HERE = '1100000000000000003';
const THERE = '1100000000000000044';
const ROLE = '1100000000000000055';
const MAY_POST =
  PERMISSIONS.VIEW_CHANNEL | PERMISSIONS.SEND_MESSAGES | PERMISSIONS.EMBED_LINKS | PERMISSIONS.ATTACH_FILES;

let clan: TestClan;
beforeEach(async () => {
  clan = await openTestClan();
  await storeSettingsFile(clan.db, TEST_SETTINGS, NOON);
});
afterEach(() => clan.db.close());

async function run(
  handler: typeof show,
  interaction: Partial<Interaction>,
  discord: DiscordClient = fakeDiscord(),
) {
  const settings = await loadSettings(clan.db);
  return answerOf(clan, handler, contextOf(clan, ADMIN, { interaction, discord, settings }));
}
const channel = (id: string, appPermissions = MAY_POST, discord?: DiscordClient) =>
  run(changeChannel, { options: { which: 'event_log', channel: id }, appPermissions }, discord);

describe('/settings channel', () => {
  it('sets the channel, which from then on wins over the file', async () => {
    const { text } = await channel(HERE);
    expect(text).not.toContain('⚠️');
    expect((await loadSettings(clan.db)).channels.event_log).toBe(HERE);
    expect((await loadSettings(clan.db)).channels.admin).toBe(TEST_SETTINGS.channels.admin);
  });

  it('warns when the bot may not post in the channel it was used in', async () => {
    const { text } = await channel(HERE, PERMISSIONS.VIEW_CHANNEL | PERMISSIONS.SEND_MESSAGES);
    expect(text).toMatch(/lacks .*Embed Links.*Attach Files/);
    expect((await loadSettings(clan.db)).channels.event_log).toBe(HERE);
  });

  const guild = (overwrites: { of: string; allow: bigint; deny: bigint }[]): DiscordClient => ({
    ...fakeDiscord(),
    roles: async () => [
      { id: TEST_SETTINGS.guild_id, name: '@everyone', position: 0, permissions: MAY_POST, managed: false },
    ],
    self: async () => ({ userId: '1', displayName: 'bot', roleIds: [] }),
    channel: async (id) => ({ id, name: 'log', guildId: TEST_SETTINGS.guild_id, overwrites }),
  });

  it("works out the bot's permissions in another channel", async () => {
    expect((await channel(THERE, 0n, guild([]))).text).not.toContain('⚠️');
    const denied = [{ of: TEST_SETTINGS.guild_id, allow: 0n, deny: PERMISSIONS.SEND_MESSAGES }];
    expect((await channel(THERE, 0n, guild(denied))).text).toContain('Send Messages');
  });

  it('refuses a channel that the bot cannot see, and one of another server', async () => {
    const refusal = new DiscordError('Missing Access', { status: 403, route: 'GET', retryable: false });
    const blind = { ...guild([]), channel: () => Promise.reject(refusal) };
    await expect(channel(THERE, 0n, blind)).rejects.toMatchObject({ code: 'no-such-channel' });
    const other: DiscordClient = {
      ...guild([]),
      channel: async (id) => ({ id, name: 'x', guildId: '1100000000000000099', overwrites: [] }),
    };
    await expect(channel(THERE, 0n, other)).rejects.toMatchObject({ code: 'other-guild' });
    expect((await loadSettings(clan.db)).channels.event_log).toBeNull();
  });
});

describe('/settings role', () => {
  const role = (tier: string, id = ROLE) => run(changeRole, { options: { tier, role: id } });

  it('gives a tier to a role, and takes it from a role that has it', async () => {
    await role('officer');
    expect((await loadSettings(clan.db)).roles.officer).toEqual([ROLE]);
    expect((await role('officer')).text).toContain('no longer');
    expect((await loadSettings(clan.db)).roles.officer).toEqual([]);
  });

  it('replaces the Verified role', async () => {
    await role('verified');
    expect((await loadSettings(clan.db)).roles.verified).toBe(ROLE);
  });

  it('refuses @everyone, and a tier that is not offered', async () => {
    await expect(role('admin', TEST_SETTINGS.guild_id)).rejects.toMatchObject({ code: 'everyone-role' });
    await expect(role('owner')).rejects.toMatchObject({ code: 'bad-choice' });
  });
});

it('/settings log-level changes what the log channel gets', async () => {
  await run(changeLogLevel, { options: { level: 'critical' } });
  expect((await loadSettings(clan.db)).log_level).toBe('critical');
  await expect(run(changeLogLevel, { options: { level: 'loud' } })).rejects.toMatchObject({
    code: 'bad-choice',
  });
});

it('/settings show tells what commands changed and by whom', async () => {
  await run(changeLogLevel, { options: { level: 'critical' } });
  const { text } = await run(show, {});
  expect(text).toContain(`\`log_level\` by <@${ADMIN}>`);
  expect(text).toContain('**Log level:** critical');
});

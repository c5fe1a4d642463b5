import { beforeEach, describe, expect, it } from 'vitest';
import { PERMISSIONS } from '../../shared/discord/permissions.ts';
import { setRankRole } from '../../shared/ranks/store-ranks.ts';
import { loadSettings, storeSettingsFile } from '../../shared/settings/settings-store.ts';
import { NOON, person, TEST_SETTINGS, type TestClan } from '../../test/support/clan.ts';
import { type Call, type HandlerTest, openHandlerTest } from '../../test/support/handler-test.ts';
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

let t: HandlerTest;
let clan: TestClan;
beforeEach(async () => {
  t = await openHandlerTest();
  clan = t.clan;
  await storeSettingsFile(clan.db, TEST_SETTINGS, NOON);
});

const run = async (handler: typeof show, call: Call) =>
  t.run(handler, { actor: ADMIN, settings: await loadSettings(clan.db), ...call });
/** The channel is chosen somewhere else; Discord sends with it what the bot may do there. */
const channel = (id: string, appPermissions: bigint | undefined) =>
  run(changeChannel, {
    options: { which: 'event_log', channel: id },
    channels: { [id]: { id, guildId: TEST_SETTINGS.guild_id, appPermissions } },
  });

describe('/settings channel', () => {
  it('sets the channel, which from then on wins over the file', async () => {
    const { text } = await channel(HERE, MAY_POST);
    expect(text).not.toContain('⚠️');
    expect((await loadSettings(clan.db)).channels.event_log).toBe(HERE);
    expect((await loadSettings(clan.db)).channels.admin).toBe(TEST_SETTINGS.channels.admin);
  });

  it('warns when the bot may not post there, without a call to Discord', async () => {
    const { text } = await channel(HERE, PERMISSIONS.VIEW_CHANNEL | PERMISSIONS.SEND_MESSAGES);
    expect(text).toMatch(/lacks .*Embed Links.*Attach Files/);
    expect((await loadSettings(clan.db)).channels.event_log).toBe(HERE);
  });

  it('refuses what Discord does not know as a channel, and one of another server', async () => {
    const options = { which: 'event_log', channel: THERE };
    await expect(run(changeChannel, { options })).rejects.toMatchObject({ code: 'bad-channel' });
    const elsewhere = { id: THERE, guildId: '1100000000000000099', appPermissions: MAY_POST };
    await expect(run(changeChannel, { options, channels: { [THERE]: elsewhere } })).rejects.toMatchObject({
      code: 'other-guild',
    });
    expect((await loadSettings(clan.db)).channels.event_log).toBeNull();
  });

  it('says so when the bot is not in the server', async () => {
    expect((await channel(THERE, undefined)).text).toContain('not in this server');
  });
});

describe('/settings role', () => {
  const role = (tier: string, id = ROLE, remove = false, permissions = 0n) => {
    t.guild.addRole({ id: ROLE, name: 'r', permissions });
    return run(changeRole, { options: { tier, role: id, remove } });
  };

  it('gives a tier to a role, says so when it has it, and takes it away only when told to', async () => {
    await role('officer');
    expect((await loadSettings(clan.db)).roles.officer).toEqual([ROLE]);
    expect((await role('officer')).text).toContain('already');
    expect((await loadSettings(clan.db)).roles.officer).toEqual([ROLE]);
    expect((await role('officer', ROLE, true)).text).toContain('no longer');
    expect((await loadSettings(clan.db)).roles.officer).toEqual([]);
    expect((await role('officer', ROLE, true)).text).toContain('does not have');
  });

  it.each([
    ['ADMINISTRATOR'],
    ['MANAGE_GUILD'],
    ['MANAGE_ROLES'],
    ['MANAGE_CHANNELS'],
    ['MANAGE_WEBHOOKS'],
    ['BAN_MEMBERS'],
    ['KICK_MEMBERS'],
  ] as const)('refuses a role with %s as Verified, and takes it for a tier', async (permission) => {
    const power = PERMISSIONS[permission];
    await expect(role('verified', ROLE, false, power)).rejects.toMatchObject({ code: 'powerful-role' });
    expect((await loadSettings(clan.db)).roles.verified).toBeNull();
    await role('admin', ROLE, false, power);
    expect((await loadSettings(clan.db)).roles.admin).toEqual([ROLE]);
  });

  it('warns of a Verified role that moderates, and takes it away', async () => {
    const { text } = await role('verified', ROLE, false, PERMISSIONS.MODERATE_MEMBERS);
    expect(text).toContain('Timeout Members');
    await role('verified', ROLE, true);
    expect((await loadSettings(clan.db)).roles.verified).toBeNull();
  });

  it('refuses one role as both Verified and a tier', async () => {
    await role('officer');
    await expect(role('verified')).rejects.toMatchObject({ code: 'tier-role' });
    await role('officer', ROLE, true);
    await role('verified');
    await expect(role('moderator')).rejects.toMatchObject({ code: 'tier-role' });
  });

  it('warns of a tier for the role of a rank, chosen or found by its name', async () => {
    await setRankRole(clan.db, clan.rank('Captain').id, ROLE);
    expect((await role('officer')).text).toContain(`⚠️ <@&${ROLE}> is also the role of **Captain**`);
    expect((await role('officer', ROLE, true)).text).not.toContain('⚠️');
    await setRankRole(clan.db, clan.rank('Captain').id, '1100000000000000066');
    const options = { tier: 'admin', role: ROLE };
    t.guild.addRole({ id: ROLE, name: 'Soldier' });
    const { text } = await run(changeRole, { options });
    expect(text).toContain('is also the role of **Soldier**');
  });

  it('refuses a tier for the role named Verified, which everybody who links gets', async () => {
    t.guild.addRole({ id: ROLE, name: 'Verified' });
    const call = run(changeRole, { options: { tier: 'officer', role: ROLE } });
    await expect(call).rejects.toMatchObject({ code: 'tier-role' });
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

it('/settings speaks the language of who called, whatever the clan’s is', async () => {
  const german = { locale: 'de' };
  const options = { which: 'event_log', channel: HERE };
  const channels = { [HERE]: { id: HERE, guildId: TEST_SETTINGS.guild_id, appPermissions: 0n } };
  const { text } = await run(changeChannel, { options, channels, ...german });
  expect(text).toMatch(/Event-Log \(öffentlich\): Der Bot schreibt jetzt in .*„Nachrichten senden“/);
  const shown = (await run(show, german)).text;
  expect(shown).toContain('**Log-Stufe:** Warnung');
  expect(shown).toContain('**Offizier:** niemand');
  t.guild.addRole({ id: ROLE, name: 'r', permissions: PERMISSIONS.BAN_MEMBERS });
  const refused = await run(changeRole, { options: { tier: 'verified', role: ROLE } }).catch((e) => e);
  expect(refused.text('de')).toContain('hat die Berechtigung Mitglieder bannen, deshalb');
});

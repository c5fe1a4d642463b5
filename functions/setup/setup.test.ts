import { beforeEach, describe, expect, it } from 'vitest';
import type { Handler } from '../../shared/commands/handler.ts';
import { PERMISSIONS } from '../../shared/discord/permissions.ts';
import { setRankRole } from '../../shared/ranks/store-ranks.ts';
import { loadSettings, storeSettingsFile } from '../../shared/settings/settings-store.ts';
import { NOON, person, TEST_SETTINGS } from '../../test/support/clan.ts';
import { type Call, type HandlerTest, openHandlerTest } from '../../test/support/handler-test.ts';
import { EVENT_LOG, LOG_CHANNEL, RECORD } from '../../test/support/identity.ts';
import { discordError } from '../../test/support/recorded.ts';
import { chooseChannel } from './choose-channel.ts';
import { chooseRole } from './choose-role.ts';
import { makeChannels } from './make-channels.ts';
import { setup, turnTo } from './setup.ts';
import { submitForm } from './submit-form.ts';

const ADMIN = person(1);
const ROLE = '1100000000000000055';
const ALL =
  PERMISSIONS.VIEW_CHANNEL |
  PERMISSIONS.SEND_MESSAGES |
  PERMISSIONS.EMBED_LINKS |
  PERMISSIONS.ATTACH_FILES |
  PERMISSIONS.READ_MESSAGE_HISTORY |
  PERMISSIONS.MANAGE_ROLES;
let t: HandlerTest;

beforeEach(async () => {
  t = await openHandlerTest();
  await storeSettingsFile(t.db, { ...TEST_SETTINGS, channels: NO_CHANNELS }, NOON);
  may(ALL | PERMISSIONS.MANAGE_CHANNELS);
});

const NO_CHANNELS = { admin: null, event_log: null, point_log: null, log: null };
function may(permissions: bigint): void {
  t.guild.botRole.permissions = `${permissions}`;
}
const run = async (handler: Handler, call: Call = {}) =>
  t.run(handler, { actor: { id: ADMIN, tier: 'admin' }, settings: await loadSettings(t.db), ...call });
const step = (recordId: string) => run(turnTo, { recordId });
const make = () => run(makeChannels);
const channel = (which: string, ...ids: string[]) =>
  run(chooseChannel, { recordId: which, fields: { [`setup.channel:${which}`]: ids } });
const role = (tier: string, ...ids: string[]) =>
  run(chooseRole, { recordId: tier, fields: { [`setup.role:${tier}`]: ids } });
const form = (fields: Record<string, string[]>) => run(submitForm, { on: 'modal', fields });
const settings = () => loadSettings(t.db);
const named = (name: string) => [...t.guild.world.state.channels.values()].filter((one) => one.name === name);

describe('/setup', () => {
  it('shows three steps, each as it stands now, in the language of the caller', async () => {
    const first = await run(setup);
    expect(first.text).toContain('1 of 3');
    expect(first.text).toContain('⚠️ **Admin: reviews, promotion cards**: not set');
    expect((await step('2')).text).toContain('⚠️ **Officers**: no role');
    expect((await step('3')).text).toContain('Still missing: an admin channel');
    expect((await step('99')).text).toContain('1 of 3');
    expect((await run(setup, { locale: 'de' })).text).toContain('Einrichtung · 1 von 3');
  });

  it('says what is complete once all is there', async () => {
    await make();
    expect((await step('3')).text).toContain('✅ The clan is set up');
  });
});

describe('/setup that two have open at once', () => {
  it('keeps what each of them chooses, and shows it to the other', async () => {
    const seen = await settings();
    const stale = { settings: seen };
    const pick = (which: string, id: string) =>
      run(chooseChannel, { recordId: which, fields: { [`setup.channel:${which}`]: [id] }, ...stale });
    const tier = { recordId: 'officer', fields: { 'setup.role:officer': [ROLE] }, ...stale };
    t.guild.addRole({ id: ROLE, name: 'Officers' });
    await Promise.all([pick('event_log', EVENT_LOG), pick('log', LOG_CHANNEL), run(chooseRole, tier)]);
    expect(await settings()).toMatchObject({
      channels: { event_log: EVENT_LOG, log: LOG_CHANNEL },
      roles: { officer: [ROLE] },
    });
    const { text } = await pick('event_log', EVENT_LOG);
    expect(text).toContain(`<#${LOG_CHANNEL}>`);
  });

  it('takes two forms at once, each with what was filled in', async () => {
    await Promise.all([form({ zone: ['Europe/Berlin'] }), form({ language: ['de'] })]);
    expect(await settings()).toMatchObject({ time_zone: 'Europe/Berlin', locale: 'de' });
  });
});

describe('the first step', () => {
  it('saves each channel at once, and takes it away again', async () => {
    const { text } = await channel('event_log', EVENT_LOG);
    expect(text).toContain(`✅ **Event log: public**: <#${EVENT_LOG}>`);
    expect((await settings()).channels.event_log).toBe(EVENT_LOG);
    await channel('event_log');
    expect((await settings()).channels.event_log).toBeNull();
  });

  it('refuses a channel that is not in the server, and a choice that is not offered', async () => {
    await expect(channel('admin', person(77))).rejects.toMatchObject({ code: 'bad-channel' });
    await expect(channel('owner', EVENT_LOG)).rejects.toMatchObject({ code: 'bad-choice' });
    expect((await settings()).channels).toEqual(NO_CHANNELS);
  });

  it('says where the bot cannot post, and which channel is gone', async () => {
    await channel('log', LOG_CHANNEL);
    const there = t.guild.world.state.channels.get(LOG_CHANNEL);
    const overwrite = {
      id: RECORD.guildId,
      type: 0,
      allow: '0',
      deny: `${PERMISSIONS.SEND_MESSAGES}`,
    } as const;
    if (there !== undefined) there.overwrites = [overwrite];
    expect((await run(setup)).text).toMatch(/❌ \*\*Log.*lacks Send Messages/);
    expect((await run(setup, { locale: 'de' })).text).toMatch(/fehlt dem Bot Nachrichten senden/);
    t.guild.world.state.channels.delete(LOG_CHANNEL);
    expect((await run(setup)).text).toContain('the channel no longer exists');
  });
});

describe('"Make the channels"', () => {
  it('makes private ones, with the bot’s own overwrite first, and stores them', async () => {
    t.guild.addRole({ id: ROLE, name: 'Officer' });
    await role('officer', ROLE);
    await make();
    const [admin] = named('clan-admin');
    expect((await settings()).channels).toMatchObject({ admin: admin?.id, log: named('clan-log')[0]?.id });
    expect(admin?.overwrites.map(({ id }) => id)).toEqual([RECORD.applicationId, ROLE, RECORD.guildId]);
    expect(BigInt(admin?.overwrites[0]?.allow ?? 0) & PERMISSIONS.VIEW_CHANNEL).not.toBe(0n);
    expect(BigInt(admin?.overwrites[2]?.deny ?? 0) & PERMISSIONS.VIEW_CHANNEL).not.toBe(0n);
    expect(named('clan-log')[0]?.overwrites.map(({ id }) => id)).toEqual([
      RECORD.applicationId,
      RECORD.guildId,
    ]);
    expect((await run(setup)).text.match(/✅/g)).toHaveLength(2);
  });

  it('makes no second however often and at once it is pressed', async () => {
    const clicks = await Promise.allSettled([make(), make(), make()]);
    expect(clicks.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThanOrEqual(1);
    for (const click of clicks)
      if (click.status === 'rejected') expect(click.reason).toMatchObject({ code: 'channels-busy' });
    await make();
    expect(named('clan-admin')).toHaveLength(1);
    expect(named('clan-log')).toHaveLength(1);
  });

  it('finds what it made before a crash by its name', async () => {
    await make();
    await storeSettingsFile(t.db, { ...TEST_SETTINGS, channels: NO_CHANNELS }, NOON);
    await channel('admin');
    await channel('log');
    await make();
    expect(named('clan-admin')).toHaveLength(1);
    expect((await settings()).channels.admin).toBe(named('clan-admin')[0]?.id);
  });

  it('goes on after a failure half way, with what is there', async () => {
    t.discord.before('createChannel', async () => {
      if (named('clan-admin').length > 0) throw discordError(503);
    });
    await expect(make()).rejects.toMatchObject({ retryable: true });
    expect((await settings()).channels.admin).toBe(named('clan-admin')[0]?.id);
    t.discord.before('createChannel', async () => undefined);
    await make();
    expect(named('clan-admin')).toHaveLength(1);
    expect(named('clan-log')).toHaveLength(1);
  });

  it('takes no public channel of that name, where everybody would read along', async () => {
    t.guild.addChannel('1100000000000000088');
    const open = t.guild.world.state.channels.get('1100000000000000088');
    if (open !== undefined) open.name = 'clan-admin';
    await make();
    expect((await settings()).channels.admin).not.toBe('1100000000000000088');
    expect(named('clan-admin')).toHaveLength(2);
  });

  it('shows the invite link that asks for Manage Channels without it, and makes nothing', async () => {
    may(ALL);
    const refusal = await make().catch((error: unknown) => error);
    const permissions = ALL | PERMISSIONS.MANAGE_CHANNELS;
    expect(refusal).toMatchObject({
      code: 'no-manage-channels',
      message: expect.stringContaining(`permissions=${permissions}&guild_id=${RECORD.guildId}`),
    });
    expect(named('clan-admin')).toEqual([]);
    may(ALL | PERMISSIONS.MANAGE_CHANNELS);
    await make();
    expect(named('clan-admin')).toHaveLength(1);
  });

  it('says that the server is full', async () => {
    for (let number = 0; number < 500; number += 1)
      t.guild.addChannel(String(1_200_000_000_000_000_000n + BigInt(number)));
    await expect(make()).rejects.toMatchObject({ code: 'too-many-channels' });
  });
});

describe('the second step', () => {
  it('saves the roles of a tier at once', async () => {
    t.guild.addRole({ id: ROLE, name: 'Officer' });
    expect((await role('officer', ROLE)).text).toContain(`✅ **Officers**: <@&${ROLE}>`);
    expect((await settings()).roles.officer).toEqual([ROLE]);
    await role('officer');
    expect((await settings()).roles.officer).toEqual([]);
  });

  it('refuses @everyone, a role of no server, one with power as Verified, and one as both', async () => {
    await expect(role('admin', RECORD.guildId)).rejects.toMatchObject({ code: 'everyone-role' });
    await expect(role('admin', person(88))).rejects.toMatchObject({ code: 'no-such-role' });
    t.guild.addRole({ id: ROLE, name: 'Strong', permissions: PERMISSIONS.BAN_MEMBERS });
    await expect(role('verified', ROLE)).rejects.toMatchObject({ code: 'powerful-role' });
    await role('officer', ROLE);
    t.guild.addRole({ id: ROLE, name: 'Strong' });
    await expect(role('verified', ROLE)).rejects.toMatchObject({ code: 'tier-role' });
    await role('officer');
    await role('verified', ROLE);
    await expect(role('moderator', ROLE)).rejects.toMatchObject({ code: 'tier-role' });
  });

  it('refuses for a tier the role of those on leave, which the bot gives', async () => {
    t.guild.addRole({ id: ROLE, name: 'On leave' });
    const roles = { ...TEST_SETTINGS.roles, on_leave: ROLE };
    await storeSettingsFile(t.db, { ...TEST_SETTINGS, roles }, NOON);
    await expect(role('admin', ROLE)).rejects.toMatchObject({ code: 'tier-role' });
    expect((await settings()).roles.admin).toEqual(TEST_SETTINGS.roles.admin);
  });

  it('says what is odd: a rank’s role gives a tier, the bot’s role stands too low', async () => {
    t.guild.addRole({ id: ROLE, name: 'Captains', position: 101 });
    await setRankRole(t.db, t.clan.rank('Captain').id, ROLE);
    const { text } = await role('officer', ROLE);
    expect(text).toContain(`Ranks give these roles, and these give a tier of the bot: <@&${ROLE}>`);
    expect(text).toContain(`stands too low to give <@&${ROLE}>`);
  });
});

describe('the form of the third step', () => {
  it('saves what was filled in and leaves the rest', async () => {
    const filled = { verification: ['group-only'], zone: ['europe/berlin'], language: ['de'], nickname: [] };
    const { text } = await form(filled);
    expect(text).toContain('Europe/Berlin');
    expect(await settings()).toMatchObject({
      verification: 'group-only',
      time_zone: 'Europe/Berlin',
      locale: 'de',
      nickname: null,
    });
    await form({ verification: [], zone: [], language: [], nickname: ['[{rank}] {roblox_name}'] });
    expect(await settings()).toMatchObject({
      time_zone: 'Europe/Berlin',
      nickname: '[{rank}] {roblox_name}',
    });
    expect((await step('3')).text).toContain('Manage Nicknames');
    await form({ nickname: ['off'] });
    expect((await settings()).nickname).toBeNull();
  });

  it.each([
    [{ zone: ['Mars/Olympus'], language: ['de'] }, 'bad-zone'],
    [{ nickname: ['{name}'], zone: ['UTC'], language: ['de'] }, 'unknown-placeholder'],
    [{ nickname: ['{tag}'], language: ['de'] }, 'empty-name'],
    [{ language: ['nl'], verification: ['group-only'] }, 'bad-choice'],
    [{ verification: ['none'], language: ['de'] }, 'bad-choice'],
  ])('refuses %j whole, with a clear text', async (fields, code) => {
    const before = await settings();
    await expect(form(fields)).rejects.toMatchObject({ code });
    expect(await settings()).toEqual(before);
  });
});

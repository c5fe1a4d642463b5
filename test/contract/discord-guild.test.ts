import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DiscordEmulator } from '../../local/discord/discord-emulator.ts';
import { BOT_DEFAULT, PERMISSIONS } from '../../local/discord/permissions.ts';
import { IDS, SEED, startWorld, TOKEN } from './discord-world.ts';
import { openApiFile } from './openapi-files.ts';
import { rawRequest } from './raw-request.ts';

const file = openApiFile('discord-openapi.json');
const HEADERS = { authorization: `Bot ${TOKEN}`, 'user-agent': 'DiscordBot (https://test.example, 1.0)' };
const GUILD = `/guilds/${IDS.guild}`;
const WOLF = `${GUILD}/members/${IDS.wolf}`;
const NEEDED =
  PERMISSIONS.MANAGE_CHANNELS |
  PERMISSIONS.MANAGE_NICKNAMES |
  PERMISSIONS.CHANGE_NICKNAME |
  PERMISSIONS.MANAGE_MESSAGES |
  PERMISSIONS.KICK_MEMBERS;

/** The same guild, whose bot may do more or less. */
const world = (permissions: bigint) =>
  startWorld({
    seed: {
      ...SEED,
      guilds: SEED.guilds.map((guild) => ({ ...guild, botRole: { position: 3, permissions } })),
    },
  });

describe('the Discord emulator manages a guild', () => {
  let discord: DiscordEmulator;
  beforeEach(async () => {
    discord = await world(BOT_DEFAULT | NEEDED);
  });
  afterEach(() => discord.stop());

  const send = (method: string, path: string, body?: unknown) =>
    rawRequest(discord.apiUrl, method, path, { body, headers: HEADERS });
  const idOf = ({ json }: { json: unknown }) =>
    typeof json === 'object' && json !== null && 'id' in json ? String(json.id) : '';

  it('makes, changes and deletes a text channel with overwrites', async () => {
    const hide = { id: IDS.guild, type: 0, deny: `${PERMISSIONS.VIEW_CHANNEL}` };
    const mine = { id: IDS.application, type: 1, allow: `${PERMISSIONS.VIEW_CHANNEL}` };
    const made = await send('POST', `${GUILD}/channels`, {
      name: 'Clan Log',
      permission_overwrites: [hide, mine],
    });
    expect(made).toMatchObject({ status: 201, json: { name: 'clan-log', type: 0 } });
    const path = `/channels/${idOf(made)}`;
    expect((await send('POST', `${path}/messages`, { content: 'seen by the bot' })).status).toBe(200);
    expect((await send('PATCH', path, { name: 'log', topic: 'Errors' })).json).toMatchObject({
      name: 'log',
      topic: 'Errors',
    });
    expect((await send('DELETE', `${path}/permissions/${IDS.application}`)).status).toBe(204);
    expect(await send('GET', path)).toMatchObject({ status: 403, json: { code: 50001 } });
    expect((await send('DELETE', `/channels/${IDS.general}`)).status).toBe(200);
    expect(await send('GET', `/channels/${IDS.general}`)).toMatchObject({
      status: 404,
      json: { code: 10003 },
    });
    expect(discord.violations).toEqual([]);
  });

  it('deletes messages in bulk, 2 to 100 at once', async () => {
    const post = async () => idOf(await send('POST', `/channels/${IDS.general}/messages`, { content: 'x' }));
    const messages = [await post(), await post()];
    const path = `/channels/${IDS.general}/messages/bulk-delete`;
    expect((await send('POST', path, { messages: messages.slice(1) })).status).toBe(400);
    expect((await send('POST', path, { messages })).status).toBe(204);
    expect(discord.messages('tophat', 'general')).toEqual([]);
  });

  it('renames, finds and removes members below the bot, and nobody else', async () => {
    expect((await send('PATCH', WOLF, { nick: '[E1] Wolf' })).json).toMatchObject({ nick: '[E1] Wolf' });
    expect((await send('GET', `${GUILD}/members/search?query=[e1&limit=5`)).json).toMatchObject([
      { user: { id: IDS.wolf } },
    ]);
    expect(await send('PATCH', WOLF, { nick: 'x'.repeat(33) })).toMatchObject({ status: 400 });
    expect((await send('PATCH', `${GUILD}/members/@me`, { nick: 'Clan bot' })).json).toMatchObject({
      nick: 'Clan bot',
    });
    const owner = `${GUILD}/members/${IDS.owner}`;
    expect(await send('PATCH', owner, { nick: 'x' })).toMatchObject({ status: 403, json: { code: 50013 } });
    expect((await send('DELETE', WOLF)).status).toBe(204);
    expect(await send('GET', WOLF)).toMatchObject({ status: 404, json: { code: 10007 } });
  });

  it('writes the roles of a member as a whole, only those that the bot may give and take', async () => {
    expect((await send('PATCH', WOLF, { roles: [IDS.officer] })).json).toMatchObject({
      roles: [IDS.officer],
    });
    expect((await send('PATCH', WOLF, { roles: [IDS.high] })).status).toBe(403);
    expect(discord.rolesOf('tophat', 'wolf')).toEqual(['Officer']);
    expect((await send('GET', `${GUILD}/roles/member-counts`)).json).toMatchObject({ [IDS.officer]: 1 });
  });

  it('changes, moves and deletes roles below the bot', async () => {
    const path = `${GUILD}/roles/${IDS.low}`;
    expect((await send('PATCH', path, { name: 'Recruit', color: 255 })).json).toMatchObject({
      name: 'Recruit',
      color: 255,
    });
    const administrator = { permissions: `${PERMISSIONS.ADMINISTRATOR}` };
    expect(await send('PATCH', path, administrator)).toMatchObject({ status: 403, json: { code: 50013 } });
    expect((await send('PATCH', `${GUILD}/roles/${IDS.high}`, { name: 'x' })).status).toBe(403);
    expect((await send('PATCH', `${GUILD}/roles`, [{ id: IDS.low, position: 2 }])).status).toBe(200);
    expect((await send('PATCH', `${GUILD}/roles`, [{ id: IDS.low, position: 4 }])).status).toBe(403);
    expect((await send('DELETE', path)).status).toBe(204);
    expect(discord.rolesOf('tophat', 'wolf')).toEqual([]);
    expect(await send('DELETE', `${GUILD}/roles/${IDS.booster}`)).toMatchObject({
      status: 400,
      json: { code: 50028 },
    });
  });

  it('refuses all of it where the bot lacks the permission', async () => {
    await discord.stop();
    discord = await world(BOT_DEFAULT & ~(PERMISSIONS.MANAGE_ROLES | PERMISSIONS.CHANGE_NICKNAME));
    for (const [method, path, body] of [
      ['POST', `${GUILD}/channels`, { name: 'x' }],
      ['PATCH', `/channels/${IDS.general}`, { name: 'x' }],
      ['DELETE', `/channels/${IDS.general}`, undefined],
      ['PUT', `/channels/${IDS.general}/permissions/${IDS.guild}`, { type: 0 }],
      ['POST', `/channels/${IDS.general}/messages/bulk-delete`, { messages: ['1', '2'] }],
      ['PATCH', WOLF, { nick: 'x' }],
      ['PATCH', WOLF, { roles: [] }],
      ['DELETE', WOLF, undefined],
      ['PATCH', `${GUILD}/roles/${IDS.low}`, { name: 'x' }],
      ['DELETE', `${GUILD}/roles/${IDS.low}`, undefined],
    ] as const)
      expect(await send(method, path, body), path).toMatchObject({ status: 403, json: { code: 50013 } });
  });

  it.skipIf(file.missing)(
    `says of a route that only the real Discord has that it is not emulated${file.note}`,
    async () => {
      const answer = await send('GET', `${GUILD}/audit-logs`);
      expect(answer).toMatchObject({
        status: 501,
        json: { message: expect.stringContaining('this emulator') },
      });
      expect(discord.violations).toMatchObject([{ problems: ['the emulator does not have this route'] }]);
    },
  );
});

import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DiscordEmulator } from '../../local/discord/discord-emulator.ts';
import type { DiscordClient } from '../../shared/discord/client.ts';
import { createDiscordClient } from '../../shared/discord/create-discord-client.ts';
import { PERMISSIONS } from '../../shared/discord/permissions.ts';
import { createLogger } from '../../shared/log/create-logger.ts';
import { IDS, startWorld, TOKEN } from './discord-world.ts';
import { openApiFile } from './openapi-files.ts';
import { recordCalls } from './record-calls.ts';

const file = openApiFile('discord-openapi.json');

describe.skipIf(file.missing)(
  `every request of the Discord client fits Discord's OpenAPI file${file.note}`,
  () => {
    let discord: DiscordEmulator;
    let client: DiscordClient;
    let methods: readonly string[];
    const called = new Set<string>();

    beforeEach(async () => {
      discord = await startWorld();
      const plain = createDiscordClient({
        apiUrl: discord.apiUrl,
        cdnHosts: [discord.cdnHosts],
        applicationId: IDS.application,
        guildId: IDS.guild,
        botToken: TOKEN,
        log: createLogger({ level: 'none' }),
      });
      methods = Object.keys(plain);
      client = recordCalls(plain, called);
    });
    afterAll(() => {
      expect(
        methods.filter((method) => !called.has(method)),
        'methods that no test here calls',
      ).toEqual([]);
    });
    afterEach(async () => {
      const { violations } = discord;
      await discord.stop();
      expect(violations).toEqual([]);
    });

    const embed = { title: 'Event', description: 'Four people', fields: [{ name: 'Host', value: 'Wolf' }] };
    const buttons = [
      {
        type: 1,
        components: [
          { type: 2, style: 3, label: 'Approve', custom_id: 'review.approve:1' },
          { type: 2, style: 4, label: 'Decline', custom_id: 'review.decline:1' },
        ],
      },
    ];

    it('posts a message with embed, buttons and an uploaded proof, and fetches the proof again', async () => {
      const bytes = new Uint8Array([137, 80, 78, 71]);
      const posted = await client.postMessage(
        IDS.admin,
        {
          content: `<@${IDS.wolf}>`,
          embeds: [{ ...embed, image: { url: 'attachment://proof.png' } }],
          components: buttons,
          pings: [IDS.wolf],
        },
        { nonce: '1-1', file: { name: 'proof.png', contentType: 'image/png', bytes } },
      );
      const [message] = discord.messages('tophat', 'admin');
      expect(message?.id).toBe(posted.id);
      expect(message?.pinged).toEqual({ everyone: false, users: [IDS.wolf], roles: [] });
      expect(posted.attachmentIds).toEqual([message?.attachments[0]?.id]);
      const url = message?.attachments[0]?.url ?? '';
      expect(Uint8Array.from(await client.download(url, 1000))).toEqual(bytes);
    });

    it('posts once for one nonce, whatever else it says', async () => {
      const first = await client.postMessage(IDS.general, { content: 'one' }, { nonce: 'same' });
      const second = await client.postMessage(IDS.general, { content: 'two' }, { nonce: 'same' });
      expect(second.id).toBe(first.id);
      expect(discord.messages('tophat', 'general')).toHaveLength(1);
    });

    it('edits a message into exactly what was asked for', async () => {
      const { id } = await client.postMessage(
        IDS.general,
        { content: 'before', embeds: [embed], components: buttons },
        { nonce: 'n' },
      );
      await client.editMessage(IDS.general, id, { content: 'after' });
      const [message] = discord.messages('tophat', 'general');
      expect(message?.content).toBe('after');
      expect(message?.controls).toEqual([]);
    });

    it('sends a direct message, and says so when they are closed', async () => {
      await client.sendDirectMessage(IDS.wolf, { content: 'hello' }, { nonce: 'n' });
      expect(discord.dms('tophat', 'Wolf').map((message) => message.content)).toEqual(['hello']);
      await expect(
        client.sendDirectMessage(IDS.closed, { content: 'hello' }, { nonce: 'm' }),
      ).rejects.toMatchObject({
        status: 403,
        code: 50007,
      });
    });

    it('reads members, roles, channels and itself', async () => {
      expect(await client.member(IDS.wolf)).toEqual({
        userId: IDS.wolf,
        displayName: 'The Wolf',
        nick: 'The Wolf',
        roleIds: [IDS.low],
      });
      expect(await client.member('1100000000000000999')).toBeUndefined();
      expect((await client.members(undefined)).map((member) => member.userId)).toContain(IDS.wolf);
      expect(await client.members(IDS.closed)).toEqual([]);
      expect((await client.roles()).find((role) => role.id === IDS.officer)?.position).toBe(2);
      expect((await client.self()).userId).toBe(IDS.application);
      expect(await client.guildOwner()).toBe(IDS.owner);
      expect((await client.channel(IDS.admin))?.name).toBe('admin');
      expect(await client.channel('1100000000000000999')).toBeUndefined();
    });

    it('gives, takes and makes roles with a reason in the audit log', async () => {
      await client.addRole(IDS.wolf, IDS.officer, 'Promotion: Wölf & Co');
      await client.removeRole(IDS.wolf, IDS.low, 'Promotion');
      expect(discord.rolesOf('tophat', 'Wolf')).toEqual(['Officer']);
      const made = await client.createRole('Verified', 'Linking');
      expect(made).toMatchObject({ name: 'Verified', position: 1, permissions: 0n, managed: false });
      expect(discord.world.state.audit.map((entry) => entry.reason)).toEqual([
        'Promotion: Wölf & Co',
        'Promotion',
        'Linking',
      ]);
    });

    it('renames members, but neither without the permission nor the owner', async () => {
      const rename = (user: string, name: string) => client.setNickname(user, name, 'Nickname');
      await expect(rename(IDS.wolf, 'Grey')).rejects.toMatchObject({ status: 403, code: 50013 });
      mayAlso(discord, PERMISSIONS.MANAGE_NICKNAMES);
      await rename(IDS.wolf, '[CPL] Grey');
      expect((await client.member(IDS.wolf))?.nick).toBe('[CPL] Grey');
      await expect(rename(IDS.owner, 'Grey')).rejects.toMatchObject({ status: 403, code: 50013 });
    });

    it('lists the channels, and makes one that is private from its first moment', async () => {
      expect((await client.channels()).map(({ name }) => name)).toContain('admin');
      const overwrites = [
        { of: { member: IDS.application }, allow: PERMISSIONS.VIEW_CHANNEL, deny: 0n },
        { of: { role: IDS.guild }, allow: 0n, deny: PERMISSIONS.VIEW_CHANNEL },
      ];
      const make = () => client.createChannel('clan-admin', overwrites, 'Set-up');
      await expect(make()).rejects.toMatchObject({ status: 403, code: 50013 });
      mayAlso(discord, PERMISSIONS.MANAGE_CHANNELS);
      const made = await make();
      expect(made).toMatchObject({ name: 'clan-admin', isText: true, guildId: IDS.guild });
      expect((await client.channel(made.id))?.overwrites.map(({ of }) => of)).toEqual([
        IDS.application,
        IDS.guild,
      ]);
    });

    it('registers commands and reads them back', async () => {
      const commands = [
        {
          name: 'points',
          description: 'Points of members',
          default_member_permissions: '8',
          options: [
            {
              type: 1,
              name: 'add',
              description: 'Gives points',
              options: [
                { type: 6, name: 'member', description: 'To whom', required: true },
                {
                  type: 4,
                  name: 'amount',
                  description: 'How many',
                  required: true,
                  min_value: 1,
                  max_value: 10,
                },
                { type: 3, name: 'reason', description: 'Why', max_length: 200 },
              ],
            },
          ],
        },
        { name: 'Check member', type: 2 },
      ];
      const registered = await client.overwriteCommands(commands);
      expect(registered).toHaveLength(2);
      expect(await client.registeredCommands()).toEqual(registered);
      expect(await client.overwriteCommands(commands)).toEqual(registered);
    });

    it('answers an interaction: edits the deferred reply with a file, follows up, deletes', async () => {
      const replies = client.replies(IDS.application, await acknowledged(discord));
      await replies.editOriginal(
        { content: 'data', embeds: [embed] },
        { name: 'my-data.json', contentType: 'application/json', text: '{}' },
      );
      await replies.followUp({ content: 'more' }, { ephemeral: true });
      await replies.deleteOriginal();
      const [interaction] = discord.world.state.interactions.keys();
      const reply = discord.reply(interaction ?? '');
      expect(reply.original).toBeUndefined();
      expect(reply.followUps.map((message) => [message.content, message.ephemeral])).toEqual([
        ['more', true],
      ]);
    });
  },
);

/** The token of an interaction that was answered with type 5, as if the gateway had done it. */
async function acknowledged(discord: DiscordEmulator): Promise<string> {
  const interaction = {
    id: '1200000000000000001',
    application_id: IDS.application,
    type: 2,
    token: 'interaction-token',
  };
  discord.world.state.interactions.set(interaction.id, {
    id: interaction.id,
    token: interaction.token,
    applicationId: IDS.application,
    guildId: IDS.guild,
    channelId: IDS.general,
    userId: IDS.wolf,
    type: 2,
    createdAt: Date.now(),
    state: 'pending',
    acknowledgedAs: null,
    ephemeral: false,
    originalId: null,
    sourceMessageId: null,
    originalDeleted: false,
    originalEdits: 0,
    followUpIds: [],
    expired: false,
    modal: null,
    choices: null,
  });
  const response = await fetch(
    `${discord.apiUrl}/interactions/${interaction.id}/${interaction.token}/callback`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': 'DiscordBot (https://test.example, 1)' },
      body: JSON.stringify({ type: 5 }),
    },
  );
  expect(response.status).toBe(204);
  return interaction.token;
}

/** Gives the bot's own role another permission. */
function mayAlso(discord: DiscordEmulator, permission: bigint): void {
  const roles = [...(discord.world.state.guilds.get(IDS.guild)?.roles.values() ?? [])];
  const own = roles.find(({ managed, position }) => managed && position === 3);
  if (own !== undefined) own.permissions = String(BigInt(own.permissions) | permission);
}

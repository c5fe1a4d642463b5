import { bulkOverwriteGuildCommands, getMember, listMembers } from 'dressed';
import { handleRequest } from 'dressed/server';
import { serverConfig } from 'dressed/utils';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { IDS } from '../contract/discord-world.ts';
import { CLIENT, type ClientScene, hello, MEMBERS, startClientScene } from './client-scene.ts';

const { applicationId, guildId, publicKey, token } = CLIENT;
let scene: ClientScene;
beforeEach(async () => {
  scene = await startClientScene({ anyUserAgent: true });
  serverConfig.requests = {
    routeBase: scene.discord.apiUrl,
    env: { DISCORD_APP_ID: applicationId, DISCORD_PUBLIC_KEY: publicKey, DISCORD_TOKEN: token },
  };
});
afterEach(async () => {
  expect(scene.discord.violations).toEqual([]);
  await scene.stop();
});

it('dressed registers, answers 202 and by the callback, edits and uploads', async () => {
  await bulkOverwriteGuildCommands(guildId, [{ name: 'hello', description: 'Says hello' }]);
  scene.serve((request) =>
    handleRequest(
      request,
      async (interaction) => {
        if (!('followUp' in interaction)) return;
        await interaction.deferReply({ ephemeral: true });
        await interaction.editReply('Hello');
        await interaction.followUp({ content: 'A file', files: [{ name: 'wolf.txt', data: 'howl' }] });
      },
      [],
      [],
    ),
  );
  const { sent } = await hello(scene);
  expect(sent.status).toBe(202);
  const reply = await scene.discord.waitFor(sent.interactionId, {
    until: ({ followUps }) => followUps.length > 0,
  });
  expect(reply).toMatchObject({
    original: { content: 'Hello', ephemeral: true },
    followUps: [{ attachments: [{ name: 'wolf.txt' }] }],
  });
});

it('dressed pages members, and repeats what met a 429', async () => {
  const first = await listMembers(guildId, { limit: 3 });
  const second = await listMembers(guildId, { limit: 3, after: IDS.wolf });
  expect([...first, ...second].map(({ user }) => user.id)).toEqual(MEMBERS);
  scene.discord.faults.add({ route: /^GET .*\/members\//, status: 429, retryAfter: 0.05, times: 1 });
  expect(await getMember(guildId, IDS.wolf)).toMatchObject({ nick: 'The Wolf' });
  expect(scene.discord.requests.invalid()).toBe(1);
});

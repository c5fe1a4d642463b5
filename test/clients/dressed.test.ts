import { bulkOverwriteGuildCommands, getMember, listMembers } from 'dressed';
import { handleRequest } from 'dressed/server';
import { serverConfig } from 'dressed/utils';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { IDS } from '../contract/discord-world.ts';
import { CLIENT, type ClientFixture, hello, MEMBERS, startClientFixture } from './client-fixture.ts';

const { applicationId, guildId, publicKey, token } = CLIENT;
let fixture: ClientFixture;
beforeEach(async () => {
  fixture = await startClientFixture({ anyUserAgent: true });
  serverConfig.requests = {
    routeBase: fixture.discord.apiUrl,
    env: { DISCORD_APP_ID: applicationId, DISCORD_PUBLIC_KEY: publicKey, DISCORD_TOKEN: token },
  };
});
afterEach(async () => {
  expect(fixture.discord.violations).toEqual([]);
  await fixture.stop();
});

it('dressed registers, answers 202 and by the callback, edits and uploads', async () => {
  await bulkOverwriteGuildCommands(guildId, [{ name: 'hello', description: 'Says hello' }]);
  fixture.serve((request) =>
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
  const { sent } = await hello(fixture);
  expect(sent.status).toBe(202);
  const reply = await fixture.discord.waitFor(sent.interactionId, {
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
  fixture.discord.faults.add({ route: /^GET .*\/members\//, status: 429, retryAfter: 0.05, times: 1 });
  expect(await getMember(guildId, IDS.wolf)).toMatchObject({ nick: 'The Wolf' });
  expect(fixture.discord.requests.invalid()).toBe(1);
});

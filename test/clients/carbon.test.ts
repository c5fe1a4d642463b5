import { Client, Command, type CommandInteraction } from '@buape/carbon';
import { createHandler } from '@buape/carbon/adapters/fetch';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { IDS } from '../contract/discord-world.ts';
import { CLIENT, type ClientFixture, hello, MEMBERS, startClientFixture } from './client-fixture.ts';

const { applicationId, guildId, publicKey, token } = CLIENT;

class Hello extends Command {
  name = 'hello';
  override description = 'Says hello';
  override nameLocalizations = { de: 'hallo' };
  override defer = true;
  override ephemeral = true;
  override async run(interaction: CommandInteraction) {
    await interaction.reply({ content: 'Hello' });
    await interaction.followUp({
      content: 'A file',
      files: [{ name: 'wolf.txt', data: new Blob(['howl']) }],
    });
  }
}

let fixture: ClientFixture;
let client: Client;
beforeEach(async () => {
  fixture = await startClientFixture({ anyUserAgent: true });
  client = new Client(
    {
      baseUrl: 'http://localhost',
      clientId: applicationId,
      publicKey,
      token,
      disableDeployRoute: true,
      devGuilds: [guildId],
      requestOptions: { baseUrl: fixture.discord.apiUrl },
    },
    { commands: [new Hello()] },
  );
});
afterEach(async () => {
  expect(fixture.discord.violations).toEqual([]);
  await fixture.stop();
});

it('carbon deploys commands, answers 202 and by the callback, replies and uploads', async () => {
  await client.deployCommands();
  expect(fixture.discord.commands('tophat')).toMatchObject([
    { definition: { name: 'hello', name_localizations: { de: 'hallo' } } },
  ]);
  const handler = createHandler(client);
  fixture.serve(async (request) => handler(request, { waitUntil: () => undefined }));
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

it('carbon pages members, and repeats what met a 429', async () => {
  fixture.discord.faults.add({ route: /^GET .*\/members$/, status: 429, retryAfter: 0.05, times: 1 });
  const first = await client.rest.get(`/guilds/${guildId}/members`, { limit: 3, after: '0' });
  expect(first).toMatchObject(MEMBERS.slice(0, 3).map((id) => ({ user: { id } })));
  const second = await client.rest.get(`/guilds/${guildId}/members`, { limit: 3, after: IDS.wolf });
  expect(second).toMatchObject([{ user: { id: IDS.closed } }]);
  expect(fixture.discord.requests.invalid()).toBe(1);
});

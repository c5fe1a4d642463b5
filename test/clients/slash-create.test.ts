import { type CommandContext, GenericServer, SlashCommand, SlashCreator } from 'slash-create';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { IDS } from '../contract/discord-world.ts';
import { CLIENT, type ClientFixture, hello, MEMBERS, startClientFixture } from './client-fixture.ts';

const { applicationId, guildId, publicKey, token } = CLIENT;
let fixture: ClientFixture;
let creator: SlashCreator;
let run: (context: CommandContext) => Promise<unknown>;
beforeEach(async () => {
  fixture = await startClientFixture();
  creator = new SlashCreator({
    applicationID: applicationId,
    publicKey,
    token,
    rest: { baseURL: fixture.discord.apiUrl },
  });
  class Hello extends SlashCommand {
    constructor(owner: SlashCreator) {
      super(owner, { name: 'hello', description: 'Says hello', guildIDs: [guildId] });
    }
    override run = (context: CommandContext) => run(context);
  }
  creator.registerCommand(Hello);
  const server = new GenericServer();
  creator.withServer(server);
  fixture.serve((request) => server.endpoint(request));
});
afterEach(async () => {
  expect(fixture.discord.violations).toEqual([]);
  await fixture.stop();
});

it('slash-create syncs commands, defers, edits and uploads', async () => {
  await creator.syncCommandsIn(guildId);
  expect(fixture.discord.commands('tophat')).toMatchObject([{ definition: { name: 'hello' } }]);
  run = async (context) => {
    await context.defer(true);
    await context.editOriginal('Hello');
    await context.sendFollowUp({
      content: 'A file',
      files: [{ name: 'wolf.txt', file: Buffer.from('howl') }],
    });
  };
  const { sent } = await hello(fixture);
  const reply = await fixture.discord.waitFor(sent.interactionId, {
    until: ({ followUps }) => followUps.length > 0,
  });
  expect(reply).toMatchObject({
    original: { content: 'Hello', ephemeral: true },
    followUps: [{ attachments: [{ name: 'wolf.txt' }] }],
  });
});

it('slash-create pages members', async () => {
  const page = (after: string) =>
    creator.requestHandler.request<{ user: { id: string } }[]>('GET', `/guilds/${guildId}/members`, {
      auth: true,
      query: { limit: 2, after },
    });
  const first = await page('0');
  const second = await page(first[1]?.user.id ?? '');
  expect([...first, ...second].map(({ user }) => user.id)).toEqual(MEMBERS);
});

it('slash-create repeats what met a 429', async () => {
  fixture.discord.faults.add({ route: /^GET .*\/members\//, status: 429, retryAfter: 0.05, times: 1 });
  const path = `/guilds/${guildId}/members/${IDS.wolf}`;
  expect(await creator.requestHandler.request('GET', path, { auth: true })).toMatchObject({
    user: { id: IDS.wolf },
  });
  expect(fixture.discord.requests.invalid()).toBe(1);
});

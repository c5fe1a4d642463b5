import {
  $applications$_$guilds$_$commands,
  $channels$_$messages,
  $guilds$_$members,
  $guilds$_$members$_,
  createRest,
  DiscordHono,
} from 'discord-hono';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { IDS } from '../contract/discord-world.ts';
import { CLIENT, type ClientFixture, hello, MEMBERS, startClientFixture } from './client-fixture.ts';

const { applicationId, guildId, publicKey, token } = CLIENT;
const rest = createRest(token);
let fixture: ClientFixture;
beforeEach(async () => {
  fixture = await startClientFixture({ anyUserAgent: true });
  vi.stubGlobal('fetch', fixture.fetch);
});
afterEach(async () => {
  vi.unstubAllGlobals();
  expect(fixture.discord.violations).toEqual([]);
  await fixture.stop();
});

it('discord-hono registers, defers inline, and follows up with a file', async () => {
  const registered = await rest(
    'PUT',
    $applications$_$guilds$_$commands,
    [applicationId, guildId],
    [{ name: 'hello', description: 'Says hello' }],
  );
  expect(registered.status).toBe(200);
  const app = new DiscordHono({
    discordEnv: () => ({ TOKEN: token, PUBLIC_KEY: publicKey, APPLICATION_ID: applicationId }),
  }).command('hello', (context) =>
    context
      .flags('EPHEMERAL')
      .resDefer((later) => later.followup('Hello', { blob: new Blob(['howl']), name: 'wolf.txt' })),
  );
  const background = { waitUntil: () => undefined, passThroughOnException: () => undefined };
  fixture.serve((request) => app.fetch(request, {}, background));
  expect((await hello(fixture)).reply.last).toMatchObject({
    content: 'Hello',
    ephemeral: true,
    attachments: [{ name: 'wolf.txt' }],
  });
});

it('discord-hono answers inline, pages members and messages', async () => {
  await rest(
    'PUT',
    $applications$_$guilds$_$commands,
    [applicationId, guildId],
    [{ name: 'hello', description: 'Says hello' }],
  );
  const app = new DiscordHono({
    discordEnv: () => ({ TOKEN: token, PUBLIC_KEY: publicKey, APPLICATION_ID: applicationId }),
  }).command('hello', (context) => context.res('Hello'));
  fixture.serve((request) => app.fetch(request, {}));
  expect((await hello(fixture)).reply.original).toMatchObject({ content: 'Hello' });

  const seen: string[] = [];
  for (let after = '0'; ; after = seen.at(-1) ?? '') {
    const page = await (await rest('GET', $guilds$_$members, [guildId, { limit: 2, after }])).json();
    seen.push(...page.map(({ user }) => user.id));
    if (page.length < 2) break;
  }
  expect(seen).toEqual(MEMBERS);
  const before = await (await rest('GET', $channels$_$messages, [IDS.general, { limit: 1 }])).json();
  expect(before).toMatchObject([{ content: 'Hello' }]);
});

it('discord-hono gives back a 429 with the time to wait', async () => {
  const answers = await Promise.all(
    Array.from({ length: 7 }, () => rest('GET', $guilds$_$members$_, [guildId, IDS.wolf])),
  );
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused).toHaveLength(2);
  expect(await refused[0]?.json()).toMatchObject({ retry_after: expect.any(Number), global: false });
});

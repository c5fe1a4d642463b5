import { API } from '@discordjs/core';
import { REST } from '@discordjs/rest';
import { MessageFlags } from 'discord-api-types/v10';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as z from 'zod';
import { IDS } from '../contract/discord-world.ts';
import { CLIENT, type ClientFixture, hello, MEMBERS, startClientFixture } from './client-fixture.ts';

const { applicationId, guildId } = CLIENT;
const Token = z.object({ id: z.string(), token: z.string() });
let fixture: ClientFixture;
let api: API;
beforeEach(async () => {
  fixture = await startClientFixture();
  api = new API(new REST({ version: '10', api: `${fixture.discord.url}/api` }).setToken(CLIENT.token));
  await api.applicationCommands.bulkOverwriteGuildCommands(applicationId, guildId, [
    { name: 'hello', description: 'Says hello', description_localizations: { de: 'Grüßt' } },
  ]);
});
afterEach(async () => {
  expect(fixture.discord.violations).toEqual([]);
  await fixture.stop();
});

it('@discordjs/core answers by the callback route, edits, and uploads a described file', async () => {
  fixture.serve(async (request) => {
    const { id, token } = Token.parse(await request.json());
    const response = await api.interactions.defer(id, token, {
      flags: MessageFlags.Ephemeral,
      with_response: true,
    });
    expect(response).toMatchObject({ interaction: { id, response_message_loading: true } });
    setImmediate(async () => {
      await api.interactions.editReply(applicationId, token, { content: 'Hello' });
      await api.interactions.followUp(applicationId, token, {
        content: 'A file',
        files: [{ name: 'wolf.txt', data: 'howl' }],
        attachments: [{ id: '0', filename: 'wolf.txt', description: 'What a wolf says' }],
      });
    });
    return new Response(null, { status: 202 });
  });
  const { sent } = await hello(fixture);
  const reply = await fixture.discord.waitFor(sent.interactionId, {
    until: ({ followUps }) => followUps.length > 0,
  });
  expect(reply).toMatchObject({
    original: { content: 'Hello', ephemeral: true },
    followUps: [{ attachments: [{ name: 'wolf.txt', size: 4 }] }],
  });
  expect([...fixture.discord.world.state.attachments.values()]).toMatchObject([
    { description: 'What a wolf says' },
  ]);
});

it('@discordjs/core lists commands with all their languages, and members page by page', async () => {
  const query = { with_localizations: true };
  expect(await api.applicationCommands.getGuildCommands(applicationId, guildId, query)).toMatchObject([
    { name: 'hello', description_localizations: { de: 'Grüßt' } },
  ]);
  const seen: string[] = [];
  for (;;) {
    const page = await api.guilds.getMembers(guildId, { limit: 2, after: seen.at(-1) ?? '0' });
    seen.push(...page.map((member) => member.user.id));
    if (page.length < 2) break;
  }
  expect(seen).toEqual(MEMBERS);
});

it('@discordjs/core waits where the limit is reached, and repeats what met a 429', async () => {
  fixture.discord.faults.add({ route: /^GET .*\/members\//, status: 429, retryAfter: 0.05, times: 1 });
  const all = Array.from({ length: 7 }, () => api.guilds.getMember(guildId, IDS.wolf));
  expect(await Promise.all(all)).toHaveLength(7);
  // Only the one that was switched on: the headers kept it from running into another.
  expect(fixture.discord.requests.invalid()).toBe(1);
});

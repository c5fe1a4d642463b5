import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isRecord, listOf, textOf } from '../../local/emulator/plain.ts';
import { parseInteraction } from '../../shared/interactions/parse-interaction.ts';
import { IDS, startWorld, TOKEN } from './discord-world.ts';
import { documentExamples } from './document-examples.ts';
import { AGENT, BY, type Fixture, startFixture } from './interaction-fixture.ts';
import { rawRequest } from './raw-request.ts';

const examples = documentExamples();
const HEADERS = { ...AGENT, authorization: `Bot ${TOKEN}` };
const COMMANDS = `/applications/${IDS.application}/guilds/${IDS.guild}/commands`;
const numbered = (list: readonly Readonly<Record<string, unknown>>[] = []) =>
  list.map((json, index) => ({ name: nameOf(json, index), json }));

/** What Discord itself says is wrong in its examples. */
const isWrong = ({ type, allowed_mentions: allowed }: Readonly<Record<string, unknown>>) =>
  type === 4 ||
  (isRecord(allowed) && listOf(allowed['parse']).includes('users') && listOf(allowed['users']).length > 0);

describe.skipIf(examples === undefined)("the examples of Discord's documents", () => {
  let at: Fixture;
  beforeEach(async () => {
    at = await startFixture();
  });
  afterEach(() => at.stop());

  it.each(numbered(examples?.responses))(
    'a modal opens, inline and by the callback: $name',
    async ({ json }) => {
      at.respond(() => json);
      const inline = await at.discord.sendInteraction({ ...BY, userMenu: 'Check member', target: 'hermit' });
      expect(inline).toMatchObject({ acknowledged: true, modal: json['data'] });
      const second = at.discord.buildInteraction({ ...BY, userMenu: 'Check member', target: 'hermit' });
      at.respond(async () => {
        const path = `/interactions/${second['id']}/${second['token']}/callback`;
        return {
          status: (await rawRequest(at.discord.apiUrl, 'POST', path, { body: json, headers: AGENT })).status,
        };
      });
      await at.discord.deliver('tophat', second);
      expect(at.discord.reply(`${second['id']}`)).toMatchObject({ acknowledgedAs: 9, modal: json['data'] });
      expect(at.discord.violations).toEqual([]);
    },
  );

  it.each(numbered(examples?.commands))(
    'a command is registered, unless it needs an Activity: $name',
    async ({ json }) => {
      const { status } = await rawRequest(at.discord.apiUrl, 'POST', COMMANDS, {
        body: json,
        headers: HEADERS,
      });
      expect(status).toBe(isWrong(json) ? 400 : 201);
    },
  );

  it.each(numbered(examples?.listedCommands))(
    'a list shows a command in one language: $name',
    async ({ json }) => {
      const whole = examples?.commands.find(
        (command) => command['name'] === json['name'] && 'name_localizations' in command,
      );
      await rawRequest(at.discord.apiUrl, 'POST', COMMANDS, { body: whole, headers: HEADERS });
      const list = await rawRequest(at.discord.apiUrl, 'GET', COMMANDS, {
        headers: { ...HEADERS, 'x-discord-locale': 'zh-CN' },
      });
      expect(list.json).toContainEqual(expect.objectContaining(json));
    },
  );

  it.each(numbered(examples?.messages))(
    'a message is sent, unless the documents call it wrong: $name',
    async ({ json }) => {
      const discord = await startWorld();
      const form = new FormData();
      form.set('payload_json', JSON.stringify(json));
      const files = [...JSON.stringify(json).matchAll(/attachment:\/\/([\w.]+)/g)].map(
        (found) => found[1] ?? '',
      );
      for (const [index, file] of files.entries()) form.set(`files[${index}]`, new Blob(['x']), file);
      const response = await fetch(`${discord.apiUrl}/channels/${IDS.general}/messages`, {
        method: 'POST',
        headers: HEADERS,
        body: form,
      });
      const answer: unknown = await response.json();
      await discord.stop();
      expect(response.status, JSON.stringify(answer)).toBe(isWrong(json) ? 400 : 200);
      if (!isWrong(json)) expect(discord.violations).toEqual([]);
    },
  );

  it.each(numbered(examples?.interactions))(
    'an interaction is delivered and read: $name',
    async ({ json }) => {
      at.respond(() => ({ type: json['type'] === 4 ? 8 : 4, data: { choices: [], content: 'done' } }));
      const whole = { id: '1500000000000000001', token: 'a', ...json };
      expect((await at.discord.deliver('tophat', whole)).status).toBe(200);
      const data = isRecord(json['data']) ? json['data'] : {};
      if (!('member' in json) || data['type'] === 3) return;
      const read = parseInteraction({ application_id: IDS.application, ...json });
      expect(read).toMatchObject({ id: json['id'], token: json['token'], guildId: json['guild_id'] });
    },
  );

  it('an interaction of the emulator has every field that the documents show', async () => {
    const [command, menu] = examples?.interactions ?? [];
    const options = [{ type: 3, name: 'cardname', description: 'Its name' }];
    const body = { name: 'cardsearch', description: 'Finds a card', options };
    await rawRequest(at.discord.apiUrl, 'POST', COMMANDS, { body, headers: HEADERS });
    const built = at.discord.buildInteraction({
      ...BY,
      command: 'cardsearch',
      options: { cardname: 'The Gitrog Monster' },
    });
    const builtMenu = at.discord.buildInteraction({ ...BY, userMenu: 'Check member', target: 'hermit' });
    // The documents' own table no longer knows is_pending.
    const missing = (from: unknown, to: unknown) =>
      fieldsOf(from).filter((field) => !fieldsOf(to).includes(field) && !field.endsWith('is_pending'));
    expect(missing(command, built)).toEqual([]);
    expect(missing(menu, builtMenu)).toEqual([]);
  });
});

function nameOf(json: Readonly<Record<string, unknown>>, index: number): string {
  const data = isRecord(json['data']) ? json['data'] : {};
  const text = textOf(json['name'] ?? data['title'] ?? data['name'] ?? json['content']);
  return `${index + 1} ${text}`.trim();
}

/** The paths of all fields, ids and list positions left out: `data.resolved.users.*.username`. */
function fieldsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(fieldsOf);
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, entry]) => {
    const name = /^\d+$/.test(key) ? '*' : key;
    return [name, ...fieldsOf(entry).map((field) => `${name}.${field}`)];
  });
}

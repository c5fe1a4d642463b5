import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DiscordEmulator } from '../../local/discord/discord-emulator.ts';
import { IDS, startWorld, TOKEN } from './discord-world.ts';
import { errorPaths } from './error-paths.ts';
import { openApiFile } from './openapi-files.ts';
import { rawRequest } from './raw-request.ts';

const file = openApiFile('discord-openapi.json');
const HEADERS = { authorization: `Bot ${TOKEN}`, 'user-agent': 'DiscordBot (https://test.example, 1.0)' };

describe('the Discord emulator refuses what Discord refuses', () => {
  let discord: DiscordEmulator;
  beforeEach(async () => {
    discord = await startWorld();
  });
  afterEach(() => discord.stop());

  const send = (method: string, path: string, body?: unknown, headers: Record<string, string> = HEADERS) =>
    rawRequest(discord.apiUrl, method, path, { body, headers });
  const post = (body: unknown, channel: string = IDS.general) =>
    send('POST', `/channels/${channel}/messages`, body);
  const rolePath = (role: string, user: string = IDS.wolf) =>
    `/guilds/${IDS.guild}/members/${user}/roles/${role}`;

  it('answers 401 without a token and with a wrong one', async () => {
    const { authorization: _, ...without } = HEADERS;
    expect((await send('GET', '/users/@me', undefined, without)).status).toBe(401);
    const wrong = await send('GET', '/users/@me', undefined, { ...HEADERS, authorization: 'Bot nonsense' });
    expect(wrong).toMatchObject({ status: 401, json: { message: '401: Unauthorized', code: 0 } });
  });

  it('answers 40333 without a User-Agent of the form that bots must have', async () => {
    const answer = await send('GET', '/users/@me', undefined, { ...HEADERS, 'user-agent': 'node' });
    expect(answer).toMatchObject({ status: 403, json: { code: 40333 } });
    expect(discord.violations).toHaveLength(1);
  });

  it('knows no route that Discord does not have, and remembers who asked', async () => {
    expect(await send('GET', '/guild/1')).toMatchObject({ status: 404, json: { code: 0 } });
    expect(discord.violations[0]?.problems).toEqual(['Discord has no such route']);
  });

  it('refuses roles that are managed, at or above its own, of a stranger, or unknown', async () => {
    expect(await send('PUT', rolePath(IDS.high))).toMatchObject({ status: 403, json: { code: 50013 } });
    expect(await send('PUT', rolePath(IDS.booster))).toMatchObject({ status: 403, json: { code: 50013 } });
    expect(await send('PUT', rolePath('1100000000000000999'))).toMatchObject({
      status: 404,
      json: { code: 10011 },
    });
    expect(await send('PUT', rolePath(IDS.low, '1100000000000000999'))).toMatchObject({
      status: 404,
      json: { code: 10007 },
    });
    expect(discord.rolesOf('tophat', 'Wolf')).toEqual(['Enlist']);
  });

  it('lets nobody see a hidden channel or write to one that is read-only', async () => {
    expect(await post({ content: 'x' }, IDS.hidden)).toMatchObject({ status: 403, json: { code: 50001 } });
    expect(await post({ content: 'x' }, IDS.readOnly)).toMatchObject({ status: 403, json: { code: 50013 } });
    expect(await post({ content: 'x' }, '1100000000000000999')).toMatchObject({
      status: 404,
      json: { code: 10003 },
    });
  });

  it('lists members only with the Server Members intent, 1,000 a page', async () => {
    const answer = await send('GET', `/guilds/${IDS.guild}/members?limit=1001`);
    expect(answer.status).toBe(file.missing ? 200 : 400);
    const plain = await startWorld({ seed: { ...discordSeedWithoutIntent(discord) } });
    const refused = await rawRequest(plain.apiUrl, 'GET', `/guilds/${IDS.guild}/members?limit=2`, {
      headers: HEADERS,
    });
    await plain.stop();
    expect(refused).toMatchObject({ status: 403, json: { code: 50001 } });
  });

  const row = (count: number, id = 'a') => ({
    type: 1,
    components: Array.from({ length: count }, (_, index) => ({
      type: 2,
      style: 1,
      label: 'x',
      custom_id: `${id}${index}`,
    })),
  });
  const cases: [string, unknown, string][] = [
    ['2,001 letters of content', { content: 'x'.repeat(2001) }, 'content'],
    ['an embed title of 257 letters', { embeds: [{ title: 'x'.repeat(257) }] }, 'embeds.0.title'],
    [
      'a description of 4,097 letters',
      { embeds: [{ description: 'x'.repeat(4097) }] },
      'embeds.0.description',
    ],
    [
      'a footer of 2,049 letters',
      { embeds: [{ footer: { text: 'x'.repeat(2049) } }] },
      'embeds.0.footer.text',
    ],
    ['26 fields', { embeds: [{ fields: Array(26).fill({ name: 'n', value: 'v' }) }] }, 'embeds.0.fields'],
    [
      'a field name of 257 letters',
      { embeds: [{ fields: [{ name: 'x'.repeat(257), value: 'v' }] }] },
      'embeds.0.fields.0.name',
    ],
    [
      'a field value of 1,025 letters',
      { embeds: [{ fields: [{ name: 'n', value: 'x'.repeat(1025) }] }] },
      'embeds.0.fields.0.value',
    ],
    ['an empty field value', { embeds: [{ fields: [{ name: 'n', value: '' }] }] }, 'embeds.0.fields.0.value'],
    [
      '6,001 letters in two embeds',
      { embeds: [{ description: 'x'.repeat(4000) }, { description: 'x'.repeat(2001) }] },
      'embeds',
    ],
    ['11 embeds', { embeds: Array(11).fill({ title: 'x' }) }, 'embeds'],
    [
      '6 rows',
      { content: 'x', components: Array.from({ length: 6 }, (_, index) => row(1, `r${index}`)) },
      'components',
    ],
    ['6 buttons in a row', { content: 'x', components: [row(6)] }, 'components.0.components'],
    [
      'a custom id of 101 letters',
      {
        content: 'x',
        components: [
          { type: 1, components: [{ type: 2, style: 1, label: 'x', custom_id: 'x'.repeat(101) }] },
        ],
      },
      'components.0.components.0.custom_id',
    ],
    [
      'one custom id twice',
      { content: 'x', components: [row(1), row(1)] },
      'components.1.components.0.custom_id',
    ],
    [
      'a button with no custom id',
      { content: 'x', components: [{ type: 1, components: [{ type: 2, style: 1, label: 'x' }] }] },
      'components.0.components.0.custom_id',
    ],
    [
      'a button label of 81 letters',
      {
        content: 'x',
        components: [{ type: 1, components: [{ type: 2, style: 1, label: 'x'.repeat(81), custom_id: 'a' }] }],
      },
      'components.0.components.0.label',
    ],
    [
      'a select of 26 options',
      {
        content: 'x',
        components: [
          {
            type: 1,
            components: [
              {
                type: 3,
                custom_id: 's',
                options: Array.from({ length: 26 }, (_, index) => ({ label: 'x', value: `${index}` })),
              },
            ],
          },
        ],
      },
      'components.0.components.0.options',
    ],
    ['a nonce of 26 letters', { content: 'x', nonce: 'x'.repeat(26) }, 'nonce'],
    [
      'a file that did not come along',
      { content: 'x', attachments: [{ id: '0', filename: 'a.png' }] },
      'attachments.0.id',
    ],
    [
      'both ways to allow user mentions',
      { content: 'x', allowed_mentions: { parse: ['users'], users: [IDS.wolf] } },
      'allowed_mentions',
    ],
    [
      'content beside Components V2',
      { content: 'x', flags: 1 << 15, components: [{ type: 10, content: 'x' }] },
      'content',
    ],
    ['a text component without its flag', { components: [{ type: 10, content: 'x' }] }, 'components.0.type'],
  ];
  it.each(cases)('answers 50035 for %s, at its place', async (_name, body, place) => {
    const answer = await post(body);
    expect(answer).toMatchObject({ status: 400, json: { code: 50035, message: 'Invalid Form Body' } });
    expect(errorPaths(answer.json)).toContain(place);
    expect(discord.violations).toHaveLength(1);
    expect(discord.messages('tophat', 'general')).toEqual([]);
  });

  it.skipIf(file.missing)(
    `answers 50035 for a wrong type deep inside, naming only the branch that was meant${file.note}`,
    async () => {
      const answer = await post({
        content: 'x',
        components: [{ type: 1, components: [{ type: 2, style: 'red', label: 'x', custom_id: 'a' }] }],
      });
      expect(errorPaths(answer.json)).toEqual(['components.0.components.0.style']);
      const embed = await post({ embeds: [{ color: 'gold' }] });
      expect(errorPaths(embed.json)).toEqual(['embeds.0.color']);
    },
  );

  it.skipIf(file.missing)(
    `remembers a field that Discord would pass over in silence${file.note}`,
    async () => {
      expect((await post({ content: 'x', allowedMentions: {} })).status).toBe(200);
      expect(discord.violations[0]?.problems).toEqual(['body allowedMentions: there is no such field']);
    },
  );

  it('refuses an empty message, broken JSON, and the message of somebody else', async () => {
    expect(await post({ content: ' ' })).toMatchObject({ status: 400, json: { code: 50006 } });
    expect(await post('{"content":')).toMatchObject({ status: 400, json: { code: 50109 } });
    expect(
      await send('PATCH', `/channels/${IDS.general}/messages/1100000000000000999`, { content: 'x' }),
    ).toMatchObject({ status: 404, json: { code: 10008 } });
  });

  const commands: [string, unknown, string][] = [
    ['an upper-case name', [{ name: 'Points', description: 'x' }], '0.name'],
    ['no description', [{ name: 'points' }], '0.description'],
    ['a description of 101 letters', [{ name: 'points', description: 'x'.repeat(101) }], '0.description'],
    [
      'one name twice',
      [
        { name: 'points', description: 'x' },
        { name: 'points', description: 'y' },
      ],
      '1.name',
    ],
    ['a description on a user menu', [{ name: 'Check', type: 2, description: 'x' }], '0.description'],
    [
      '26 choices',
      [
        {
          name: 'a',
          description: 'x',
          options: [
            {
              type: 3,
              name: 'b',
              description: 'x',
              choices: Array.from({ length: 26 }, (_, index) => ({ name: `${index}`, value: `${index}` })),
            },
          ],
        },
      ],
      '0.options.0.choices',
    ],
    [
      'a required option after an optional one',
      [
        {
          name: 'a',
          description: 'x',
          options: [
            { type: 3, name: 'b', description: 'x' },
            { type: 3, name: 'c', description: 'x', required: true },
          ],
        },
      ],
      '0.options.1',
    ],
  ];
  it.each(commands)('registers no command with %s', async (_name, body, place) => {
    const answer = await send('PUT', `/applications/${IDS.application}/guilds/${IDS.guild}/commands`, body);
    expect(answer).toMatchObject({ status: 400, json: { code: 50035 } });
    expect(errorPaths(answer.json)).toContain(place);
    expect(discord.commands('tophat')).toEqual([]);
  });

  it("lets nobody register another application's commands", async () => {
    const answer = await send('PUT', `/applications/1100000000000000999/guilds/${IDS.guild}/commands`, []);
    expect(answer).toMatchObject({ status: 403, json: { code: 20012 } });
  });
});

/** The same clan, whose application lacks the intent. */
function discordSeedWithoutIntent(discord: DiscordEmulator) {
  const applications = discord.world.applications.map((application) => ({
    ...application,
    serverMembersIntent: false,
  }));
  return { applications, guilds: [{ id: IDS.guild, name: 'TophatC', ownerId: IDS.owner }] };
}

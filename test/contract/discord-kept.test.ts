import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { IDS, startWorld, TOKEN } from './discord-world.ts';
import { ADD, AGENT, BY, EPHEMERAL, type Fixture, startFixture } from './interaction-fixture.ts';
import { rawRequest } from './raw-request.ts';

const HEADERS = { ...AGENT, authorization: `Bot ${TOKEN}` };
const COMMANDS = `/applications/${IDS.application}/guilds/${IDS.guild}/commands`;
const MESSAGES = `/channels/${IDS.general}/messages`;

describe('the Discord emulator keeps what a request says, and does what it asks', () => {
  let at: Fixture;
  beforeEach(async () => {
    at = await startFixture();
  });
  afterEach(async () => {
    expect(at.discord.violations).toEqual([]);
    await at.stop();
  });

  const send = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    rawRequest(at.discord.apiUrl, method, path, { body, headers: { ...HEADERS, ...headers } });
  const idOf = ({ json }: { json: unknown }) =>
    typeof json === 'object' && json !== null && 'id' in json ? String(json.id) : '';
  const upload = async (method: string, path: string, payload: unknown) => {
    const form = new FormData();
    form.set('payload_json', JSON.stringify(payload));
    form.set('files[0]', new Blob(['x'], { type: 'image/png' }), 'upload.png');
    const response = await fetch(at.discord.apiUrl + path, { method, headers: HEADERS, body: form });
    const json: unknown = await response.json();
    return { status: response.status, json };
  };

  it('takes %40original for @original and %40me for @me', async () => {
    const { token } = await at.discord.sendInteraction(ADD);
    const path = `/webhooks/${IDS.application}/${token}/messages/%40original`;
    expect(await send('PATCH', path, { content: 'done' })).toMatchObject({
      status: 200,
      json: { content: 'done' },
    });
    expect(at.discord.requests.list(/@original$/)).toMatchObject([{ path: path.replace('%40', '@') }]);
    expect((await send('GET', '/users/%40me')).status).toBe(200);
  });

  it('gives the response back where with_response asks for it, and 204 where it does not', async () => {
    const answers: unknown[] = [];
    const callback =
      (response: unknown, query: string) => async (interaction: Readonly<Record<string, unknown>>) => {
        answers.push(
          await send(
            'POST',
            `/interactions/${interaction['id']}/${interaction['token']}/callback${query}`,
            response,
          ),
        );
        return {};
      };
    at.respond(callback({ type: 4, data: { content: 'hello', flags: EPHEMERAL } }, '?with_response=true'));
    const first = await at.discord.sendInteraction(ADD);
    at.respond(callback({ type: 5 }, '?with_response=1'));
    await at.discord.sendInteraction(ADD);
    at.respond(callback({ type: 5 }, ''));
    await at.discord.sendInteraction(ADD);
    expect(answers).toMatchObject([
      {
        status: 200,
        json: {
          interaction: { id: first.interactionId, type: 2, response_message_ephemeral: true },
          resource: { type: 4, message: { content: 'hello' } },
        },
      },
      { status: 200, json: { interaction: { response_message_loading: true } } },
      { status: 204 },
    ]);
  });

  it('lists a command in the language asked for, and in all of them with_localizations', async () => {
    const command = {
      name: 'colour',
      description: 'Choose',
      name_localizations: { de: 'farbe', fr: 'couleur' },
      options: [
        {
          type: 3,
          name: 'tone',
          description: 'Which',
          description_localizations: { de: 'Welche' },
          choices: [{ name: 'Red', value: 'r', name_localizations: { de: 'Rot' } }],
        },
      ],
    };
    await send('PUT', COMMANDS, [command]);
    const own = await send('GET', COMMANDS);
    expect(own.json).toMatchObject([{ name: 'colour', options: [{ choices: [{ name: 'Red' }] }] }]);
    expect(JSON.stringify(own.json)).not.toContain('locali');
    const german = await send('GET', COMMANDS, undefined, { 'accept-language': 'de,en;q=0.5' });
    expect(german.json).toMatchObject([
      {
        name_localized: 'farbe',
        options: [{ description_localized: 'Welche', choices: [{ name_localized: 'Rot' }] }],
      },
    ]);
    const whole = await send('GET', `${COMMANDS}?with_localizations=true`);
    expect(whole.json).toMatchObject([command]);
  });

  it('reads, changes and deletes one command, and no other name is taken', async () => {
    const id = idOf(await send('POST', COMMANDS, { name: 'first', description: 'x' }));
    await send('POST', COMMANDS, { name: 'second', description: 'x' });
    expect((await send('POST', COMMANDS, { name: 'first', description: 'y' })).status).toBe(200);
    const edited = await send('PATCH', `${COMMANDS}/${id}`, { description: 'z' });
    expect(edited.json).toMatchObject({ id, name: 'first', description: 'z' });
    expect((await send('GET', `${COMMANDS}/${id}`)).json).toEqual(edited.json);
    expect((await send('DELETE', `${COMMANDS}/${id}`)).status).toBe(204);
    expect(await send('GET', `${COMMANDS}/${id}`)).toMatchObject({ status: 404, json: { code: 10063 } });
  });

  it("pages through a channel's messages: before, after and around one", async () => {
    const ids: string[] = [];
    for (const content of ['1', '2', '3', '4', '5'])
      ids.push(idOf(await send('POST', MESSAGES, { content })));
    const page = async (query: string) => {
      const { json } = await send('GET', `${MESSAGES}?${query}`);
      return Array.isArray(json) ? json.map((message) => message.content).join('') : json;
    };
    expect(await page('limit=2')).toBe('54');
    expect(await page(`limit=2&before=${ids[3]}`)).toBe('32');
    expect(await page(`limit=2&after=${ids[1]}`)).toBe('43');
    expect(await page(`limit=3&around=${ids[2]}`)).toBe('432');
    expect(await page(`before=${ids[0]}`)).toBe('');
  });

  it("keeps a file's name, description and spoiler, and an edit may change the last two", async () => {
    const about = { id: 0, filename: 'proof.png', description: 'Two wolves', is_spoiler: true };
    const sent = await upload('POST', MESSAGES, { attachments: [about] });
    expect(sent.json).toMatchObject({
      attachments: [{ filename: 'proof.png', description: 'Two wolves', flags: 8 }],
    });
    const [file] = [...at.discord.world.state.attachments.values()];
    const edited = await send('PATCH', `${MESSAGES}/${idOf(sent)}`, {
      attachments: [{ id: file?.id, description: 'Three', is_spoiler: false }],
    });
    expect(edited.json).toMatchObject({ attachments: [{ filename: 'proof.png', description: 'Three' }] });
    expect(JSON.stringify(edited.json)).not.toContain('"flags":8');
  });

  it('replaces the files of a message by those of an edit, unless it lists the old ones', async () => {
    const sent = await upload('POST', MESSAGES, { content: 'x' });
    const [first] = [...at.discord.world.state.attachments.keys()];
    const both = await upload('PATCH', `${MESSAGES}/${idOf(sent)}`, {
      attachments: [{ id: first }, { id: 0 }],
    });
    expect(both.json).toMatchObject({ attachments: [{ id: first }, { filename: 'upload.png' }] });
    const replaced = await upload('PATCH', `${MESSAGES}/${idOf(sent)}`, { content: 'y' });
    expect(replaced.json).toMatchObject({ attachments: [{ filename: 'upload.png' }] });
  });

  it('gives resolved channels what the bot may do there, and nothing of their overwrites', async () => {
    const option = { type: 7, name: 'channel', description: 'Which', required: true };
    await send('POST', COMMANDS, { name: 'choose', description: 'x', options: [option] });
    const built = at.discord.buildInteraction({
      ...BY,
      command: 'choose',
      options: { channel: 'read-only' },
    });
    const SEND_MESSAGES = 1n << 11n;
    const { channels } = JSON.parse(JSON.stringify(built['data'])).resolved;
    const channel = channels[IDS.readOnly];
    expect(channel).toMatchObject({ name: 'read-only', guild_id: IDS.guild });
    expect(BigInt(channel.app_permissions) & SEND_MESSAGES).toBe(0n);
    expect(channel).not.toHaveProperty('permission_overwrites');
  });
});

describe('an interaction that is answered by the callback route', () => {
  let at: Fixture;
  beforeEach(async () => {
    at = await startFixture({ status: 202 });
  });
  afterEach(() => at.stop());

  it('is answered although the callback comes after the 202', async () => {
    let path = '';
    at.respond((interaction) => {
      path = `/interactions/${interaction['id']}/${interaction['token']}/callback`;
      return undefined;
    });
    const sending = at.discord.sendInteraction(ADD);
    // Discord has the 202 and waits for the callback.
    await vi.waitFor(() => expect(at.discord.world.events.listenerCount('interaction')).toBe(1));
    const body = { type: 4, data: { content: 'by callback' } };
    await rawRequest(at.discord.apiUrl, 'POST', path, { body, headers: AGENT });
    const sent = await sending;
    expect(sent).toMatchObject({ acknowledged: true, status: 202 });
    expect(at.discord.reply(sent.interactionId).original).toMatchObject({ content: 'by callback' });
  });

  it('fails when no callback comes in time, and a late one meets 10062', async () => {
    at.respond(() => undefined);
    const sent = await at.discord.sendInteraction(ADD);
    expect(sent).toMatchObject({ acknowledged: false, problem: expect.stringContaining('no callback came') });
    const path = `/interactions/${sent.interactionId}/${sent.token}/callback`;
    expect(
      await rawRequest(at.discord.apiUrl, 'POST', path, { body: { type: 5 }, headers: AGENT }),
    ).toMatchObject({
      status: 404,
      json: { code: 10062 },
    });
  });
});

it('takes any User-Agent where it is told to, as the documents only say that one may be blocked', async () => {
  const discord = await startWorld({ anyUserAgent: true });
  const headers = { authorization: `Bot ${TOKEN}`, 'user-agent': 'node' };
  expect((await rawRequest(discord.apiUrl, 'GET', '/users/@me', { headers })).status).toBe(200);
  expect(discord.violations).toEqual([]);
  await discord.stop();
});

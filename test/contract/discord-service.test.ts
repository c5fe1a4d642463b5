import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyKey } from 'discord-interactions';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DiscordEmulator } from '../../local/discord/discord-emulator.ts';
import { startHttpServer } from '../../local/emulator/http-server.ts';
import { IDS, SEED, startWorld, TOKEN } from './discord-world.ts';
import { rawRequest } from './raw-request.ts';

const HEADERS = { authorization: `Bot ${TOKEN}`, 'user-agent': 'DiscordBot (https://test.example, 1.0)' };
const MESSAGES = `/channels/${IDS.general}/messages`;

describe('the Discord emulator as a service', () => {
  let discord: DiscordEmulator;
  let folder: string;
  let now: number;

  beforeEach(async () => {
    now = Date.now();
    folder = mkdtempSync(join(tmpdir(), 'discord-'));
    discord = await start();
  });
  afterEach(async () => {
    await discord.stop();
    rmSync(folder, { recursive: true });
  });

  const start = () => startWorld({ now: () => now, limits: 'real', stateFile: join(folder, 'discord.json') });
  const send = (method: string, path: string, body?: unknown) =>
    rawRequest(discord.apiUrl, method, path, { body, headers: HEADERS });

  it('counts requests down in its headers and answers 429 with the time to wait', async () => {
    const answers = [];
    for (let index = 0; index < 6; index += 1)
      answers.push(await send('POST', MESSAGES, { content: `${index}` }));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200, 200, 429]);
    expect(answers.map((answer) => answer.headers.get('x-ratelimit-remaining'))).toEqual([
      '4',
      '3',
      '2',
      '1',
      '0',
      '0',
    ]);
    expect(answers[5]?.json).toEqual({
      message: 'You are being rate limited.',
      retry_after: 5,
      global: false,
    });
    expect(answers[5]?.headers.get('retry-after')).toBe('5');
    expect((await send('POST', `/channels/${IDS.admin}/messages`, { content: 'x' })).status).toBe(200);
    now += 5000;
    expect((await send('POST', MESSAGES, { content: 'again' })).status).toBe(200);
  });

  it('limits the whole bot to 50 requests a second, whatever they ask for', async () => {
    const guild = `/guilds/${IDS.guild}`;
    const paths = [
      guild,
      `${guild}/roles`,
      `${guild}/channels`,
      `${guild}/roles/${IDS.low}`,
      '/users/@me',
      '/applications/@me',
    ];
    const answers = await Promise.all(
      Array.from({ length: 51 }, (_, index) => send('GET', paths[index % 6] ?? '')),
    );
    const limited = answers.filter((answer) => answer.status === 429);
    expect(limited.map((answer) => answer.json)).toMatchObject([{ global: true }]);
    expect(limited[0]?.headers.get('x-ratelimit-global')).toBe('true');
  });

  it('breaks as it is told, as often as it is told', async () => {
    discord.faults.add({ route: /^POST .*\/messages$/, status: 500, times: 1 });
    discord.faults.add({ route: /^GET .*\/roles$/, status: 403, code: 50013 });
    expect((await send('POST', MESSAGES, { content: 'x' })).status).toBe(500);
    expect((await send('POST', MESSAGES, { content: 'x' })).status).toBe(200);
    expect(await send('GET', `/guilds/${IDS.guild}/roles`)).toMatchObject({
      status: 403,
      json: { code: 50013 },
    });
    discord.faults.clear();
    expect((await send('GET', `/guilds/${IDS.guild}/roles`)).status).toBe(200);
  });

  it('loses an answer after the work was done', async () => {
    discord.faults.add({ route: /^POST .*\/messages$/, drop: true, when: 'after', times: 1 });
    await expect(send('POST', MESSAGES, { content: 'x', nonce: '1', enforce_nonce: true })).rejects.toThrow();
    await send('POST', MESSAGES, { content: 'x', nonce: '1', enforce_nonce: true });
    expect(discord.messages('tophat', 'general')).toHaveLength(1);
  });

  it('serves an attachment by its signed URL for a day, and by no other', async () => {
    const form = new FormData();
    form.set('payload_json', JSON.stringify({ attachments: [{ id: '0', filename: 'a.txt' }] }));
    form.set('files[0]', new Blob(['hello'], { type: 'text/plain' }), 'a.txt');
    const posted = await fetch(discord.apiUrl + MESSAGES, { method: 'POST', headers: HEADERS, body: form });
    expect(posted.status).toBe(200);
    const url = discord.messages('tophat', 'general')[0]?.attachments[0]?.url ?? '';
    expect(new URL(url).searchParams.get('ex')).toBe(Math.floor((now + 86_400_000) / 1000).toString(16));
    expect(await (await fetch(url)).text()).toBe('hello');
    expect((await fetch(url.split('?')[0] ?? '')).status).toBe(404);
    expect((await fetch(url.replace(/ex=./, 'ex=f'))).status).toBe(404);
    now += 86_400_000 + 1000;
    expect((await fetch(url)).status).toBe(404);
  });

  it('keeps its state from one start to the next', async () => {
    await send('POST', MESSAGES, { content: 'kept' });
    await send('PUT', `/guilds/${IDS.guild}/members/${IDS.wolf}/roles/${IDS.officer}`);
    await discord.stop();
    discord = await start();
    expect(discord.messages('tophat', 'general').map((message) => message.content)).toEqual(['kept']);
    expect(discord.rolesOf('tophat', 'Wolf')).toEqual(['Officer', 'Enlist']);
    const next = await send('POST', MESSAGES, { content: 'next' });
    expect(next.status).toBe(200);
    expect(discord.messages('tophat', 'general').map((message) => message.content)).toEqual(['kept', 'next']);
  });

  it('is steered by programs on this machine and by no page of another site', async () => {
    const control = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
      rawRequest(discord.url, method, `/emulator${path}`, { body, headers });
    expect(await control('POST', '/faults', { route: '^GET ', status: 503 })).toMatchObject({
      status: 200,
      json: [{ id: 1, status: 503 }],
    });
    expect((await send('GET', '/users/@me')).status).toBe(503);
    expect(await control('DELETE', '/faults')).toMatchObject({ json: [] });
    expect(await control('GET', '/clans')).toMatchObject({
      status: 200,
      json: [{ clan: 'tophat', channels: [{ name: 'general' }, { name: 'admin' }, {}, {}] }],
    });
    expect(await control('POST', '/faults', { route: '(' })).toMatchObject({ status: 400 });
    expect(await control('PATCH', '/clans/tophat/members?user=Wolf', { dms: 'closed' })).toMatchObject({
      status: 200,
      json: { dms: 'closed' },
    });
    const foreign = await control(
      'POST',
      '/faults',
      { route: '^GET ', status: 503 },
      { origin: 'https://evil.example' },
    );
    expect(foreign.status).toBe(403);
  });

  it('takes an interactions endpoint only when it answers a PING and refuses a bad signature', async () => {
    let careful = true;
    const key = SEED.applications[0]?.publicKey ?? '';
    const endpoint = await startHttpServer(0, async ({ headers, body }) => {
      const signed = await verifyKey(
        body,
        String(headers['x-signature-ed25519']),
        String(headers['x-signature-timestamp']),
        key,
      );
      return signed || !careful ? { status: 200, json: { type: 1 } } : { status: 401 };
    });
    const set = () =>
      send('PATCH', '/applications/@me', {
        interactions_endpoint_url: `${endpoint.url}/interactions/tophat`,
      });
    expect(await set()).toMatchObject({
      status: 200,
      json: { interactions_endpoint_url: `${endpoint.url}/interactions/tophat` },
    });
    careful = false;
    expect(await set()).toMatchObject({ status: 400, json: { code: 50035 } });
    await endpoint.stop();
    expect((await set()).status).toBe(400);
  });

  it('takes no file of more than 10 MiB and no reason of more than 512 letters', async () => {
    const form = new FormData();
    form.set('payload_json', '{}');
    form.set('files[0]', new Blob([new Uint8Array(10_485_761)]), 'large.png');
    const posted = await fetch(discord.apiUrl + MESSAGES, { method: 'POST', headers: HEADERS, body: form });
    expect([posted.status, await posted.json()]).toEqual([
      413,
      { message: 'Request entity too large', code: 40005 },
    ]);
    const path = `/guilds/${IDS.guild}/members/${IDS.wolf}/roles/${IDS.officer}`;
    const headers = { ...HEADERS, 'x-audit-log-reason': 'x'.repeat(513) };
    expect((await rawRequest(discord.apiUrl, 'PUT', path, { headers })).status).toBe(400);
  });
});

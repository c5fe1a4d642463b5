'use strict';
// Run while the image is built: starts every function as Fn would, sends it calls, and keeps the code that V8 compiled
// for those (load-bundle.cjs): one that it refuses, and a signed command of a clan that is made up, whose empty database
// makes it answer with an error. Discord is a server here that takes everything.
const { spawnSync } = require('node:child_process');
const { generateKeyPairSync, sign } = require('node:crypto');
const { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { createServer, request } = require('node:http');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { loadBundle, writeCache } = require('./load-bundle.cjs');

const WAIT_MS = 60_000;
const CLAN = { clan: 'none', applicationId: '100000000000000001', guildId: '100000000000000002' };

/** Every bundle in a process of its own: each of those that are functions listens as soon as it is loaded. */
function fillAll() {
  const files = readdirSync(join(__dirname, 'functions')).filter((file) => file.endsWith('.cjs'));
  const names = JSON.parse(readFileSync(join(__dirname, 'functions.json'), 'utf8')).map((one) => one.name);
  const directory = mkdtempSync(join(tmpdir(), 'fn-'));
  for (const file of files) {
    const name = file.slice(0, -4);
    const socket = names.includes(name) ? join(directory, `${name}.sock`) : '';
    const { status, signal } = spawnSync(process.execPath, [...process.execArgv, __filename, file, socket], {
      stdio: ['ignore', 'ignore', 'inherit'],
      timeout: WAIT_MS,
      env: { ...process.env, FN_FORMAT: 'http-stream', FN_LISTENER: `unix:${socket}`, CLANS_DIR: directory },
    });
    if (status !== 0) throw new Error(`${name} did not start (${signal ?? `code ${status}`}).`);
  }
  rmSync(directory, { recursive: true, force: true });
  process.stdout.write(`${files.length} bundles compiled\n`);
}

async function fillOne(file, socket) {
  if (socket !== '') {
    const discord = createServer((_, answer) => answer.end('{"id":"1"}')).listen(0, '127.0.0.1');
    await new Promise((resolve) => discord.once('listening', resolve));
    process.env.DISCORD_API_URL = `http://127.0.0.1:${discord.address().port}`;
  }
  loadBundle(file);
  if (socket !== '') {
    while (!existsSync(socket)) await new Promise((resolve) => setTimeout(resolve, 10));
    await call(socket, '{}');
    await call(socket, signedCommand(file.slice(0, -4)));
  }
  writeCache(file);
  process.exit(0);
}

/** A command by the function's name, as the front door hands it over. Makes the clan's record and its empty database. */
function signedCommand(name) {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const folder = process.env.CLANS_DIR;
  const path = join(folder, `${name}.db`);
  writeFileSync(path, '');
  const record = {
    ...CLAN,
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex'),
    robloxGroupId: '1',
    botToken: 'none',
    robloxApiKey: 'none',
    database: { path },
  };
  writeFileSync(join(folder, `${CLAN.clan}.json`), JSON.stringify(record));
  const user = { id: '100000000000000003', username: 'none', global_name: null };
  const body = JSON.stringify({
    application_id: CLAN.applicationId,
    app_permissions: '0',
    authorizing_integration_owners: { 0: CLAN.guildId },
    channel_id: '100000000000000004',
    context: 0,
    data: { id: '100000000000000005', name, type: 1 },
    guild_id: CLAN.guildId,
    guild_locale: 'en-US',
    id: '100000000000000006',
    locale: 'en-US',
    member: { permissions: '0', roles: [], nick: null, user },
    token: 'none',
    type: 2,
    version: 1,
  });
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = sign(null, Buffer.from(timestamp + body), privateKey).toString('hex');
  return JSON.stringify({ timestamp, signature, body });
}

/** A call, in the form of one that came through the gateway. */
function call(socketPath, body) {
  const headers = {
    'content-type': 'application/json',
    'fn-call-id': 'build',
    'fn-deadline': new Date(Date.now() + WAIT_MS).toISOString(),
    'fn-intent': 'httprequest',
    'fn-http-method': 'POST',
    'fn-http-request-url': '/interactions/none',
  };
  return new Promise((resolve, reject) => {
    const calling = request({ socketPath, path: '/call', method: 'POST', headers }, (answer) => {
      answer.resume().once('end', resolve);
    });
    calling.once('error', reject);
    calling.end(body);
  });
}

const [, , file, socket] = process.argv;
if (file === undefined) fillAll();
else void fillOne(file, socket);

import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod/mini';
import type { ClanRecord } from '../../../shared/clans/clan-record.ts';
import type { Database } from '../../../shared/database/database.ts';
import { databaseLocation } from '../../../shared/database/database-location.ts';
import { openDatabase } from '../../../shared/database/open-database.ts';
import { ApiError } from '../../discord/api-error.ts';
import { serveAttachment } from '../../discord/attachments.ts';
import type { DiscordEmulator } from '../../discord/discord-emulator.ts';
import { ImpossibleActionError } from '../../discord/interaction-request.ts';
import { Journal } from '../../discord/journal.ts';
import type { PlatformEnvironment } from '../../environment.ts';
import type { FnAgent } from '../../fn-agent.ts';
import type { FnWatch } from '../../fn-watch.ts';
import type { FunctionSpec } from '../../functions-file.ts';
import { readRequestBytes } from '../../read-request-bytes.ts';
import type { RobloxEmulator } from '../../roblox/roblox-emulator.ts';
import { type ApiCall, apiRoutes } from './api.ts';
import { type Asset, buildAssets } from './assets.ts';
import { secretCutter } from './cut-secrets.ts';
import { HeldLocks } from './database-lock.ts';
import { FunctionFaults } from './function-faults.ts';
import { isFromHere, isOwnPage, isToken, SECURITY_HEADERS } from './guard.ts';
import { FILES_PATH } from './message-view.ts';
import { readOutbox } from './read-outbox.ts';
import { Streams } from './streams.ts';
import { Switches } from './switches.ts';
import { Timelines } from './timelines.ts';

export interface PageOptions {
  readonly environment: PlatformEnvironment;
  readonly records: readonly ClanRecord[];
  readonly functions: readonly FunctionSpec[];
  readonly discord: DiscordEmulator;
  readonly roblox: RobloxEmulator;
}

/** The page on the gateway's port: `/` and what lies under `/page/`. */
export interface Page {
  /** For the Fn agent. */
  readonly watch: FnWatch;
  /** Answers a request that is the page's; says whether it was. */
  handle(incoming: IncomingMessage, outgoing: ServerResponse): boolean;
  /** The rest of the platform runs. Returns the page's address, which carries the token of this start. */
  connect(platform: { readonly agent: FnAgent; readonly url: string }): string;
  /** Ends the open streams and lets locks go. */
  stop(): Promise<void>;
}

const MOST_BODY_BYTES = 16_000_000;

/** Makes the page of a platform whose services are both emulated and which only this machine can reach. */
export function openPage({ environment, records, functions, discord, roblox }: PageOptions): Page {
  const token = randomBytes(18).toString('base64url');
  const databases = new Map<string, Promise<Database>>();
  const recordOf = (clan: string): ClanRecord => {
    const found = records.find((record) => record.clan === clan);
    if (found === undefined) throw new ImpossibleActionError(`There is no clan "${clan}" here.`);
    return found;
  };
  const openClan = (clan: string) =>
    openDatabase(databaseLocation(recordOf(clan), environment), { create: false });
  const databaseOf = (clan: string): Promise<Database> => {
    const known = databases.get(clan) ?? openClan(clan);
    databases.set(clan, known);
    // What could not be opened is tried again.
    known.catch(() => databases.delete(clan));
    return known;
  };
  const commands = functions.filter(({ kind }) => kind === 'command').map(({ name }) => name);
  const switchesChanged = () => streams.switchesChanged();
  const faults = new FunctionFaults(commands, switchesChanged);
  const locks = new HeldLocks(openClan, switchesChanged);
  let agent: FnAgent | undefined;
  let port = 0;
  const endIdle = async () => agent?.endIdle();
  const clans = records.map(({ clan }) => clan);
  const switches = new Switches({ discord, roblox, functions: faults, locks, clans, endIdle });
  const journal = new Journal(discord.world);
  const hosts = new Map([
    [new URL(discord.apiUrl).host, 'discord'],
    [new URL(roblox.apiUrl).host, 'roblox'],
  ]);
  const timelines = new Timelines({
    cut: secretCutter(records.flatMap(secretsOf)),
    nameOfHost: (host) => hosts.get(host) ?? 'functions',
    labelOf: (id) => labelOf(discord, id),
    outboxOf: async (clan, id) => readOutbox(await databaseOf(clan), id),
    changed: (id) => streams.timelineGrew(id),
    faults,
  });
  discord.world.events.on('sent', (sent) => timelines.sent(sent));
  discord.world.events.on('answered', (answered) => {
    timelines.answered(answered);
    switchesChanged();
  });
  const streams = new Streams({
    discord,
    journal,
    clans,
    timelinesOf: (clan, userId) => timelines.of(clan, userId),
    timeline: (id, clan, userId) => timelines.one(id, clan, userId),
    switches: () => switches.list(),
  });
  const routes = apiRoutes({
    discord,
    roblox,
    journal,
    switches,
    switchesChanged,
    timelinesOf: (clan, userId) => timelines.of(clan, userId),
    robloxGroupOf: (clan) => recordOf(clan).robloxGroupId,
    endIdle,
    async runMinute() {
      // One at a time: the next finds what this one leaves.
      if (agent?.load('deliver-outbox') !== 0) return;
      await agent.callDetached('deliver-outbox', Buffer.from(JSON.stringify({ job: 'deliver-outbox' })));
    },
  });
  let assets: Promise<ReadonlyMap<string, Asset>> | undefined;

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse, url: URL): Promise<void> {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) outgoing.setHeader(name, value);
    if (!isFromHere(incoming, port)) return refuse(outgoing, 404, 'Not Found');
    const { pathname: path, searchParams: query } = url;
    if (path.startsWith('/page/api/')) {
      const given = incoming.headers['x-page-token'] ?? query.get('token');
      if (!isOwnPage(incoming) || typeof given !== 'string' || !isToken(given, token))
        return refuse(outgoing, 403, 'This address needs the token of the page that npm start printed.');
      return api(incoming, outgoing, url);
    }
    if (incoming.method !== 'GET') return refuse(outgoing, 405, 'Method Not Allowed');
    if (path.startsWith(`${FILES_PATH}/`)) return file(outgoing, path.slice(FILES_PATH.length), url);
    if (path === '/' && !isToken(query.get('token'), token))
      return refuse(outgoing, 403, 'Open the address that npm start printed after "page": it has a token.');
    assets ??= buildAssets();
    const asset = (await assets).get(path === '/' ? 'page.html' : path.slice('/page/'.length));
    if (asset === undefined) return refuse(outgoing, 404, 'Not Found');
    const zipped = /\bgzip\b/.test(String(incoming.headers['accept-encoding'] ?? ''));
    outgoing.writeHead(200, {
      'content-type': asset.contentType,
      'cache-control': 'no-cache',
      ...(zipped ? { 'content-encoding': 'gzip' } : {}),
    });
    outgoing.end(zipped ? asset.gzipped : asset.bytes);
  }

  /** A file of Discord's CDN, by its signed URL. Only pictures are shown, whatever a file calls itself. */
  function file(outgoing: ServerResponse, path: string, { searchParams }: URL): void {
    const request = { method: 'GET', path, query: searchParams, headers: {}, body: Buffer.alloc(0) };
    const { status, headers = {}, bytes } = serveAttachment(discord.world, request);
    const isPicture = /^image\/(png|jpeg|gif|webp|avif)$/.test(headers['content-type'] ?? '');
    outgoing.writeHead(status, {
      'content-type': isPicture ? headers['content-type'] : 'application/octet-stream',
      'content-disposition': isPicture ? 'inline' : 'attachment',
      'cache-control': 'private, max-age=3600',
    });
    outgoing.end(bytes);
  }

  async function api(incoming: IncomingMessage, outgoing: ServerResponse, url: URL): Promise<void> {
    const query = url.searchParams;
    try {
      const clan = query.get('clan') || (records[0]?.clan ?? '');
      recordOf(clan);
      const viewer = discord.viewer(clan, query.get('as') || firstPerson(discord, clan));
      const name = url.pathname.slice('/page/api/'.length);
      if (name === 'events' && incoming.method === 'GET') {
        const place = incoming.headers['last-event-id'];
        return streams.open(outgoing, viewer, typeof place === 'string' ? place : undefined);
      }
      const route = routes[`${incoming.method} ${name}`];
      if (route === undefined) return refuse(outgoing, 404, 'Not Found');
      const bytes = await readRequestBytes(incoming, MOST_BODY_BYTES);
      if (bytes === undefined) return refuse(outgoing, 413, 'That is too large: 10 MB at most.');
      const call: ApiCall = { viewer, query, body: bytes.length === 0 ? {} : JSON.parse(bytes.toString()) };
      writeJson(outgoing, 200, await route(call));
    } catch (error) {
      refuse(outgoing, 400, refusalOf(error));
    }
  }

  return {
    watch: timelines.watch,
    handle(incoming, outgoing) {
      const url = URL.parse(incoming.url ?? '/', 'http://page.invalid');
      if (url === null || (url.pathname !== '/' && !url.pathname.startsWith('/page/'))) return false;
      answer(incoming, outgoing, url).catch((error: unknown) => {
        console.error('The page failed on a request:', error);
        outgoing.destroy();
      });
      return true;
    },
    connect(platform) {
      agent = platform.agent;
      port = Number(new URL(platform.url).port);
      return `${platform.url}/?token=${token}`;
    },
    async stop() {
      streams.end();
      locks.releaseAll();
      for (const database of await Promise.allSettled(databases.values()))
        if (database.status === 'fulfilled') await database.value.close();
    },
  };
}

/** What may never be shown: whoever knows these acts as the bot or reads its database. */
function secretsOf({ botToken, robloxApiKey, database }: ClanRecord): string[] {
  return [botToken, robloxApiKey, database !== undefined && 'password' in database ? database.password : ''];
}

function labelOf({ world }: DiscordEmulator, id: string): string {
  const interaction = world.state.interactions.get(id);
  const kinds: Readonly<Record<number, string>> = { 3: 'button', 4: 'autocomplete of', 5: 'form' };
  return `${kinds[interaction?.type ?? 0] ?? ''} ${interaction?.name ?? ''}`.trim();
}

/** Somebody without a say in the server, where there is one. */
function firstPerson(discord: DiscordEmulator, clan: string): string {
  const people = discord.guild(clan);
  const plain = [...people.members.values()].filter(
    ({ userId }) => userId !== people.ownerId && !discord.world.user(userId).bot,
  );
  const wolf = plain.find(({ userId }) => discord.world.user(userId).username === 'wolf');
  return (wolf ?? plain[0])?.userId ?? people.ownerId;
}

function refusalOf(error: unknown): string {
  if (error instanceof z.core.$ZodError) return z.prettifyError(error);
  if (error instanceof ApiError) return `${error.message} ${JSON.stringify(error.errors ?? '')}`;
  return error instanceof Error ? error.message : String(error);
}

function refuse(outgoing: ServerResponse, status: number, message: string): void {
  writeJson(outgoing, status, { message });
}

function writeJson(outgoing: ServerResponse, status: number, json: object): void {
  outgoing.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  outgoing.end(JSON.stringify(json));
}

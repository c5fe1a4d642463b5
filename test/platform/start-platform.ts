import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { inject } from 'vitest';
import { demoRecords } from '../../local/demo-clans.ts';
import type { Delivery } from '../../local/discord/deliver-interaction.ts';
import type { DiscordEmulator } from '../../local/discord/discord-emulator.ts';
import type { GivenValue, InteractionRequest } from '../../local/discord/interaction-request.ts';
import type { InteractionReply } from '../../local/discord/replies.ts';
import { readPrivateKey, signatureHeaders } from '../../local/discord/sign.ts';
import { parsePlatformEnvironment } from '../../local/environment.ts';
import { type LocalPlatform, type PlatformOptions, startPlatform } from '../../local/platform.ts';
import type { RobloxEmulator } from '../../local/roblox/roblox-emulator.ts';
import type { ClanRecord } from '../../shared/clans/clan-record.ts';
import type { Database } from '../../shared/database/database.ts';
import { databaseLocation } from '../../shared/database/database-location.ts';
import { openDatabase } from '../../shared/database/open-database.ts';
import { writeConfigs } from './write-configs.ts';

export interface TestPlatformOptions {
  /** Demo clans to serve. Default: tophat alone. Each has the people of `local/demo/people.ts`. */
  readonly clans?: readonly string[];
  /** Changes to a clan's `settings.json`: `{ tophat: { verification: 'group-only' } }`. */
  readonly settings?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Another `ranks.json` for a clan. */
  readonly ranks?: Readonly<Record<string, readonly unknown[]>>;
  /** Hands in the demo's event, so that a submission waits for review. */
  readonly pendingEvent?: boolean;
  readonly agent?: PlatformOptions['agent'];
  /** Serves the page at `/`. */
  readonly page?: boolean;
  /** A test that sends what the services refuse looks at `violations` itself; else `stop` throws when there are any. */
  readonly allowViolations?: boolean;
}

/** What came of an interaction: how it was acknowledged, and the reply at its end. */
export interface CommandOutcome {
  readonly delivery: Delivery;
  readonly reply: InteractionReply;
  /** What the member reads in the end. */
  readonly text: string;
}

/** A request to the gateway that is no member's doing. */
export interface RawSend {
  /** The clan in the path. Default: the one that signs. */
  readonly path?: string;
  /** Unix milliseconds. Default: now. */
  readonly at?: number;
  /** In place of the right headers; `undefined` leaves one out. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

interface Who {
  readonly clan?: string;
  /** By default the bot's latest message that has it. */
  readonly message?: string;
  readonly channel?: string;
  /** What must have come before the outcome counts, for replies that show progress first. */
  readonly until?: (reply: InteractionReply) => boolean;
}

/**
 * The local platform in the test's own process: gateway, functions as real processes, emulators. People act in it
 * by name, as in Discord: `platform.command('officer', 'points add', { member: 'wolf', amount: 5 })`.
 */
export class TestPlatform {
  readonly platform: LocalPlatform;
  readonly url: string;
  readonly discord: DiscordEmulator;
  readonly roblox: RobloxEmulator;
  /** What the platform wrote to its console. */
  readonly shown: readonly string[];
  /** `DATA_DIR`. */
  readonly folder: string;
  readonly #options: TestPlatformOptions;
  readonly #privateKeys: Readonly<Record<string, string>>;
  readonly #databases = new Map<string, Database>();

  constructor(parts: {
    platform: LocalPlatform;
    shown: readonly string[];
    options: TestPlatformOptions;
    privateKeys: Readonly<Record<string, string>>;
    folder: string;
  }) {
    const { discord, roblox } = parts.platform.services;
    if (discord === undefined || roblox === undefined) throw new Error('The emulators did not start.');
    this.platform = parts.platform;
    this.url = parts.platform.url;
    this.discord = discord;
    this.roblox = roblox;
    this.shown = parts.shown;
    this.#options = parts.options;
    this.#privateKeys = parts.privateKeys;
    this.folder = parts.folder;
  }

  /** Uses a slash command and waits for its reply. Options by name; people, roles and channels by their names. */
  command(
    user: string,
    command: string,
    options: Readonly<Record<string, GivenValue>> = {},
    who: Who = {},
  ): Promise<CommandOutcome> {
    return this.act({ ...this.#by(user, who), command: command.replace(/^\//, ''), options }, who.until);
  }

  userMenu(user: string, menu: string, target: string, who: Who = {}): Promise<CommandOutcome> {
    return this.act({ ...this.#by(user, who), userMenu: menu, target }, who.until);
  }

  /** Clicks a button by custom id, by its key or by its label. */
  click(user: string, button: string, who: Who = {}): Promise<CommandOutcome> {
    const message = who.message === undefined ? {} : { message: who.message };
    return this.act({ ...this.#by(user, who), click: button, ...message }, who.until);
  }

  /** Sends the modal that this person opened last. Fields by custom id or label. */
  submitModal(
    user: string,
    fields: Readonly<Record<string, GivenValue | readonly GivenValue[]>>,
    who: Who = {},
  ): Promise<CommandOutcome> {
    return this.act({ ...this.#by(user, who), submit: fields }, who.until);
  }

  /** What is offered while somebody types into the option `focused`. */
  async choices(
    user: string,
    command: string,
    focused: string,
    options: Readonly<Record<string, GivenValue>> = {},
    who: Who = {},
  ): Promise<unknown> {
    const autocomplete = command.replace(/^\//, '');
    const request = { ...this.#by(user, who), autocomplete, focused, options };
    return (await this.discord.sendInteraction(request)).choices;
  }

  /**
   * Does something in Discord and waits until the interaction has its end and what follows its reply is done; with `until`,
   * only for that.
   */
  async act(
    request: InteractionRequest,
    until?: (reply: InteractionReply) => boolean,
  ): Promise<CommandOutcome> {
    const delivery = await this.discord.sendInteraction(request);
    let reply = await this.discord.waitFor(delivery.interactionId, until === undefined ? {} : { until });
    if (until === undefined) {
      await this.idle();
      reply = await this.discord.waitFor(delivery.interactionId);
    }
    return { delivery, reply, text: reply.last?.text ?? '' };
  }

  /** Posts a body to the gateway, signed with the clan's key. */
  post(clan: string, body: string, options: RawSend = {}): Promise<Response> {
    const key = readPrivateKey(this.#privateKeys[clan] ?? '');
    const timestamp = String(Math.floor((options.at ?? Date.now()) / 1000));
    const headers = new Headers({ 'content-type': 'application/json' });
    const signed = { ...signatureHeaders(key, timestamp, body), ...options.headers };
    for (const [name, value] of Object.entries(signed)) if (value !== undefined) headers.set(name, value);
    const url = `${this.url}/interactions/${options.path ?? clan}`;
    return fetch(url, { method: 'POST', headers, body });
  }

  async send(clan: string, body: string, options: RawSend = {}): Promise<{ status: number; text: string }> {
    const response = await this.post(clan, body, options);
    return { status: response.status, text: await response.text() };
  }

  /** What a function has written to its log so far. */
  async log(name: string): Promise<string> {
    return readFile(join(this.folder, 'logs', `${name}.log`), 'utf8');
  }

  /** Runs a job and returns its answer. */
  async runJob(job: string, clan?: string): Promise<unknown> {
    const body = Buffer.from(JSON.stringify({ job, clan }));
    const answer = await this.platform.agent.call(job, { body, headers: {} });
    return JSON.parse(answer.body.toString());
  }

  record(clan = this.#clan()): ClanRecord {
    const found = this.platform.clans.find(({ record }) => record.clan === clan);
    if (found === undefined) throw new Error(`This platform does not serve ${clan}.`);
    return found.record;
  }

  /** The clan's schema; closed by `stop`. */
  async database(clan = this.#clan()): Promise<Database> {
    const known = this.#databases.get(clan);
    if (known !== undefined) return known;
    const location = databaseLocation(this.record(clan), { dataDir: this.folder, databasePath: undefined });
    const db = await openDatabase(location);
    this.#databases.set(clan, db);
    return db;
  }

  /** Resolves when no function has work: effects that were to follow a reply have been carried out. */
  async idle(): Promise<void> {
    while (this.platform.agent.load() > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  }

  /** Stops everything. Throws when a service was sent something that it would refuse, unless that was allowed. */
  async stop(): Promise<void> {
    for (const db of this.#databases.values()) await db.close();
    await this.platform.stop();
    await rm(this.folder, { recursive: true, force: true });
    const violations = [...this.discord.violations, ...this.roblox.violations];
    if (violations.length > 0 && this.#options.allowViolations !== true) {
      throw new Error(`The services were sent what they refuse: ${JSON.stringify(violations, null, 2)}`);
    }
  }

  #clan(): string {
    return this.#options.clans?.[0] ?? 'tophat';
  }

  #by(user: string, { clan = this.#clan(), channel }: Who) {
    return { clan, user, ...(channel === undefined ? {} : { channel }) };
  }
}

/** Starts a platform with data of its own on free ports. Stop it with `stop()`. */
export async function startTestPlatform(options: TestPlatformOptions = {}): Promise<TestPlatform> {
  const folder = await mkdtemp(join(tmpdir(), 'clan-test-'));
  const { clans = ['tophat'], settings = {}, ranks = {} } = options;
  const configs = resolve(import.meta.dirname, '../../configs');
  const configsDir = await writeConfigs(configs, join(folder, 'configs'), { clans, settings, ranks });
  const environment = parsePlatformEnvironment({ PORT: '0', DATA_DIR: folder, CONFIGS_DIR: configsDir });
  const shown: string[] = [...inject('buildProblems')];
  const demo = await demoRecords(environment, clans);
  const platform = await startPlatform({
    environment,
    clans: { source: 'demo', ...demo },
    show: (line) => shown.push(line),
    clocks: false,
    keepEmulators: false,
    demoEvent: options.pendingEvent === true,
    page: options.page === true,
    ...(options.agent === undefined ? {} : { agent: options.agent }),
  });
  return new TestPlatform({ platform, shown, options, privateKeys: demo.privateKeys, folder });
}

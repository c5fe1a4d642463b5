import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ClanRecord } from '../shared/clans/clan-record.ts';
import type { Database } from '../shared/database/database.ts';
import { databaseLocation } from '../shared/database/database-location.ts';
import { createDiscordClient } from '../shared/discord/create-discord-client.ts';
import { createLogger } from '../shared/log/create-logger.ts';
import type { ClanRecords } from './clan-records.ts';
import { prepareDataDir } from './data-dir.ts';
import { lockDatabase } from './database-lock.ts';
import type { DemoClan } from './demo/demo-clan.ts';
import { seedDatabase } from './demo/seed-database.ts';
import { submitDemoEvent } from './demo/seed-submission.ts';
import { demoClansDir } from './demo-clans.ts';
import type { DiscordEmulator } from './discord/discord-emulator.ts';
import { type Services, startServices } from './emulators.ts';
import type { PlatformEnvironment } from './environment.ts';
import { type FnAgent, type FnAgentOptions, startFnAgent } from './fn-agent.ts';
import { type FunctionSpec, readFunctionsFile } from './functions-file.ts';
import { startGateway } from './gateway.ts';
import { startMonitor } from './monitor.ts';
import { isLoopback } from './page/server/guard.ts';
import type { Page } from './page/server/open-page.ts';
import { findRunningPlatform, removePlatformFile, writePlatformFile } from './platform-file.ts';
import { type ClanToServe, prepareClan, readClans } from './prepare-clan.ts';
import { prepareClans } from './prepare-clans.ts';
import { writePrivateFile } from './private-file.ts';
import { registerEmulated } from './register-emulated.ts';
import { startSchedule } from './schedule.ts';
import { NoClanToServeError, problemsOf, StoppedClans } from './stopped-clans.ts';

export interface PlatformOptions {
  readonly environment: PlatformEnvironment;
  readonly clans: ClanRecords;
  /** Takes a line for the console. */
  readonly show: (line: string) => void;
  /** Gets `/health` every minute and runs `sync-ranks` every hour. */
  readonly clocks: boolean;
  /** Keeps the emulators' state in `DATA_DIR`. */
  readonly keepEmulators: boolean;
  /** Hands in an event of each demo clan that is made now, which takes about a second. */
  readonly demoEvent: boolean;
  /** Begins with an empty database where a clan's file was and is missing. Default false. */
  readonly newDatabases?: boolean;
  /** Serves the page at `/`, where both services are emulated and only this machine can reach it. Default false. */
  readonly page?: boolean;
  readonly agent?: Partial<Pick<FnAgentOptions, 'maxProcesses' | 'maxWaiting' | 'idleMs' | 'startTimeoutMs'>>;
}

/** The whole platform on this machine. */
export interface LocalPlatform {
  /** The gateway: `http://127.0.0.1:<port>`. */
  readonly url: string;
  readonly agent: FnAgent;
  readonly services: Services;
  /** Those that are served. */
  readonly clans: readonly ClanToServe[];
  /** The names of those that are not, since what they are set up with cannot be used. */
  readonly stopped: readonly string[];
  /** Where the page is, with its token; undefined where there is none. */
  readonly pageUrl: string | undefined;
  /** Lets calls under way end for `graceMs` (default 5 s); leaves no process. Stopping twice does nothing more. */
  stop(graceMs?: number): Promise<void>;
}

/** Another platform uses the same data directory. */
export class AlreadyRunningError extends Error {
  override readonly name = 'AlreadyRunningError';
}

type Stop = (graceMs: number) => Promise<void> | void;

const DIST = resolve(import.meta.dirname, '../dist');
const CONFIGS = resolve(import.meta.dirname, '../configs');
const STOP_GRACE_MS = 5_000;
const ROLES_MS = 5_000;
const REAL_DISCORD = 'https://discord.com/api/v10';

/**
 * Starts everything and serves: emulators where no URL is set, the clans' schemas with their files, the functions,
 * the gateway. A clan that cannot be served is said and left out. When a part cannot start, the parts before it are
 * stopped and its error is thrown; when no clan can be served, `NoClanToServeError`.
 */
export async function startPlatform(options: PlatformOptions): Promise<LocalPlatform> {
  const stops: Stop[] = [];
  let stopped: Promise<void> | undefined;
  async function stopAll(graceMs: number): Promise<void> {
    for (const stop of stops.toReversed()) await stop(graceMs);
  }
  const stop = (graceMs = STOP_GRACE_MS) => {
    stopped ??= stopAll(graceMs);
    return stopped;
  };
  try {
    return { ...(await startParts(options, (each) => stops.push(each))), stop };
  } catch (error) {
    await stop(0);
    throw error;
  }
}

async function startParts(
  options: PlatformOptions,
  onStop: (stop: Stop) => void,
): Promise<Omit<LocalPlatform, 'stop'>> {
  const { environment, show } = options;
  await refuseSecondPlatform(environment.dataDir);
  prepareDataDir(environment.dataDir);
  const functions = await readFunctionsFile(DIST);
  const stopped = await StoppedClans.begin(environment.dataDir, show);
  onStop(() => stopped.clear());
  const read = await readClans(options.clans.records, environment.configsDir);
  for (const each of [...options.clans.stopped, ...read.stopped]) await stopped.add(each);
  const warnings = isDemoAsItCame(options) ? [] : read.clans.flatMap((clan) => clan.warnings);
  for (const warning of warnings) show(`warning: ${warning}`);

  const locks = new Map<string, () => void>();
  onStop(() => {
    for (const unlock of locks.values()) unlock();
  });
  await lockAll(read.clans, environment, { locks, stopped });
  const locked = read.clans.filter(({ record }) => locks.has(record.clan));
  if (locked.length === 0) throw new NoClanToServeError(stopped.reasons().join('\n'));

  const demo = new Map(locked.map((clan) => [clan, demoClan(clan, options.clans)]));
  const services = await startServices(environment, [...demo.values()], {
    keep: options.keepEmulators,
    stopped: options.clans.records
      .filter(({ clan }) => stopped.has(clan))
      .map((record) => ({
        record,
        displayName: record.clan,
        ranks: [],
        privateKey: options.clans.privateKeys[record.clan],
      })),
  });
  onStop(() => services.stop());

  const filled: DemoClan[] = [];
  const prepare = (clan: ClanToServe) => {
    const seedDemo = async (db: Database) => {
      const seed = options.clans.source === 'demo' ? demo.get(clan) : undefined;
      const clock = { now: Date.now, random: Math.random };
      if (seed !== undefined && (await seedDatabase(db, seed, clock))) filled.push(seed);
    };
    return prepareClan(clan, environment, {
      use: seedDemo,
      isNew: options.newDatabases === true,
      discord: rolesReader(clan.record, services),
    });
  };
  onStop(
    await prepareClans(locked, prepare, {
      show,
      async onStopped(each) {
        await stopped.add(each);
        // It can be mended while the others are served.
        locks.get(each.clan)?.();
        locks.delete(each.clan);
      },
    }),
  );
  const clans = locked.filter(({ record }) => !stopped.has(record.clan));
  if (clans.length === 0) throw new NoClanToServeError(stopped.reasons().join('\n'));

  const clansDir = await recordsDirectory(options, onStop);
  const page = options.page === true ? await pageOf(environment, { clans, services, functions }) : undefined;
  const agent = await startFnAgent({
    functions,
    bundles: join(DIST, 'functions'),
    logs: join(environment.dataDir, 'logs'),
    callsDir: join(environment.dataDir, 'calls'),
    configuration: { ...configuration(environment, clansDir), ...services.configuration },
    show,
    notCalled: environment.keepCommandsWarm ? [] : ['warm'],
    ...(page === undefined ? {} : { watch: page.watch }),
    ...options.agent,
  });
  onStop((graceMs) => agent.stop(graceMs));
  const gateway = await startGateway({
    host: environment.host,
    port: environment.port,
    call: (request, signal) => agent.call('interactions', request, signal),
    problems: () => [...stopped.problems(), ...agent.problems()],
    ...(page === undefined ? {} : { other: page.handle }),
  });
  onStop((graceMs) => gateway.stop(graceMs));
  if (page !== undefined) onStop(() => page.stop());
  const { url } = gateway;
  if (services.discord !== undefined) {
    services.discord.gatewayUrl = url;
    await registerEmulated(services.discord.apiUrl, clans, show);
    if (options.demoEvent) await submitEvents(services.discord, filled, show);
  }

  const pageUrl = page?.connect({ agent, url });
  await writePlatformFile(environment.dataDir, {
    pid: process.pid,
    url,
    invokeUrl: agent.url,
    functionIds: agent.ids,
    clans: clans.map(({ record }) => record.clan),
    clansDir,
    ...(services.discord === undefined ? {} : { discordEmulatorUrl: services.discord.url }),
    ...(services.roblox === undefined ? {} : { robloxEmulatorUrl: services.roblox.apiUrl }),
    ...(pageUrl === undefined ? {} : { pageUrl }),
  });
  onStop(() => removePlatformFile(environment.dataDir));
  const left = agent.resume();
  if (left > 0) show(`${left} calls that were accepted before the last stop are carried out now`);
  if (options.clocks) {
    onStop(startMonitor(url, show));
    const names = clans.map(({ record }) => record.clan);
    const isServed = (clan: string) => !stopped.has(clan);
    onStop(startSchedule({ clans: names, isServed, now: Date.now, agent, show }));
  }
  stopped.announce();
  return { url, agent, services, clans, stopped: stopped.names(), pageUrl };
}

/** Reads a clan's Discord roles, for what its files say of them. A Discord that is away delays the start by 5 s at most. */
function rolesReader(record: ClanRecord, { configuration }: Services) {
  const until = Date.now() + ROLES_MS;
  const apiUrl = configuration['DISCORD_API_URL'] || REAL_DISCORD;
  const log = createLogger({ level: 'none' });
  return createDiscordClient({ ...record, apiUrl, cdnHosts: [], log, deadline: () => until });
}

/** `locks` gets, by clan, what gives its database back. A clan whose database somebody else holds is stopped. */
async function lockAll(
  clans: readonly ClanToServe[],
  environment: PlatformEnvironment,
  { locks, stopped }: { readonly locks: Map<string, () => void>; readonly stopped: StoppedClans },
): Promise<void> {
  for (const { record } of clans) {
    try {
      locks.set(record.clan, lockDatabase(databaseLocation(record, environment)));
    } catch (error) {
      await stopped.add({ clan: record.clan, problems: problemsOf(record.clan, error) });
    }
  }
}

/**
 * The demo with the project's own files: figures of real clans, oddities included, which are nobody's to correct before
 * trying the bot. `npm run check-config` says them.
 */
function isDemoAsItCame({ clans, environment }: PlatformOptions): boolean {
  return clans.source === 'demo' && resolve(environment.configsDir) === CONFIGS;
}

/** The page's code and its libraries are loaded only where it is served. */
async function pageOf(
  environment: PlatformEnvironment,
  {
    clans,
    services: { discord, roblox },
    functions,
  }: { clans: readonly ClanToServe[]; services: Services; functions: readonly FunctionSpec[] },
): Promise<Page | undefined> {
  if (discord === undefined || roblox === undefined || !isLoopback(environment.host)) return undefined;
  const { openPage } = await import('./page/server/open-page.ts');
  const records = clans.map(({ record }) => record);
  return openPage({ environment, records, functions, discord, roblox });
}

async function refuseSecondPlatform(dataDir: string): Promise<void> {
  const running = await findRunningPlatform(dataDir);
  if (running === undefined) return;
  throw new AlreadyRunningError(
    `The platform runs already (process ${running.pid}, ${running.url}) on ${dataDir}. Stop it, or set DATA_DIR.`,
  );
}

function demoClan({ record, settings, ranks = [] }: ClanToServe, { privateKeys }: ClanRecords): DemoClan {
  return { record, displayName: settings.clan_name, ranks, privateKey: privateKeys[record.clan] };
}

/** Where the functions read the clan records: for the record of `.env` a directory that lives as long as this process. */
async function recordsDirectory(
  { environment, clans }: PlatformOptions,
  onStop: (stop: Stop) => void,
): Promise<string> {
  if (environment.clansDir !== undefined) return environment.clansDir;
  if (clans.source === 'demo') return demoClansDir(environment.dataDir);
  const directory = await mkdtemp(join(tmpdir(), 'clan-records-'));
  onStop(() => rm(directory, { recursive: true, force: true }));
  for (const record of clans.records) {
    await writePrivateFile(join(directory, `${record.clan}.json`), JSON.stringify(record));
  }
  return directory;
}

/** The functions' configuration, without where the services are. */
function configuration(environment: PlatformEnvironment, clansDir: string): Record<string, string> {
  const { dataDir, databasePath, databaseLatencyMs, fontsDir, logLevel, variables } = environment;
  const certificates = variables['NODE_EXTRA_CA_CERTS'];
  return {
    CLANS_DIR: clansDir,
    DATA_DIR: dataDir,
    LOG_LEVEL: logLevel,
    ...(databasePath === undefined ? {} : { DATABASE_PATH: databasePath }),
    ...(fontsDir === undefined ? {} : { FONTS_DIR: fontsDir }),
    ...(databaseLatencyMs === undefined ? {} : { DATABASE_LATENCY_MS: databaseLatencyMs }),
    // A machine behind a proxy that opens TLS cannot reach Discord without them.
    ...(certificates === undefined ? {} : { NODE_EXTRA_CA_CERTS: certificates }),
  };
}

async function submitEvents(
  discord: DiscordEmulator,
  clans: readonly DemoClan[],
  show: (line: string) => void,
): Promise<void> {
  for (const { record } of clans) {
    const problem = await submitDemoEvent(discord, record.clan);
    if (problem !== undefined) show(`${record.clan}: the demo's event was not submitted: ${problem}`);
  }
}

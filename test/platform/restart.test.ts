import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { discordWorld } from '../../local/demo/discord-world.ts';
import { demoRecords } from '../../local/demo-clans.ts';
import type { Delivery } from '../../local/discord/deliver-interaction.ts';
import type { DiscordEmulator } from '../../local/discord/discord-emulator.ts';
import { startDiscordEmulator } from '../../local/discord/start-discord-emulator.ts';
import { findRunningPlatform } from '../../local/platform-file.ts';
import { readClans } from '../../local/prepare-clan.ts';
import { registerEmulated } from '../../local/register-emulated.ts';
import { sql } from '../../shared/database/database.ts';
import { openSqlite } from '../../shared/database/sqlite.ts';
import { findMember } from '../../shared/members/member.ts';
import { Dice } from '../storm/random.ts';
import { type RunningScript, runScript } from './run-script.ts';

const CONFIGS = resolve(import.meta.dirname, '../../configs');
const READY = /ready (http:\/\/127\.0\.0\.1:\d+)\n/;
const WOLF = '1100000000000010004';
/** As if the time had passed that a killed process keeps its rows. */
const END_LEASES = sql`UPDATE outbox SET lease_until = 0, due_at = 0 WHERE status = 'due'`;
const DUE = sql`SELECT COUNT(*) AS due FROM outbox WHERE status = 'due'`;
/** What is left for the demo's own Discord, which is gone when the test's begins. */
const FORGET = sql`DELETE FROM outbox`;
/** `RESTART_SEED=<n>` repeats a run: how many are in flight at the stop, and which of them write. */
const SEED = Number(process.env['RESTART_SEED'] ?? 1);
/** More than the processes can take at once. */
const LEAST = 16;
const MOST = 32;

let dataDir: string;
/** A Discord that outlives the platform, as the real one does. */
let discord: DiscordEmulator;
const started: RunningScript[] = [];

function start(more: Readonly<Record<string, string>>): RunningScript {
  const env = { PORT: '0', DATA_DIR: dataDir, CONFIGS_DIR: CONFIGS, ...more };
  const script = runScript('local/start.ts', { env });
  started.push(script);
  return script;
}
async function serve(): Promise<RunningScript> {
  const script = start({ CLANS_DIR: join(dataDir, 'clans'), DISCORD_API_URL: discord.apiUrl });
  discord.gatewayUrl = (await script.shows(READY))[1] ?? '';
  return script;
}
const inDatabase = async <T>(use: (db: Awaited<ReturnType<typeof openSqlite>>) => Promise<T>): Promise<T> => {
  const db = await openSqlite(join(dataDir, 'tophat', 'clan_data.db'), { create: false });
  try {
    return await use(db);
  } finally {
    await db.close();
  }
};
const pointsOfWolf = () => inDatabase(async (db) => (await findMember(db, WOLF))?.totalPoints ?? 0);
const acceptedCalls = () =>
  readdirSync(join(dataDir, 'calls'), { recursive: true }).filter((name) => `${name}`.endsWith('.json'))
    .length;

/** As the monitor does every minute, but now. */
async function deliverNow(): Promise<void> {
  await inDatabase((db) => db.execute(END_LEASES));
  const running = await findRunningPlatform(dataDir);
  const id = running?.functionIds['deliver-outbox'];
  const url = `${running?.invokeUrl}/20181201/functions/${id}/actions/invoke`;
  await fetch(url, { method: 'POST', body: '{"job":"deliver-outbox"}' });
}

function send(command: string): Promise<Delivery> {
  const isWrite = command === 'points add';
  const options = isWrite ? { member: 'wolf', amount: 1 } : {};
  return discord.sendInteraction({ clan: 'tophat', user: isWrite ? 'officer' : 'wolf', command, options });
}
async function ended(sent: readonly Delivery[]): Promise<void> {
  for (const { interactionId } of sent) await discord.waitFor(interactionId, { timeoutMs: 30_000 });
}

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'restart-'));
  const demo = start({});
  await demo.shows(READY);
  demo.signal('SIGTERM');
  await demo.exit;
  await inDatabase((db) => db.execute(FORGET));
  const { records, privateKeys } = await demoRecords({ dataDir, configsDir: CONFIGS });
  const { clans } = await readClans(records, CONFIGS);
  const seeds = clans.map(({ record, settings, ranks = [] }) => ({
    record,
    displayName: settings.clan_name,
    ranks,
    privateKey: privateKeys[record.clan],
  }));
  discord = await startDiscordEmulator({ seed: discordWorld(seeds) });
  await registerEmulated(discord.apiUrl, clans, () => {});
}, 60_000);
afterEach(async () => {
  for (const script of started.splice(0)) {
    script.signal('SIGKILL');
    await script.exit;
  }
});
afterAll(async () => {
  await discord.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

it.each(['SIGTERM', 'SIGKILL'] as const)(
  `what was acknowledged before a %s is ended after the next start (RESTART_SEED=${SEED})`,
  async (signal) => {
    const dice = new Dice(SEED);
    const drawn = Array.from({ length: LEAST + dice.under(MOST - LEAST) }, () =>
      dice.chance(0.5) ? 'points add' : 'show-my-id',
    );
    const writes = drawn.filter((command) => command === 'points add').length;
    const first = await serve();
    // Loaded before the clock of an interaction counts; on a busy machine Discord has given these up.
    await Promise.all([send('show-my-id'), send('points add')].map(async (sent) => ended([await sent])));
    await vi.waitFor(() => expect(acceptedCalls()).toBe(0), { timeout: 30_000, interval: 100 });
    await inDatabase((db) => db.execute(FORGET));
    const before = await pointsOfWolf();
    const released = Promise.withResolvers<void>();
    const held = discord.faults.add({ route: /webhooks|messages/, until: released.promise });
    const sent: Delivery[] = [];
    while (sent.length < drawn.length) {
      const batch = await Promise.all(drawn.slice(sent.length, sent.length + 2).map(send));
      for (const { json } of batch) expect(json).toMatchObject({ type: 5 });
      sent.push(...batch);
    }
    first.signal(signal);
    await first.exit;
    expect(acceptedCalls()).toBeGreaterThan(0);
    discord.faults.remove(held);
    released.resolve();

    const second = await serve();
    expect(second.output).toMatch(/\d+ calls that were accepted before the last stop are carried out now/);
    await vi.waitFor(() => expect(acceptedCalls()).toBe(0), { timeout: 60_000, interval: 200 });
    // A reply that showed effects which were still due is sent again when these are done, by a later delivery.
    const delivered = async () => {
      await deliverNow();
      const [left] = await inDatabase((db) => db.query(z.object({ due: z.int() }), DUE));
      expect(left).toEqual({ due: 0 });
    };
    await vi.waitFor(delivered, { timeout: 60_000, interval: 200 });
    for (const { interactionId } of sent) await discord.waitFor(interactionId, { timeoutMs: 30_000 });
    expect(await pointsOfWolf()).toBe(before + writes);
    second.signal('SIGTERM');
    expect(await second.exit).toBe(0);
  },
  180_000,
);

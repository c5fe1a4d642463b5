import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import type { RobloxEmulator } from '../../local/roblox/roblox-emulator.ts';
import { type Database, type Sql, sql } from '../../shared/database/database.ts';
import { type BenchClans, commandBody, envelope } from './bench-clan.ts';
import { startGroup } from './bench-group.ts';
import { addMembers, memberId } from './bench-members.ts';
import { FUNCTIONS } from './functions.ts';
import { atMost, type Result, type Row } from './result.ts';
import { SpawnedFunction } from './spawned-function.ts';
import { startStandInDiscord } from './stand-ins.ts';

const LINKED = 10_000;
const IN_GROUP = 12_000;
const READS_LIMIT = 200;
export const MEMORY_LIMIT_MB = 150;
const ADMINISTRATOR = '8';

/** A sync of a large clan whose members are all in sync: the hourly job, and `/sync`, each in a new process. */
export async function largeSync(clans: BenchClans): Promise<readonly Result[]> {
  const { record, db } = await clans.add('synced');
  await addMembers(db, LINKED);
  const roblox = await startGroup(record, IN_GROUP);
  const discord = await startStandInDiscord();
  const environment = {
    CLANS_DIR: clans.directory,
    DISCORD_API_URL: discord.url,
    ROBLOX_API_URL: roblox.apiUrl,
    ROBLOX_USERS_API_URL: roblox.usersApiUrl,
  };
  const job = () => JSON.stringify({ job: 'sync-ranks', clan: record.clan });
  const command = () =>
    envelope(commandBody(record, { userId: memberId(1), command: 'sync', permissions: ADMINISTRATOR }));
  try {
    // The first run writes down what it saw on Roblox; from then on everybody is in sync.
    const first = await run('sync-ranks', job(), environment);
    if (!first.answer.includes(`"checked":${LINKED}`)) throw new Error(`The sync answered ${first.answer}`);
    const rows: Row[] = [];
    for (const [name, body] of [
      ['sync-ranks', job],
      ['sync', command],
    ] as const) {
      roblox.requests.clear();
      const before = await contents(db);
      const { ms, memoryMb, answer } = await run(name, body(), environment);
      if (!/"finished":true|"how":"done"/.test(answer)) throw new Error(`${name} answered ${answer}`);
      rows.push(...rowsOf(name, { ms, memoryMb, roblox, changed: before !== (await contents(db)) }));
    }
    if (roblox.violations.length > 0) throw new Error(JSON.stringify(roblox.violations[0]));
    return [{ title: `A sync of ${LINKED} members of a group of ${IN_GROUP}, all in sync`, rows }];
  } finally {
    await roblox.stop();
    discord.stop();
  }
}

function rowsOf(
  name: string,
  seen: {
    readonly ms: number;
    readonly memoryMb: number | undefined;
    readonly roblox: RobloxEmulator;
    readonly changed: boolean;
  },
): readonly Row[] {
  const { requests } = seen.roblox;
  const writes = requests.count(/assignRole|unassignRole/i);
  const reads = requests.count() - writes;
  return [
    { name: `${name}: reads of Roblox`, value: reads, unit: '', budget: atMost(reads, READS_LIMIT, '') },
    { name: `${name}: writes to Roblox`, value: writes, unit: '', budget: atMost(writes, 0, '') },
    {
      name: `${name}: tables of members, ranks, points and effects that changed`,
      value: Number(seen.changed),
      unit: '',
      budget: atMost(Number(seen.changed), 0, ''),
    },
    ...(seen.memoryMb === undefined
      ? []
      : [
          {
            name: `${name}: most memory (RSS)`,
            value: seen.memoryMb,
            unit: 'MB' as const,
            budget: atMost(seen.memoryMb, MEMORY_LIMIT_MB, 'MB'),
          },
        ]),
    { name: `${name}: time`, value: seen.ms, unit: 'ms' },
  ];
}

/** One call of a function in a new process, with so much time. */
export async function run(
  name: string,
  body: string,
  environment: Readonly<Record<string, string>>,
  timeMs = 14 * 60_000,
): Promise<{ ms: number; memoryMb: number | undefined; answer: string }> {
  const spawned = new SpawnedFunction(FUNCTIONS.path(name), environment);
  try {
    const started = performance.now();
    const { body: answer } = await spawned.call(body, {
      'Fn-Deadline': new Date(Date.now() + timeMs).toISOString(),
    });
    return { ms: performance.now() - started, memoryMb: spawned.peakMemoryMb(), answer };
  } finally {
    await spawned.kill();
  }
}

const MEMBERS = sql`
SELECT discord_id || ' ' || rank_id || ' ' || points || ' ' || total_points || ' ' || roblox_name || ' '
  || COALESCE(roblox_role_ids, '-') || ' ' || COALESCE(synced_at, 0) AS line
FROM members ORDER BY discord_id`;
const RANK_CHANGES = sql`SELECT change_id AS line FROM rank_changes ORDER BY change_id`;
const POINT_ENTRIES = sql`SELECT entry_id AS line FROM point_entries ORDER BY entry_id`;
const EFFECTS = sql`SELECT effect_id AS line FROM outbox WHERE kind <> 'reply' ORDER BY effect_id`;

/** A digest of everything that a sync may write about members. */
export async function contents(db: Database): Promise<string> {
  const hash = createHash('sha256');
  const read = async (statement: Sql) => {
    for (const { line } of await db.query(z.object({ line: z.string() }), statement))
      hash.update(`${line}\n`);
  };
  await read(MEMBERS);
  await read(RANK_CHANGES);
  await read(POINT_ENTRIES);
  await read(EFFECTS);
  return hash.digest('hex');
}

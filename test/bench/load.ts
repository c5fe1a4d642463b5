import { Agent, request } from 'node:http';
import { dirname, join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import * as z from 'zod/mini';
import { type FnAgent, startFnAgent } from '../../local/fn-agent.ts';
import { type FunctionSpec, readFunctionsFile } from '../../local/functions-file.ts';
import { startGateway } from '../../local/gateway.ts';
import type { ClanRecord } from '../../shared/clans/clan-record.ts';
import { type Database, sql } from '../../shared/database/database.ts';
import { type BenchClans, commandBody, plainHeaders } from './bench-clan.ts';
import { lowestRole } from './bench-group.ts';
import { addMembers, memberId, robloxName } from './bench-members.ts';
import { type Held, heldByChildren } from './child-processes.ts';
import type { References } from './references/build-references.ts';
import { atMost, type Result, type Row } from './result.ts';
import { startStandInDiscord, startStandInRoblox } from './stand-ins.ts';
import { type Driven, drive, p99 } from './steady-rate.ts';

const DIST = resolve(import.meta.dirname, '../../dist');
const CLANS = 8;
const MEMBERS = 5_000;
const MINUTE_MS = 60_000;
const BARE_MS = 3 * MINUTE_MS;
const BARE = 'bare-fdk';
const P99_LIMIT_MS = 1_000;
/** What the last fifth of a run may hold, of what the second held. */
const FLAT = 1.1;
const ADMINISTRATOR = '8';
const COMMANDS = ['xp', 'leaderboard', 'show-my-id', 'points add'] as const;

const COUNT_ENTRIES = sql`SELECT COUNT(*) AS entries FROM point_entries WHERE kind = 'award'`;
const COUNT_DUE = sql`SELECT COUNT(*) AS due FROM outbox WHERE status = 'due'`;
/** An acknowledgement, or a message that says why nothing was done. */
const DEFERRED = 5;
const Response = z.object({ type: z.literal([4, DEFERRED]) });

/**
 * Commands of 8 clans, four kinds in turn, to the local gateway and functions for so many minutes, at the highest rate
 * that keeps acknowledgements below a second; before that a bare FDK function behind the same gateway. At the end every
 * acknowledged interaction must have its edited reply, every award its entry in the ledger, and no effect may be due.
 */
export async function load(
  references: References,
  clans: BenchClans,
  { minutes }: { readonly minutes: number },
): Promise<readonly Result[]> {
  const ms = minutes * MINUTE_MS;
  const added: { readonly record: ClanRecord; readonly db: Database; readonly awards: number[] }[] = [];
  for (let number = 1; number <= CLANS; number += 1) {
    const clan = await clans.add(`load${number}`);
    await addMembers(clan.db, MEMBERS, { isSynced: false });
    added.push({ ...clan, awards: [] });
  }
  const edited = new Set<string>();
  const discord = await startStandInDiscord((path) => {
    const [, token] = /^\/webhooks\/\d+\/([^/]+)\/messages\//.exec(path) ?? [];
    if (token !== undefined) edited.add(token);
  });
  const [first] = added;
  if (first === undefined) throw new Error('There is no clan.');
  const { id: roleId, roles } = await lowestRole(first.record);
  const roblox = await startStandInRoblox(roles, { roleId, nameOf: robloxName });
  const acknowledged = new Set<string>();
  let refused = 0;
  let number = 0;
  /** Somebody else of the next clan each time, because of the cooldowns. */
  const nextCommand = () => {
    const at = number;
    number += 1;
    const clan = added[at % CLANS];
    const command = COMMANDS[Math.floor(at / CLANS) % COMMANDS.length];
    if (clan === undefined || command === undefined) throw new Error('There is no clan.');
    const user = Math.floor(at / CLANS);
    const token = `load${at}`.padEnd(120, '0');
    const options = [
      { name: 'member', type: 6, value: memberId(1 + ((user + 1) % MEMBERS)) },
      { name: 'amount', type: 4, value: 1 },
    ];
    const used = { userId: memberId(1 + (user % MEMBERS)), command, permissions: ADMINISTRATOR, token };
    const body = commandBody(clan.record, command === 'points add' ? { ...used, options } : used);
    return { clan, command, token, body };
  };

  const functions = await readFunctionsFile(DIST);
  const environment = {
    CLANS_DIR: clans.directory,
    DATA_DIR: clans.directory,
    DISCORD_API_URL: discord.url,
    ROBLOX_API_URL: roblox.url,
    ROBLOX_USERS_API_URL: roblox.url,
  };
  const [front] = functions.filter(({ kind }) => kind === 'front-door');
  if (front === undefined) throw new Error('There is no front door.');
  try {
    const bare = await serving(
      { functions: [{ ...front, name: BARE }], bundles: dirname(references[BARE]), front: BARE },
      { data: join(clans.directory, 'bare'), environment },
      async (post, agent) =>
        drive(
          async () => {
            const { body, clan } = nextCommand();
            await post(clan.record.clan, body);
          },
          { ms: BARE_MS, backlog: () => agent.load() },
        ),
    );
    const held: Held[] = [];
    const ours = await serving(
      { functions, bundles: join(DIST, 'functions'), front: front.name },
      { data: clans.directory, environment },
      async (post, agent) => {
        const driven = await drive(
          async () => {
            const { body, clan, command, token } = nextCommand();
            const { type } = Response.parse(JSON.parse(await post(clan.record.clan, body)));
            if (type !== DEFERRED) {
              refused += 1;
              return;
            }
            acknowledged.add(token);
            if (command === 'points add') clan.awards.push(1);
          },
          {
            ms,
            backlog: () => agent.load(),
            afterWindow() {
              const now = heldByChildren();
              if (now !== undefined) held.push(now);
            },
          },
        );
        while (agent.load() > 0) await setTimeout(50);
        return driven;
      },
    );
    const unedited = [...acknowledged].filter((token) => !edited.has(token)).length;
    let [entries, due] = [0, 0];
    for (const { db } of added) {
      const [count] = await db.query(z.object({ entries: z.int() }), COUNT_ENTRIES);
      const [open] = await db.query(z.object({ due: z.int() }), COUNT_DUE);
      entries += count?.entries ?? 0;
      due += open?.due ?? 0;
    }
    const awards = added.reduce((sum, clan) => sum + clan.awards.length, 0);
    const title = `Commands of ${CLANS} clans at the highest rate, ${minutes} minutes`;
    for (const reason of new Set(ours.failures)) process.stderr.write(`Not acknowledged: ${reason}\n`);
    return [{ title, rows: [...rowsOfRate(bare, ours), ...lost(ours.failures.length), ...rowsOfHeld(held)] }];

    function lost(unanswered: number): Row[] {
      const count = (name: string, value: number): Row => ({
        name,
        value,
        unit: '',
        budget: atMost(value, 0, ''),
      });
      return [
        { name: 'acknowledged', value: acknowledged.size, unit: '' },
        { name: 'refused, and nothing changed', value: refused, unit: '' },
        count('not acknowledged', unanswered),
        count('acknowledged, and no reply edited', unedited),
        count('awards without their entry, or entries without an award', Math.abs(awards - entries)),
        count('effects that are left', due),
      ];
    }
  } finally {
    discord.stop();
    roblox.stop();
  }
}

/** A local gateway and its functions, for as long as `use` takes. */
async function serving(
  served: {
    readonly functions: readonly FunctionSpec[];
    readonly bundles: string;
    readonly front: string;
  },
  { data, environment }: { readonly data: string; readonly environment: Readonly<Record<string, string>> },
  use: (post: (clan: string, body: string) => Promise<string>, agent: FnAgent) => Promise<Driven>,
): Promise<Driven> {
  const agent = await startFnAgent({
    functions: served.functions,
    bundles: served.bundles,
    logs: join(data, 'logs'),
    callsDir: join(data, 'calls'),
    configuration: { ...environment, LOG_LEVEL: 'info' },
    notCalled: ['warm'],
    show: () => {},
  });
  const gateway = await startGateway({
    host: '127.0.0.1',
    port: 0,
    call: (call, signal) => agent.call(served.front, call, signal),
  });
  const connections = new Agent({ keepAlive: true });
  try {
    return await use((clan, body) => posted(gateway.port, connections, { clan, body }), agent);
  } finally {
    connections.destroy();
    await gateway.stop();
    await agent.stop(0);
  }
}

/** The body of what the gateway answers with 200. Throws for everything else. */
function posted(
  port: number,
  agent: Agent,
  { clan, body }: { readonly clan: string; readonly body: string },
): Promise<string> {
  const path = `/interactions/${clan}`;
  const headers = {
    ...plainHeaders(body),
    'Content-Type': 'application/json',
    'Content-Length': String(Buffer.byteLength(body)),
  };
  return new Promise((resolve, reject) => {
    const sent = request({ port, path, method: 'POST', agent, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (piece) => {
        text += piece;
      });
      answer.once('error', reject);
      answer.once('end', () => {
        if (answer.statusCode === 200) resolve(text);
        else reject(new Error(`The gateway answered ${answer.statusCode} ${text}.`));
      });
    });
    sent.once('error', reject);
    sent.end(body);
  });
}

function rowsOfRate(bare: Driven, ours: Driven): Row[] {
  const rounded = (value: number) => Math.round(value * 100) / 100;
  const slowest = p99(ours.waits);
  return [
    { name: 'bare FDK function: answers a second', value: rounded(bare.rate), unit: '' },
    { name: 'this bot: acknowledgements a second', value: rounded(ours.rate), unit: '' },
    {
      name: "this bot's rate, of the bare function's, which does nothing afterwards",
      value: rounded(ours.rate / bare.rate),
      unit: '',
    },
    {
      name: 'acknowledgement, 99 of 100',
      value: slowest,
      unit: 'ms',
      budget: atMost(slowest, P99_LIMIT_MS, 'ms'),
    },
  ];
}

/** Each fifth of the run: all processes are started in the first. */
function rowsOfHeld(held: readonly Held[]): Row[] {
  const fifth = Math.floor(held.length / 5);
  if (fifth === 0) return [];
  const mean = (from: number, of: (one: Held) => number) =>
    held.slice(from, from + fifth).reduce((sum, one) => sum + of(one), 0) / fifth;
  const row = (name: string, of: (one: Held) => number): Row => {
    const grown = Math.round((mean(held.length - fifth, of) / mean(fifth, of)) * 1_000) / 1_000;
    return {
      name: `${name}: the last fifth's, of the second's`,
      value: grown,
      unit: '',
      budget: atMost(grown, FLAT, ''),
    };
  };
  const memory = row('memory of all functions', ({ memoryMb }) => memoryMb);
  const handles = row('handles of all functions', ({ handles: count }) => count);
  return [memory, handles];
}

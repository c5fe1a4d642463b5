import { type BenchClans, gatewayHeaders, PUBLIC_KEY } from './bench-clan.ts';
import { startFlood } from './flood.ts';
import { FUNCTIONS } from './functions.ts';
import type { References } from './references/build-references.ts';
import { type Result, rowsInTurn } from './result.ts';
import { SpawnedFunction } from './spawned-function.ts';

const CONNECTIONS = 16;
const BYTES = 1_000_000;
/** Turns of each subject, and PINGs in a turn. */
const TURNS = 8;
const PINGS = 25;
const LIMITS = { interactions: 1.3 };
const BARE = 'bare FDK function that reads the same';

/**
 * A signed PING while 16 connections bring bodies of 1 MB that nobody signed, beside a function that reads the same
 * bodies under the same flood and looks at nothing. The subjects take turns, each under a flood of its own: with one
 * call at a time, as Fn calls a container, and with all connections at the function's own socket, which Fn never does
 * and has no limit therefore.
 */
export async function frontDoorFlood(references: References, clans: BenchClans): Promise<readonly Result[]> {
  const { record } = await clans.add('flooded');
  const environment = { PUBLIC_KEY, CLANS_DIR: clans.directory };
  const ping = JSON.stringify({ id: '1', application_id: record.applicationId, type: 1 });
  const ofNobody = nested('1500000000000000010');
  const floods = {
    'one call at a time, of an unknown application': { body: ofNobody, start: floodInTurn, limits: LIMITS },
    'one call at a time, of the clan': {
      body: nested(record.applicationId),
      start: floodInTurn,
      limits: LIMITS,
    },
    'all at once, of an unknown application': { body: ofNobody, start: floodAtOnce, limits: {} },
  };
  const results: Result[] = [];
  for (const [name, { body, start, limits }] of Object.entries(floods)) {
    const bare = new SpawnedFunction(references['bare-fdk'], environment);
    const door = new SpawnedFunction(FUNCTIONS.path('interactions'), environment);
    const subjects = [
      { name: BARE, spawned: bare, status: undefined, taken: [] as number[] },
      { name: 'interactions', spawned: door, status: '401', taken: [] as number[] },
    ];
    try {
      for (const { spawned } of subjects) await pingOf(spawned, ping);
      for (let turn = 0; turn < TURNS; turn += 1) {
        for (const { spawned, status, taken } of subjects) {
          const stop = await start(spawned, body, status);
          for (let count = 0; count < PINGS; count += 1) taken.push(await pingOf(spawned, ping));
          await stop();
        }
      }
    } finally {
      for (const { spawned } of subjects) await spawned.kill();
    }
    const taken = new Map(subjects.map((subject) => [subject.name, subject.taken]));
    results.push({
      title: `A signed PING among ${CONNECTIONS} connections of forged bodies, ${name} (${TURNS * PINGS} PINGs)`,
      rows: rowsInTurn(taken, BARE, limits),
    });
  }
  return results;
}

type StartFlood = (
  spawned: SpawnedFunction,
  body: string,
  status: string | undefined,
) => Promise<() => Promise<unknown>>;

/** The function is called over one connection, at which the others and the PING wait for their turn. */
const floodInTurn: StartFlood = async (spawned, body, status) => {
  let stopped = false;
  const headers = gatewayHeaders('', 'flooded');
  const running = Array.from({ length: CONNECTIONS }, async () => {
    while (!stopped) {
      const answer = await spawned.call(body, headers);
      if (answer.headers['fn-http-status'] !== status) throw new Error(`A forged body: ${answer.body}`);
    }
  });
  return () => {
    stopped = true;
    return Promise.all(running);
  };
};

const floodAtOnce: StartFlood = async ({ socket: socketPath }, body, status) => {
  const headers = { ...gatewayHeaders('', 'flooded'), 'Content-Type': 'application/json' };
  const flood = await startFlood({ socketPath, connections: CONNECTIONS, body, headers, status });
  return flood.stop;
};

async function pingOf(spawned: SpawnedFunction, body: string): Promise<number> {
  const headers = gatewayHeaders(body, 'flooded');
  const started = performance.now();
  const answer = await spawned.call(body, headers);
  const ms = performance.now() - started;
  if (answer.body !== '{"type":1}') throw new Error(`A signed PING was answered ${answer.body}`);
  return ms;
}

/** Arrays within arrays, the JSON that takes longest to read, behind an application's id. */
function nested(applicationId: string): string {
  const depth = Math.floor((BYTES - 60) / 2);
  return `{"application_id":"${applicationId}","x":${'['.repeat(depth)}${']'.repeat(depth)}}`;
}

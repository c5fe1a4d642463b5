import { type BenchClans, commandBody, gatewayHeaders, PUBLIC_KEY, plainHeaders } from './bench-clan.ts';
import { FUNCTIONS } from './functions.ts';
import type { References } from './references/build-references.ts';
import { type Result, rowsInTurn } from './result.ts';
import { type Measure, measureInTurn, type Taken } from './rounds.ts';
import { type CallHeaders, SpawnedFunction } from './spawned-function.ts';
import { startStandInFunctionsApi } from './stand-ins.ts';

const ROUNDS = { count: 2_000, warmUp: 1_500 };
const PING_LIMIT = 1.2;
/** The types of Discord's responses. */
const PONG = 1;
const DEFERRED = 5;

const FLOOR = 'FDK that verifies and hands over';
const FLOOR_LIMIT = 1.15;
const PEER = 'discord-hono that hands over';
const PEER_LIMIT = 0.8;
const OURS = 'interactions';

/** The warm front door over its socket: a PING, and a command with its hand-over. */
export async function frontDoor(references: References, clans: BenchClans): Promise<readonly Result[]> {
  const { record } = await clans.add('door');
  const api = await startStandInFunctionsApi();
  const started: SpawnedFunction[] = [];
  const start = (bundle: string) => {
    const spawned = new SpawnedFunction(bundle, {
      PUBLIC_KEY,
      CLANS_DIR: clans.directory,
      INVOKE_URL: api.url,
      FUNCTION_IDS: JSON.stringify({ leaderboard: 'ocid1.fnfunc.bench' }),
    });
    started.push(spawned);
    return spawned;
  };
  const toGateway = (body: string) => gatewayHeaders(body, 'door');
  const ping = () => JSON.stringify({ id: '1', application_id: record.applicationId, type: 1 });
  const command = () => commandBody(record, { userId: '200000000000000001', command: 'leaderboard' });

  try {
    const verifying = start(references['verifying-fdk']);
    const door = start(FUNCTIONS.path('interactions'));
    const pings = await measureInTurn(
      {
        'FDK that verifies': calling(verifying, ping, toGateway, PONG),
        'the same again (noise)': calling(start(references['verifying-fdk']), ping, toGateway, PONG),
        interactions: calling(door, ping, toGateway, PONG),
      },
      ROUNDS,
    );
    const commands = await measureInTurn(
      {
        [FLOOR]: calling(start(references['handing-over-fdk']), command, toGateway, DEFERRED),
        [PEER]: calling(start(references['discord-hono']), command, plainHeaders, DEFERRED),
        [OURS]: calling(door, command, toGateway, DEFERRED),
      },
      ROUNDS,
    );
    const handedOver = commands.size * (ROUNDS.count + ROUNDS.warmUp);
    if (api.count() !== handedOver)
      throw new Error(`${api.count()} of ${handedOver} calls were handed over.`);
    return [
      {
        title: `A signed PING, warm (${ROUNDS.count} rounds)`,
        rows: rowsInTurn(pings, 'FDK that verifies', { interactions: PING_LIMIT }),
      },
      {
        title: `A signed command handed over and acknowledged, warm (${ROUNDS.count} rounds)`,
        rows: rowsInTurn(commands, FLOOR, { [OURS]: FLOOR_LIMIT }),
      },
      {
        title: 'The same rounds against the peer',
        rows: rowsInTurn(only(commands, PEER, OURS), PEER, { [OURS]: PEER_LIMIT }),
      },
    ];
  } finally {
    for (const spawned of started) await spawned.kill();
    api.stop();
  }
}

function only(taken: Taken, ...names: readonly string[]): Taken {
  return new Map([...taken].filter(([name]) => names.includes(name)));
}

/** Sends one body, which must be answered with `type`. */
export function calling(
  spawned: SpawnedFunction,
  bodyOf: () => string,
  headersOf: (body: string) => CallHeaders,
  type: number,
): Measure {
  return async () => {
    const body = bodyOf();
    const headers = headersOf(body);
    const started = performance.now();
    const answer = await spawned.call(body, headers);
    const ms = performance.now() - started;
    if (JSON.parse(answer.body).type !== type) throw new Error(`Expected type ${type}, got ${answer.body}`);
    return ms;
  };
}

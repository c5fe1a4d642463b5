import { type BenchClans, commandBody, gatewayHeaders, PUBLIC_KEY, plainHeaders } from './bench-clan.ts';
import { calling } from './front-door.ts';
import { FUNCTIONS } from './functions.ts';
import type { References } from './references/build-references.ts';
import { type Result, rowsInTurn } from './result.ts';
import { type Measure, measureInTurn } from './rounds.ts';
import { SpawnedFunction } from './spawned-function.ts';
import { startStandInDiscord, startStandInFunctionsApi } from './stand-ins.ts';

const ROUNDS = { count: 500, warmUp: 500 };
/** The type of Discord's deferred response. */
const DEFERRED = 5;
const OURS = 'interactions';

/**
 * A command handed over and deferred, by every framework that the tests know. Each defers only after its POST was
 * answered 202. carbon and dressed answer 202 at once and defer by Discord's callback route, so theirs is measured
 * until Discord has that. The frameworks' POST is `fetch`.
 */
export async function frontDoorPeers(references: References, clans: BenchClans): Promise<readonly Result[]> {
  const { record } = await clans.add('peers');
  const api = await startStandInFunctionsApi();
  const discord = await startStandInDiscord();
  const started: SpawnedFunction[] = [];
  const start = (bundle: string) => {
    const spawned = new SpawnedFunction(bundle, {
      PUBLIC_KEY,
      APPLICATION_ID: record.applicationId,
      CLANS_DIR: clans.directory,
      INVOKE_URL: api.url,
      DISCORD_API_URL: discord.url,
      FUNCTION_IDS: JSON.stringify({ leaderboard: 'ocid1.fnfunc.bench' }),
    });
    started.push(spawned);
    return spawned;
  };
  const body = () => commandBody(record, { userId: '200000000000000001', command: 'leaderboard' });
  const deferring = (bundle: string) => calling(start(bundle), body, plainHeaders, DEFERRED);
  const callingBack = (bundle: string): Measure => {
    const spawned = start(bundle);
    return async () => {
      const text = body();
      const headers = plainHeaders(text);
      const deferred = discord.next();
      const began = performance.now();
      const answer = await spawned.call(text, headers);
      if (answer.status !== 202) throw new Error(`Expected 202, got ${answer.status} ${answer.body}`);
      await deferred;
      return performance.now() - began;
    };
  };
  try {
    const toGateway = (text: string) => gatewayHeaders(text, 'peers');
    const taken = await measureInTurn(
      {
        [OURS]: calling(start(FUNCTIONS.path('interactions')), body, toGateway, DEFERRED),
        'discord-hono': deferring(references['discord-hono']),
        'discord-interactions with Express': deferring(references.express),
        'slash-create': deferring(references['slash-create']),
        carbon: callingBack(references.carbon),
        dressed: callingBack(references.dressed),
      },
      ROUNDS,
    );
    return [
      {
        title: `The same command by the frameworks (${ROUNDS.count} rounds)`,
        rows: rowsInTurn(taken, OURS, {}),
      },
    ];
  } finally {
    for (const spawned of started) await spawned.kill();
    discord.stop();
    api.stop();
  }
}

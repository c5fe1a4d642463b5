import { type BenchClans, commandBody, envelope, gatewayHeaders, PUBLIC_KEY } from './bench-clan.ts';
import { addMembers, memberId } from './bench-members.ts';
import { makeImageFolder } from './image-folder.ts';
import type { References } from './references/build-references.ts';
import { type Result, rowsInTurn } from './result.ts';
import { type Measure, measureInTurn } from './rounds.ts';
import { type CallHeaders, SpawnedFunction } from './spawned-function.ts';
import { startStandInDiscord } from './stand-ins.ts';

const ROUNDS = 40;
/** Each uses one command, because of the cooldown. */
const MEMBERS = 1_000;
const FRONT_DOOR_LIMIT = 1.3;
const LOADED_LIMIT = 1.5;
const EDITED_LIMIT = 1.7;
/** Of a function that draws: its reply carries a card. */
const DRAWING_LIMIT = 2.5;
const ADMINISTRATOR = '8';

/**
 * From starting a process, laid out and started as in the image (`directory` holds that meanwhile), to its first answer,
 * or until Discord has the edited reply; against the least that a function of Fn can be.
 */
export async function coldStart(
  references: References,
  clans: BenchClans,
  directory: string,
): Promise<readonly Result[]> {
  const entry = await makeImageFolder(directory);
  const { record, db } = await clans.add('cold');
  await addMembers(db, MEMBERS);
  let editedAt: number | undefined;
  const discord = await startStandInDiscord((path) => {
    if (path.endsWith('/messages/@original')) editedAt = performance.now();
  });
  const environment = {
    PUBLIC_KEY,
    CLANS_DIR: clans.directory,
    DATA_DIR: clans.directory,
    DISCORD_API_URL: discord.url,
  };
  const ping = JSON.stringify({ id: '1', application_id: record.applicationId, type: 1 });
  const pinged: Call = {
    body: () => ping,
    headers: () => gatewayHeaders(ping, 'cold'),
    expected: '{"type":1}',
    until: 'answer',
  };
  const warmed: Call = {
    body: () => '{"warm":true}',
    headers: () => ({}),
    expected: '{"warm":true}',
    until: 'answer',
  };
  let user = 0;
  const used = (command: string, options: readonly object[] = []): Call => ({
    body: () => {
      user += 1;
      const by = { userId: memberId(user), command, permissions: ADMINISTRATOR, options };
      return envelope(commandBody(record, by));
    },
    headers: () => ({}),
    expected: '{"kind":"answered","how":"done"}',
    until: 'edited reply',
  });
  const added = [
    { name: 'member', type: 6, value: memberId(MEMBERS) },
    { name: 'amount', type: 4, value: 1 },
  ];

  const cold =
    (bundle: string, call: Call, name = ''): Measure =>
    async () => {
      editedAt = undefined;
      const started = performance.now();
      const spawned = new SpawnedFunction(bundle, { ...environment, FUNCTION_NAME: name });
      try {
        const answer = await spawned.call(call.body(), call.headers());
        const answeredAt = performance.now();
        if (answer.body !== call.expected) throw new Error(`${bundle} ${name} answered ${answer.body}`);
        if (call.until === 'answer') return answeredAt - started;
        if (editedAt === undefined) throw new Error(`${name} answered and edited no reply.`);
        return editedAt - started;
      } finally {
        await spawned.kill();
      }
    };

  const bare = cold(references['bare-fdk'], pinged);
  const measured = {
    'bare FDK function': bare,
    'the same again (noise)': bare,
    'interactions: signed PONG': cold(entry, pinged, 'interactions'),
    'show-my-id: loaded': cold(entry, warmed, 'show-my-id'),
    'show-my-id: reply edited': cold(entry, used('show-my-id'), 'show-my-id'),
    'help: reply edited': cold(entry, used('help'), 'help'),
    'leaderboard: reply edited': cold(entry, used('leaderboard'), 'leaderboard'),
    'points add: reply edited': cold(entry, used('points add', added), 'points'),
    'xp, which draws: loaded': cold(entry, warmed, 'xp'),
    'xp, which draws: reply edited': cold(entry, used('xp'), 'xp'),
  };
  const taken = await measureInTurn(measured, { count: ROUNDS, warmUp: 2 });
  discord.stop();
  const limits = Object.fromEntries(Object.keys(measured).map((name) => [name, limitOf(name)]));
  const title = `From starting a process to its answer or its edited reply (${ROUNDS} rounds)`;
  return [{ title, rows: rowsInTurn(taken, 'bare FDK function', limits) }];
}

function limitOf(name: string): number | undefined {
  if (name.includes('which draws')) return DRAWING_LIMIT;
  if (name.endsWith('signed PONG')) return FRONT_DOOR_LIMIT;
  if (name.endsWith('loaded')) return LOADED_LIMIT;
  return name.endsWith('reply edited') ? EDITED_LIMIT : undefined;
}

interface Call {
  readonly body: () => string;
  readonly headers: () => CallHeaders;
  /** The whole answer. */
  readonly expected: string;
  readonly until: 'answer' | 'edited reply';
}

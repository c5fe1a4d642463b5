import { type BenchClans, commandBody, envelope, gatewayHeaders, PUBLIC_KEY } from './bench-clan.ts';
import { addMembers, memberId } from './bench-members.ts';
import { makeImageFolder } from './image-folder.ts';
import type { References } from './references/build-references.ts';
import { type Result, rowsInTurn } from './result.ts';
import { type Measure, measureInTurn } from './rounds.ts';
import { type CallHeaders, SpawnedFunction } from './spawned-function.ts';
import { startStandInDiscord } from './stand-ins.ts';

const ROUNDS = 40;
const FRONT_DOOR_LIMIT = 1.3;
const LOADED_LIMIT = 1.5;
const EDITED_LIMIT = 1.6;

/**
 * From starting a process to its first answer, laid out and started as in the image (`directory` holds that meanwhile),
 * against the least that a function of Fn can be.
 */
export async function coldStart(
  references: References,
  clans: BenchClans,
  directory: string,
): Promise<readonly Result[]> {
  const entry = await makeImageFolder(directory);
  const { record, db } = await clans.add('cold');
  await addMembers(db, 100);
  const discord = await startStandInDiscord();
  const environment = {
    PUBLIC_KEY,
    CLANS_DIR: clans.directory,
    DATA_DIR: clans.directory,
    DISCORD_API_URL: discord.url,
  };
  const ping = JSON.stringify({ id: '1', application_id: record.applicationId, type: 1 });
  const pinged = { body: () => ping, headers: () => gatewayHeaders(ping, 'cold'), expected: '{"type":1}' };
  const warmed = { body: () => '{"warm":true}', headers: () => ({}), expected: '{"warm":true}' };
  let user = 0;
  const used = {
    body: () => {
      user += 1;
      return envelope(commandBody(record, { userId: memberId(user), command: 'xp' }));
    },
    headers: () => ({}),
    expected: '{"kind":"answered","how":"done"}',
  };

  const cold =
    (bundle: string, call: Call, name = ''): Measure =>
    async () => {
      const started = performance.now();
      const spawned = new SpawnedFunction(bundle, { ...environment, FUNCTION_NAME: name });
      try {
        const answer = await spawned.call(call.body(), call.headers());
        const ms = performance.now() - started;
        if (answer.body !== call.expected) throw new Error(`${bundle} ${name} answered ${answer.body}`);
        return ms;
      } finally {
        await spawned.kill();
      }
    };

  const bare = cold(references['bare-fdk'], pinged);
  const taken = await measureInTurn(
    {
      'bare FDK function': bare,
      'the same again (noise)': bare,
      'interactions: signed PONG': cold(entry, pinged, 'interactions'),
      'xp: loaded': cold(entry, warmed, 'xp'),
      'xp: reply edited': cold(entry, used, 'xp'),
    },
    { count: ROUNDS, warmUp: 2 },
  );
  discord.stop();
  const limits = {
    'interactions: signed PONG': FRONT_DOOR_LIMIT,
    'xp: loaded': LOADED_LIMIT,
    'xp: reply edited': EDITED_LIMIT,
  };
  const title = `From starting a process to its first answer (${ROUNDS} rounds)`;
  return [{ title, rows: rowsInTurn(taken, 'bare FDK function', limits) }];
}

interface Call {
  readonly body: () => string;
  readonly headers: () => CallHeaders;
  /** The whole answer. */
  readonly expected: string;
}

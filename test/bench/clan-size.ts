import type { ClanRecord } from '../../shared/clans/clan-record.ts';
import { type BenchClans, commandBody, envelope } from './bench-clan.ts';
import { addMembers, memberId } from './bench-members.ts';
import { FUNCTIONS } from './functions.ts';
import { type Result, rowsInTurn } from './result.ts';
import { type Measure, measureInTurn } from './rounds.ts';
import { SpawnedFunction } from './spawned-function.ts';
import { startStandInDiscord } from './stand-ins.ts';

const SMALL = 1_000;
const LARGE = 100_000;
const ROUNDS = { count: 250, warmUp: 50 };
const LIMIT = 1.5;
const ADMINISTRATOR = '8';

/** `/xp` and `/leaderboard` of somebody in the middle of a clan, from the envelope to the edited reply. */
export async function clanSize(clans: BenchClans): Promise<readonly Result[]> {
  const small = await clans.add('small');
  const large = await clans.add('large');
  await addMembers(small.db, SMALL);
  await addMembers(large.db, LARGE);
  const discord = await startStandInDiscord();
  const environment = { CLANS_DIR: clans.directory, DISCORD_API_URL: discord.url };
  const results: Result[] = [];
  for (const command of ['xp', 'leaderboard']) {
    const spawned = new SpawnedFunction(FUNCTIONS.path(command), environment);
    try {
      const taken = await measureInTurn(
        {
          [`${SMALL} members`]: using(spawned, command, small.record, SMALL),
          [`${LARGE} members`]: using(spawned, command, large.record, LARGE),
        },
        ROUNDS,
      );
      results.push({
        title: `/${command} by the size of the clan (${ROUNDS.count} rounds)`,
        rows: rowsInTurn(taken, `${SMALL} members`, { [`${LARGE} members`]: LIMIT }),
      });
    } finally {
      await spawned.kill();
    }
  }
  discord.stop();
  return results;
}

/**
 * Somebody else each time, because of the cooldown: from the middle of the clan downwards. `options`: of the command, by
 * whoever uses it.
 */
export function using(
  spawned: SpawnedFunction,
  command: string,
  record: ClanRecord,
  size: number,
  options: (user: number) => readonly object[] = () => [],
): Measure {
  let user = size / 2;
  return async () => {
    user += 1;
    const used = { userId: memberId(user), command, permissions: ADMINISTRATOR, options: options(user) };
    const body = envelope(commandBody(record, used));
    const started = performance.now();
    const answer = await spawned.call(body);
    const ms = performance.now() - started;
    if (!answer.body.includes('"done"')) throw new Error(`/${command} was answered ${answer.body}`);
    return ms;
  };
}

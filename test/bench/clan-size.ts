import type { ClanRecord } from '../../shared/clans/clan-record.ts';
import { type BenchClans, commandBody, envelope } from './bench-clan.ts';
import { addMembers, memberId } from './bench-members.ts';
import { FUNCTIONS } from './functions.ts';
import { type Result, rowsInTurn } from './result.ts';
import { type Measure, measureInTurn, type Rounds } from './rounds.ts';
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
  const sizes = [
    { record: small.record, members: SMALL },
    { record: large.record, members: LARGE },
  ] as const;
  return bySize(clans, sizes, ROUNDS, [{ command: 'xp' }, { command: 'leaderboard' }]);
}

/** A clan and how many are in it. */
export interface SizedClan {
  readonly record: ClanRecord;
  readonly members: number;
}

/** A command, by whoever uses it; a `points history` is of the function `points`. */
export interface SizedCommand {
  readonly command: string;
  readonly options?: (user: number) => readonly object[];
}

/** Commands in a small clan and in a large one, in turns, from the envelope to the edited reply. */
export async function bySize(
  clans: BenchClans,
  sizes: readonly [small: SizedClan, large: SizedClan],
  rounds: Rounds,
  commands: readonly SizedCommand[],
): Promise<readonly Result[]> {
  const nameOf = ({ members }: SizedClan) => `${members} members`;
  const discord = await startStandInDiscord();
  const environment = { CLANS_DIR: clans.directory, DISCORD_API_URL: discord.url };
  const results: Result[] = [];
  for (const used of commands) {
    const [name = ''] = used.command.split(' ');
    const spawned = new SpawnedFunction(FUNCTIONS.path(name), environment);
    try {
      const subjects = sizes.map((size) => [nameOf(size), using(spawned, used, size)] as const);
      const taken = await measureInTurn(Object.fromEntries(subjects), rounds);
      results.push({
        title: `/${used.command} by the size of the clan (${rounds.count} rounds)`,
        rows: rowsInTurn(taken, nameOf(sizes[0]), { [nameOf(sizes[1])]: LIMIT }),
      });
    } finally {
      await spawned.kill();
    }
  }
  discord.stop();
  return results;
}

/** Somebody else each time, because of the cooldown: from the middle of the clan downwards. */
function using(
  spawned: SpawnedFunction,
  { command, options = () => [] }: SizedCommand,
  { record, members }: SizedClan,
): Measure {
  let user = members / 2;
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

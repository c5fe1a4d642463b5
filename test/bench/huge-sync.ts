import { sql } from '../../shared/database/database.ts';
import type { BenchClans } from './bench-clan.ts';
import { lowestRole, startGroup } from './bench-group.ts';
import { addMembers } from './bench-members.ts';
import { contents, MEMORY_LIMIT_MB, run } from './large-sync.ts';
import { atMost, type Result, type Row } from './result.ts';
import { startStandInDiscord } from './stand-ins.ts';

const LINKED = 100_000;
const IN_GROUP = 110_000;
/**
 * The group's services answer from the same machine, 50 times as fast as Roblox, so that one run of 30 min would do. Of
 * 30 s the job keeps 20 for its end.
 */
const RUN_MS = 30_000;
const MOST_RUNS = 60;
/** A page of the group once, and what each run reads besides. */
const READS_LIMIT = 1_250;

const IN_SYNC = sql`UPDATE members SET roblox_role_ids = :role_id, synced_at = :now_ms`;

/** The hourly job in a clan of 100,000 linked members who are in sync, over several runs, each in a new process. */
export async function hugeSync(clans: BenchClans): Promise<readonly Result[]> {
  const { record, db } = await clans.add('huge');
  await addMembers(db, LINKED);
  await db.execute(IN_SYNC, { role_id: (await lowestRole(record)).id, now_ms: Date.now() });
  const roblox = await startGroup(record, IN_GROUP);
  const discord = await startStandInDiscord();
  const environment = {
    CLANS_DIR: clans.directory,
    DISCORD_API_URL: discord.url,
    ROBLOX_API_URL: roblox.apiUrl,
    ROBLOX_USERS_API_URL: roblox.usersApiUrl,
  };
  const body = JSON.stringify({ job: 'sync-ranks', clan: record.clan });
  const before = await contents(db);
  const took: number[] = [];
  const reads: number[] = [];
  const memory: number[] = [];
  try {
    for (let answer = ''; !answer.includes('"finished":true'); ) {
      if (took.length === MOST_RUNS) throw new Error(`After ${MOST_RUNS} runs the sync answered ${answer}`);
      roblox.requests.clear();
      const ended = await run('sync-ranks', body, environment, RUN_MS);
      answer = ended.answer;
      if (!answer.includes('"failed":0')) throw new Error(`The sync answered ${answer}`);
      took.push(ended.ms);
      reads.push(roblox.requests.count());
      if (ended.memoryMb !== undefined) memory.push(ended.memoryMb);
      if (answer.includes('"finished":true') && !answer.includes(`"inSync":${LINKED}`))
        throw new Error(`The sync answered ${answer}`);
    }
    if (roblox.violations.length > 0) throw new Error(JSON.stringify(roblox.violations[0]));
    const changed = Number(before !== (await contents(db)));
    const allReads = reads.reduce((sum, count) => sum + count, 0);
    const most = Math.max(...memory);
    const rows: Row[] = [
      { name: 'runs', value: took.length, unit: '' },
      {
        name: 'the longest run',
        value: Math.max(...took),
        unit: 'ms',
        budget: atMost(Math.max(...took), RUN_MS, 'ms'),
      },
      {
        name: 'reads of Roblox, all runs',
        value: allReads,
        unit: '',
        budget: atMost(allReads, READS_LIMIT, ''),
      },
      { name: 'reads of Roblox, the run with most', value: Math.max(...reads), unit: '' },
      {
        name: 'tables of members, ranks, points and effects that changed',
        value: changed,
        unit: '',
        budget: atMost(changed, 0, ''),
      },
      ...(memory.length === 0
        ? []
        : [
            {
              name: 'most memory (RSS)',
              value: most,
              unit: 'MB' as const,
              budget: atMost(most, MEMORY_LIMIT_MB, 'MB'),
            },
          ]),
    ];
    const title = `A sync of ${LINKED} members of a group of ${IN_GROUP}, all in sync, in runs of ${RUN_MS / 1000} s`;
    return [{ title, rows }];
  } finally {
    await roblox.stop();
    discord.stop();
  }
}

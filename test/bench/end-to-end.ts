import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { demoRecords } from '../../local/demo-clans.ts';
import type { GivenValue } from '../../local/discord/interaction-request.ts';
import { parsePlatformEnvironment } from '../../local/environment.ts';
import { type LocalPlatform, startPlatform } from '../../local/platform.ts';
import { sql } from '../../shared/database/database.ts';
import { openDatabase } from '../../shared/database/open-database.ts';
import { atMost, type Result } from './result.ts';
import { type Measure, measureInTurn } from './rounds.ts';
import { summary } from './statistics.ts';

const ROUNDS = { count: 100, warmUp: 20 };
const LIMIT_MS = 30;
const FORGET_COOLDOWNS = sql`DELETE FROM cooldowns`;

/** A warm command on the local platform: from the signed POST to the gateway until the reply is edited. */
export async function endToEnd(): Promise<readonly Result[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-platform-'));
  const environment = parsePlatformEnvironment({
    PORT: '0',
    DATA_DIR: folder,
    CONFIGS_DIR: resolve(import.meta.dirname, '../../configs'),
  });
  const platform = await startPlatform({
    environment,
    clans: { source: 'demo', ...(await demoRecords(environment, ['tophat'])) },
    show: () => {},
    clocks: false,
    keepEmulators: false,
    demoEvent: false,
  });
  const db = await openDatabase({ path: join(folder, 'tophat', 'clan_data.db') });
  try {
    const forget = () => db.execute(FORGET_COOLDOWNS);
    const taken = await measureInTurn(
      {
        '/xp': using(platform, forget, 'wolf', 'xp'),
        '/leaderboard': using(platform, forget, 'bear', 'leaderboard'),
        '/ranks list': using(platform, forget, 'fox', 'ranks list'),
        '/points add, with a DM and a log message': using(platform, forget, 'officer', 'points add', {
          member: 'owl',
          amount: 1,
        }),
      },
      ROUNDS,
    );
    return [
      {
        title: `Signed POST to edited reply, warm, on SQLite (${ROUNDS.count} rounds)`,
        rows: [...taken].map(([name, values]) => {
          const value = summary(values);
          return { name, value, unit: 'ms', budget: atMost(value.median, LIMIT_MS, 'ms') };
        }),
      },
    ];
  } finally {
    await db.close();
    await platform.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

function using(
  { agent, services }: LocalPlatform,
  forgetCooldowns: () => Promise<unknown>,
  user: string,
  command: string,
  options: Readonly<Record<string, GivenValue>> = {},
): Measure {
  const { discord } = services;
  if (discord === undefined) throw new Error('The emulator of Discord did not start.');
  return async () => {
    await forgetCooldowns();
    const interaction = discord.buildInteraction({ clan: 'tophat', user, command, options });
    const started = performance.now();
    const { interactionId } = await discord.deliver('tophat', interaction);
    const reply = await discord.waitFor(interactionId);
    const ms = performance.now() - started;
    if (reply.originalEdits !== 1) throw new Error(`/${command} was answered: ${JSON.stringify(reply)}`);
    while (agent.load() > 0) await new Promise((resolve) => setTimeout(resolve, 2));
    return ms;
  };
}

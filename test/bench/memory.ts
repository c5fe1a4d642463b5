import { resolve } from 'node:path';
import type { BuildResult } from '../../scripts/build/build-functions.ts';
import { type FunctionFolder, readFunctionFolders } from '../../scripts/build/function-folders.ts';
import type { ClanRecord } from '../../shared/clans/clan-record.ts';
import { type BenchClans, commandBody, envelope, gatewayHeaders, PUBLIC_KEY } from './bench-clan.ts';
import { startGroup } from './bench-group.ts';
import { addMembers, memberId } from './bench-members.ts';
import { FUNCTIONS } from './functions.ts';
import type { References } from './references/build-references.ts';
import { atMost, type Result, type Row } from './result.ts';
import { type CallHeaders, SpawnedFunction } from './spawned-function.ts';
import { startStandInDiscord, startStandInFunctionsApi } from './stand-ins.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const CALLS = 100;
const MEMBERS = 2 * CALLS;
const ADMINISTRATOR = '8';
const TIMES_BARE = 1.25;
const PLUS_MB = 10;
const MINUTE_MS = 60_000;

interface Call {
  readonly body: string;
  readonly headers?: CallHeaders;
}

/**
 * The memory (RSS) of each function after 100 calls, one after the other: a command is its first one, used by somebody
 * else each time; a job runs for the clan. Those that draw pictures may take what they declare: the replies of `/xp` and
 * `/activity` here carry one.
 */
export async function memory(
  references: References,
  clans: BenchClans,
  { built }: BuildResult,
): Promise<readonly Result[]> {
  const { record, db } = await clans.add('memory');
  await addMembers(db, MEMBERS);
  const roblox = await startGroup(record, MEMBERS);
  const discord = await startStandInDiscord();
  const api = await startStandInFunctionsApi();
  const { folders } = await readFunctionFolders(ROOT);
  const names = folders.map(({ declaration }) => declaration.name);
  const environment = {
    CLANS_DIR: clans.directory,
    DATA_DIR: clans.directory,
    PUBLIC_KEY,
    DISCORD_API_URL: discord.url,
    ROBLOX_API_URL: roblox.apiUrl,
    ROBLOX_USERS_API_URL: roblox.usersApiUrl,
    INVOKE_URL: api.url,
    FUNCTION_IDS: JSON.stringify(Object.fromEntries(names.map((name) => [name, `ocid1.fnfunc.${name}`]))),
  };
  try {
    const bare = await memoryAfter(references['bare-fdk'], environment, () => ({ body: '{}' }));
    if (bare === undefined) return [];
    const limit = Math.round((TIMES_BARE * bare + PLUS_MB) * 10) / 10;
    const rows: Row[] = [{ name: 'bare FDK function', value: bare, unit: 'MB' }];
    for (const folder of folders) {
      const { name, memoryMb } = folder.declaration;
      const value = await memoryAfter(FUNCTIONS.path(name), environment, (number) =>
        callOf(folder, record, number),
      );
      if (value === undefined) continue;
      const draws = built.get(name)?.includes('shared/drawing/drawing.ts') === true;
      rows.push({
        name: draws ? `${name}, which draws` : name,
        value,
        unit: 'MB',
        budget: atMost(value, draws ? memoryMb : limit, 'MB'),
      });
    }
    return [
      {
        title:
          `Memory (RSS) after ${CALLS} calls; at most ${TIMES_BARE} x the bare function's and ${PLUS_MB} MB, ` +
          'of those that draw what they declare',
        rows,
      },
    ];
  } finally {
    await roblox.stop();
    discord.stop();
    api.stop();
  }
}

async function memoryAfter(
  bundle: string,
  environment: Readonly<Record<string, string>>,
  callAt: (number: number) => Call,
): Promise<number | undefined> {
  const spawned = new SpawnedFunction(bundle, environment);
  try {
    for (let number = 1; number <= CALLS; number += 1) {
      const { body, headers } = callAt(number);
      const deadline = new Date(Date.now() + MINUTE_MS).toISOString();
      await spawned.call(body, { 'Fn-Deadline': deadline, ...headers });
    }
    return spawned.memoryMb();
  } finally {
    await spawned.kill();
  }
}

function callOf({ declaration }: FunctionFolder, record: ClanRecord, number: number): Call {
  const { name, kind, routes } = declaration;
  const by = (command: string, options: readonly object[] = []) =>
    commandBody(record, { userId: memberId(number), command, permissions: ADMINISTRATOR, options });
  if (kind === 'front-door') {
    const body = by('xp');
    return { body, headers: gatewayHeaders(body, record.clan) };
  }
  if (kind !== 'command') return { body: JSON.stringify({ job: name, clan: record.clan }) };
  const route = routes.find(({ on }) => on === 'command');
  if (route === undefined) throw new Error(`${name} declares no command.`);
  const others = memberId(CALLS + number);
  const options = route.options.includes('member') ? [{ name: 'member', type: 6, value: others }] : [];
  return { body: envelope(by(route.key, options)) };
}

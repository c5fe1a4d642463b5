// For tests only: one clan, one guild, one group and one clock, on which every harness stands.
import type { EmulatorAnswer, EmulatorRequest } from '../../local/emulator/http-server.ts';
import type { Violation } from '../../local/emulator/violation.ts';
import type { Settings } from '../../shared/clans/settings.ts';
import type { ClanContext } from '../../shared/context/clan-runtime.ts';
import type { Database } from '../../shared/database/database.ts';
import { createDiscordClient } from '../../shared/discord/create-discord-client.ts';
import type { HttpOptions } from '../../shared/http/http-client.ts';
import type { Transport } from '../../shared/http/transport.ts';
import { createLogger } from '../../shared/log/create-logger.ts';
import { effectState } from '../../shared/outbox/outbox-store.ts';
import { createRobloxClient } from '../../shared/roblox/create-roblox-client.ts';
import { accountOf, NOON, openTestClan, type TestClan } from './clan.ts';
import { TestGroup } from './group.ts';
import { TestGuild } from './guild.ts';
import { RECORD, SETTINGS } from './identity.ts';
import { type RecordedDiscord, type RecordedRoblox, recordedDiscord, recordedRoblox } from './recorded.ts';

export interface TestWorld {
  readonly clan: TestClan;
  readonly db: Database;
  /** What is so at Discord, and the client that looks at it and changes it. */
  readonly guild: TestGuild;
  readonly discord: RecordedDiscord;
  /** The same of Roblox. */
  readonly group: TestGroup;
  readonly roblox: RecordedRoblox;
  /** Unix milliseconds; moves only by the waits in `slept`. */
  readonly clock: { now: number };
  readonly slept: number[];
  /** What was logged. */
  readonly lines: string[];
  /** All of it as the product passes it on. */
  readonly clanContext: ClanContext;
  /** `status: result` of an effect in the outbox; `none` when there is none. */
  state(effectId: string): Promise<string>;
}

export interface WorldOptions {
  /** Rows of a ranks.json; six ranks if left out. */
  readonly ranks?: readonly unknown[];
  readonly settings?: Partial<Settings>;
  /** A clan that is open, in place of a new one. */
  readonly clan?: TestClan;
}

/**
 * Whoever is seeded into the clan is in the guild and on Roblox too, not in the group; nobody else is anywhere.
 * The test fails at its end when a service was sent something that it does not take.
 */
export async function openTestWorld(has: WorldOptions = {}): Promise<TestWorld> {
  const plain = has.clan ?? (await openTestClan(has.ranks));
  const { db } = plain;
  const clock = { now: NOON };
  const slept: number[] = [];
  const lines: string[] = [];
  const now = () => clock.now;
  const log = createLogger({ write: (line) => void lines.push(line), now });
  const guild = new TestGuild(now);
  const group = new TestGroup(now);
  const sleep = async (ms: number) => {
    slept.push(ms);
    clock.now += ms;
  };
  const http: HttpOptions = { log, now, sleep, random: () => 0.5 };
  const discord = recordedDiscord(
    createDiscordClient({
      ...http,
      fetch: inProcess((request, url) => guild.answer(request, url)),
      apiUrl: 'https://discord.test/api/v10',
      cdnHosts: ['cdn.discordapp.com'],
      applicationId: RECORD.applicationId,
      guildId: RECORD.guildId,
      botToken: RECORD.botToken,
    }),
  );
  const roblox = recordedRoblox(
    createRobloxClient({
      ...http,
      fetch: inProcess((request) => group.answer(request)),
      apiUrl: 'https://apis.test',
      usersApiUrl: 'https://users.test',
      apiKey: RECORD.robloxApiKey,
      groupId: RECORD.robloxGroupId,
    }),
  );
  const clan: TestClan = {
    ...plain,
    async seed(member) {
      await plain.seed(member);
      if (!guild.state.members.has(member.discordId)) guild.addMember(member.discordId);
      const id = member.robloxUserId === undefined ? accountOf(member.discordId) : member.robloxUserId;
      if (id !== null && !group.state.users.has(id))
        group.put(id, member.robloxName === undefined ? {} : { name: member.robloxName });
    },
  };
  const refused = () => [...guild.violations, ...group.violations];
  if (process.env['VITEST'] !== undefined)
    await checkAtTheEnd(refused, has.clan === undefined ? db : undefined);
  const settings: Settings = { ...SETTINGS, ...has.settings };
  return {
    ...{ clan, db, guild, discord, group, roblox, clock, slept, lines },
    clanContext: { ...{ clan: RECORD, settings, db, discord, roblox, log, now, sleep }, random: () => 0.5 },
    async state(effectId) {
      const state = await effectState(db, effectId);
      return state === undefined ? 'none' : `${state.status}: ${state.result ?? ''}`;
    },
  };
}

/** In a test; a bench closes the database itself. */
async function checkAtTheEnd(refused: () => readonly Violation[], db: Database | undefined): Promise<void> {
  const { expect, onTestFinished } = await import('vitest');
  onTestFinished(async () => {
    await db?.close();
    expect(refused()).toEqual([]);
  });
}

/** A transport to an emulator in this process. */
function inProcess(
  answer: (request: EmulatorRequest, url: string) => Promise<EmulatorAnswer | 'dropped'>,
): Transport {
  return async (url, { method, headers, body, signal }) => {
    signal.throwIfAborted();
    const { pathname: path, searchParams: query } = new URL(url);
    const lowerCase = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
    const request = {
      method,
      path,
      query,
      headers: Object.fromEntries(lowerCase),
      body: Buffer.from(body ?? ''),
    };
    const made = await answer(request, url);
    if (made === 'dropped') throw new TypeError('fetch failed', { cause: new Error('dropped') });
    const sent = made.bytes ?? (made.json === undefined ? null : JSON.stringify(made.json));
    return new Response(sent === null || typeof sent === 'string' ? sent : Uint8Array.from(sent), made);
  };
}

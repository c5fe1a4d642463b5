// For tests only: one clan with its schema in memory, a Discord that writes down what it is asked to do, and
// signed envelopes as the front door hands them over.
import { generateKeyPairSync, sign } from 'node:crypto';
import type { ClanRecord } from '../../shared/clans/clan-record.ts';
import { Settings } from '../../shared/clans/settings.ts';
import { handleInteraction } from '../../shared/commands/handle-interaction.ts';
import type { Handler } from '../../shared/commands/handler.ts';
import { ErrorReporter } from '../../shared/commands/report-error.ts';
import type { CommandServices, InteractionOutcome } from '../../shared/commands/services.ts';
import type { ClanRuntime } from '../../shared/context/clan-runtime.ts';
import type { Database } from '../../shared/database/database.ts';
import { deliverDue } from '../../shared/effects/deliver.ts';
import { PERFORMERS } from '../../shared/effects/performers.ts';
import type { Route } from '../../shared/interactions/declaration.ts';
import type { Envelope } from '../../shared/interactions/envelope.ts';
import { createEd25519Verifier } from '../../shared/interactions/verify-signature.ts';
import { createLogger } from '../../shared/log/create-logger.ts';
import { effectState } from '../../shared/outbox/outbox-store.ts';
import { NOON, openTestClan, TEST_SETTINGS, type TestClan } from './clan.ts';
import { NO_ROBLOX } from './outbox-test.ts';
import { type RecordingDiscord, recordingDiscord } from './recording-discord.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
export const OTHER_KEY = generateKeyPairSync('ed25519').privateKey;

export const RECORD: ClanRecord = {
  clan: 'tophat',
  applicationId: TEST_SETTINGS.application_id,
  publicKey: Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('hex'),
  guildId: TEST_SETTINGS.guild_id,
  robloxGroupId: TEST_SETTINGS.roblox_group_id,
  botToken: 'bot-token-of-tophat',
  robloxApiKey: 'roblox-key-of-tophat',
};
export const WOLF = '1200000000000000011';
export const OFFICER_ROLE = '1700000000000000001';
export const LOG_CHANNEL = '1100000000000000032';

export interface SentEnvelope {
  readonly id?: string;
  readonly type?: number;
  readonly data?: object;
  readonly user?: string;
  readonly roles?: readonly string[];
  readonly permissions?: string;
  readonly guildId?: string;
  /** Unix milliseconds; now unless told. */
  readonly at?: number;
  readonly key?: typeof privateKey;
}

export interface EnvelopeTest {
  readonly clan: TestClan;
  readonly runtime: ClanRuntime;
  readonly db: Database;
  readonly discord: RecordingDiscord;
  readonly clock: { now: number };
  readonly lines: string[];
  readonly slept: number[];
  /** Replaces parts of what the function works with. */
  readonly services: { -readonly [K in keyof CommandServices]: CommandServices[K] };
  envelope(sent?: SentEnvelope): Envelope;
  send(sent?: SentEnvelope): Promise<InteractionOutcome>;
  deliverDue(): Promise<number>;
  state(effectId: string): Promise<string>;
}

/** A function with one route, `test`, answered by `handler`. */
export async function openEnvelopeTest(handler: Handler, route: Partial<Route> = {}): Promise<EnvelopeTest> {
  const clan = await openTestClan();
  const { db } = clan;
  const discord = recordingDiscord();
  const clock = { now: NOON };
  const lines: string[] = [];
  const slept: number[] = [];
  const settings = Settings.parse({ ...TEST_SETTINGS, roles: { officer: [OFFICER_ROLE] } });
  const runtime: ClanRuntime = { clan: RECORD, settings, db, discord, roblox: NO_ROBLOX };
  const full: Route = {
    on: 'command',
    key: 'test',
    reply: 'ephemeral',
    tier: 'member',
    cooldownSeconds: 0,
    duringCooldown: 'refuse',
    whenBlacklisted: 'refuse',
    options: [],
    fields: [],
    modal: undefined,
    ...route,
  };
  const openClan: EnvelopeTest['services']['openClan'] = async () => ({
    ...runtime,
    configOf: async () => ({ settings }),
  });
  const services: EnvelopeTest['services'] = {
    declaration: {
      name: 'test',
      kind: 'command',
      memoryMb: 256,
      timeoutSeconds: 60,
      detachedTimeoutSeconds: 300,
      routes: [full],
    },
    handlers: { [`${full.on} ${full.key}`]: handler },
    registry: { record: async (id) => (id === RECORD.applicationId ? RECORD : undefined) },
    verify: createEd25519Verifier(),
    discordOf: () => discord,
    openClan,
    performers: PERFORMERS,
    reporter: new ErrorReporter(() => clock.now),
    createLog: (onLine) =>
      createLogger({ write: (line) => void lines.push(line), onLine, now: () => clock.now }),
    now: () => clock.now,
    random: () => 0.5,
    sleep: async (ms) => {
      slept.push(ms);
      clock.now += ms;
    },
  };

  function envelope(sent: SentEnvelope = {}): Envelope {
    const timestamp = String(Math.floor((sent.at ?? clock.now) / 1000));
    const body = JSON.stringify({
      id: sent.id ?? '1300000000000000001',
      application_id: RECORD.applicationId,
      type: sent.type ?? 2,
      token: `token-of-${sent.id ?? '1300000000000000001'}`,
      guild_id: sent.guildId ?? RECORD.guildId,
      channel_id: '1100000000000000003',
      app_permissions: '0',
      member: {
        user: { id: sent.user ?? WOLF, username: 'wolf' },
        roles: sent.roles ?? [],
        permissions: sent.permissions ?? '0',
      },
      data: sent.data ?? { type: 1, name: 'test' },
    });
    const signature = sign(null, Buffer.from(timestamp + body), sent.key ?? privateKey).toString('hex');
    return { timestamp, signature, body };
  }

  return {
    clan,
    runtime,
    db,
    discord,
    clock,
    lines,
    slept,
    services,
    envelope,
    send: (sent) => handleInteraction(envelope(sent), services, clock.now + 60_000),
    deliverDue: () =>
      deliverDue(
        { ...runtime, log: services.createLog(() => {}), now: () => clock.now, random: () => 0.5 },
        { performers: PERFORMERS, limit: 100, deadline: clock.now + 60_000 },
      ),
    async state(effectId) {
      const state = await effectState(db, effectId);
      return state === undefined ? 'none' : `${state.status}: ${state.result ?? ''}`;
    },
  };
}

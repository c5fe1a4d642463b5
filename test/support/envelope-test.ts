// For tests only: sends signed envelopes, as the front door hands them over, through the runtime of a function.
import type { KeyObject } from 'node:crypto';
import { handleInteraction } from '../../shared/commands/handle-interaction.ts';
import type { Handler } from '../../shared/commands/handler.ts';
import { ErrorReporter } from '../../shared/commands/report-error.ts';
import type { CommandServices, InteractionOutcome } from '../../shared/commands/services.ts';
import { deliverDue } from '../../shared/effects/deliver.ts';
import { PERFORMERS } from '../../shared/effects/performers.ts';
import type { Route } from '../../shared/interactions/declaration.ts';
import type { Envelope } from '../../shared/interactions/envelope.ts';
import { createEd25519Verifier } from '../../shared/interactions/verify-signature.ts';
import { createLogger } from '../../shared/log/create-logger.ts';
import { HERE, ID, RECORD, SETTINGS, signatureOf, tokenOf } from './identity.ts';
import { openTestWorld, type TestWorld, type WorldOptions } from './world.ts';

export const WOLF = '1200000000000000011';
export const OFFICER_ROLE = '1700000000000000001';

export interface SentEnvelope {
  readonly id?: string;
  readonly type?: number;
  readonly data?: object;
  readonly user?: string;
  readonly roles?: readonly string[];
  readonly permissions?: string;
  readonly guildId?: string;
  readonly locale?: string;
  /** Unix milliseconds; now if left out. */
  readonly at?: number;
  readonly key?: KeyObject;
}

export interface EnvelopeTest extends TestWorld {
  /** Replaces parts of what the function works with. */
  readonly services: { -readonly [K in keyof CommandServices]: CommandServices[K] };
  envelope(sent?: SentEnvelope): Envelope;
  send(sent?: SentEnvelope): Promise<InteractionOutcome>;
  deliverDue(): Promise<number>;
}

/** A function with one route, `test`, answered by `handler`. */
export async function openEnvelopeTest(
  handler: Handler,
  route: Partial<Route> = {},
  has: Pick<WorldOptions, 'clan'> = {},
): Promise<EnvelopeTest> {
  const settings = { roles: { ...SETTINGS.roles, officer: [OFFICER_ROLE] } };
  const world = await openTestWorld({ ...has, settings });
  const { guild, clock, lines, slept } = world;
  guild.addMember(WOLF);
  const full: Route = {
    on: 'command',
    key: 'test',
    reply: 'ephemeral',
    tier: 'member',
    cooldownSeconds: 0,
    duringCooldown: 'refuse',
    whenBlacklisted: 'refuse',
    readOnly: false,
    inSteps: false,
    options: [],
    fields: [],
    modal: undefined,
    ...route,
  };
  const { settings: _, ...opened } = world.clanContext;
  const openClan: EnvelopeTest['services']['openClan'] = async () => ({
    ...opened,
    configOf: async () => ({ settings: world.clanContext.settings }),
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
    discordOf: () => world.discord,
    openClan,
    performers: PERFORMERS,
    reporter: new ErrorReporter(() => clock.now),
    createLog: (onLine) =>
      createLogger({ write: (line) => void lines.push(line), onLine, now: () => clock.now }),
    now: () => clock.now,
    random: () => 0.5,
    timer: () => ({ over: new Promise(() => {}), stop: () => {} }),
    sleep: async (ms) => {
      slept.push(ms);
      clock.now += ms;
    },
  };

  function envelope(sent: SentEnvelope = {}): Envelope {
    const timestamp = String(Math.floor((sent.at ?? clock.now) / 1000));
    const id = sent.id ?? ID;
    const body = JSON.stringify({
      id,
      application_id: RECORD.applicationId,
      type: sent.type ?? 2,
      token: tokenOf(id),
      guild_id: sent.guildId ?? RECORD.guildId,
      channel_id: HERE,
      app_permissions: '0',
      ...(sent.locale === undefined ? {} : { locale: sent.locale }),
      member: {
        user: { id: sent.user ?? WOLF, username: 'wolf' },
        roles: sent.roles ?? [],
        permissions: sent.permissions ?? '0',
      },
      data: sent.data ?? { type: 1, name: 'test' },
    });
    return { timestamp, signature: signatureOf(timestamp, Buffer.from(body), sent.key), body };
  }

  const acknowledged = new Set<string>();
  return {
    ...world,
    services,
    envelope,
    send(sent = {}) {
      const token = tokenOf(sent.id ?? ID);
      const { reply } = full;
      if (!acknowledged.has(token))
        guild.acknowledge(token, reply === 'choices' || reply === 'modal' ? 'ephemeral' : reply);
      acknowledged.add(token);
      return handleInteraction(envelope(sent), services, clock.now + 60_000);
    },
    deliverDue: () =>
      deliverDue(world.clanContext, { performers: PERFORMERS, limit: 100, deadline: clock.now + 60_000 }),
  };
}

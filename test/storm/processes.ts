// For tests only: what the platform runs in processes of their own, each with a life.
import * as z from 'zod/mini';
import { deliverOutbox } from '../../functions/deliver-outbox/deliver-outbox.ts';
import { handleInteraction } from '../../shared/commands/handle-interaction.ts';
import type { ClanContext } from '../../shared/context/clan-runtime.ts';
import { type Database, sql } from '../../shared/database/database.ts';
import { deliverDue } from '../../shared/effects/deliver.ts';
import { PERFORMERS } from '../../shared/effects/performers.ts';
import type { JobCall } from '../../shared/fn/job.ts';
import type { Declaration } from '../../shared/interactions/declaration.ts';
import { routeKeyOf } from '../../shared/interactions/route-key.ts';
import { isObject } from '../../shared/json/json.ts';
import type { FailedInvocation } from '../../shared/oci/failed-invocations.ts';
import { parseEnvironment } from '../../shared/platform/environment.ts';
import { KeptSettings } from '../../shared/settings/kept-settings.ts';
import type { EnvelopeTest, SentEnvelope } from '../support/envelope-test.ts';
import { ID, RECORD, tokenOf } from '../support/identity.ts';
import type { Life } from './life.ts';

const COUNT_DUE = sql`SELECT COUNT(*) AS due FROM outbox WHERE status = 'due'`;
const REGISTRY = {
  identity: async () => RECORD,
  record: async () => RECORD,
  recordOfClan: async () => RECORD,
  identities: async () => [RECORD],
};

/** How many effects are still to be performed. */
export async function dueEffects(db: Database): Promise<number> {
  const [row] = await db.query(z.object({ due: z.number() }), COUNT_DUE);
  return row?.due ?? 0;
}

/** What the front door says at once: the token can be used from then on. */
export function acknowledge(scene: EnvelopeTest, sent: SentEnvelope): void {
  const body: unknown = JSON.parse(scene.envelope(sent).body);
  const wanted = isObject(body) ? routeKeyOf(body) : undefined;
  const { routes } = scene.services.declaration;
  const route = routes.find(({ on, key }) => on === wanted?.on && key === wanted.key);
  if (route?.reply !== 'public' && route?.reply !== 'ephemeral' && route?.reply !== 'update')
    throw new Error(`nobody waits for the end of ${wanted?.key}`);
  scene.guild.acknowledge(tokenOf(sent.id ?? ID), route.reply);
}

/** One invocation of a function in a process of its own. */
export async function serveOnce(scene: EnvelopeTest, life: Life, sent: SentEnvelope) {
  const settings = new KeptSettings(1);
  const db = life.database(scene.db);
  const discord = life.discord(scene.discord);
  const roblox = life.roblox(scene.roblox);
  return handleInteraction(
    scene.envelope(sent),
    {
      ...scene.services,
      random: life.random,
      discordOf: () => discord,
      openClan: async () => ({
        clan: RECORD,
        db,
        discord,
        roblox,
        configOf: (version) => settings.of(RECORD.clan, db, version),
      }),
    },
    scene.clock.now + 60_000,
  );
}

/** The clan's context as a process sees it. */
export function inLife(context: ClanContext, life: Life): ClanContext {
  return {
    ...context,
    random: life.random,
    db: life.database(context.db),
    discord: life.discord(context.discord),
    roblox: life.roblox(context.roblox),
  };
}

/** One run of a job of the clan, with a minute of time. */
export function jobCall(context: ClanContext, job: string, clan?: string): JobCall {
  return {
    job,
    clan,
    body: {},
    environment: parseEnvironment({ CLANS_DIR: '/nowhere' }),
    registry: REGISTRY,
    openClan: async () => context,
    deliver: (_, limits) => deliverDue(context, { performers: PERFORMERS, ...limits }),
    invoke: () => Promise.reject(new Error(`${job} invokes nothing`)),
    log: context.log,
    now: context.now,
    sleep: context.sleep,
    random: context.random,
    deadline: context.now() + 60_000,
  };
}

/** A minute of the monitor: what failed is ended, what is due performed. `queue`: the invocations that failed. */
export async function deliverMinute(
  context: ClanContext,
  { queue, declaration }: { readonly queue: FailedInvocation[]; readonly declaration: Declaration },
): Promise<void> {
  const failures = {
    take: async () => queue.slice(0, 20),
    done: async (receipt: string) =>
      void queue.splice(
        queue.findIndex((failure) => failure.receipt === receipt),
        1,
      ),
  };
  const routes = Object.fromEntries(
    declaration.routes.map(({ on, key, reply, inSteps }) => [
      `${on} ${key}`,
      { function: declaration.name, reply, ...(inSteps ? { inSteps } : {}) },
    ]),
  );
  await deliverOutbox(jobCall(context, 'deliver-outbox'), { failures, routes });
}

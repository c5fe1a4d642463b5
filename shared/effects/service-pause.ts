import * as z from 'zod/mini';
import { stillRuns } from '../clock/still-runs.ts';
import type { ClanContext } from '../context/clan-runtime.ts';
import { type Queryable, sql } from '../database/database.ts';
import { DatabaseError } from '../database/errors.ts';
import { DISCORD_CODES, DiscordError } from '../discord/errors.ts';
import { ServiceError } from '../http/service-error.ts';
import type { Logger } from '../log/logger.ts';
import type { EffectKind } from '../outbox/effect.ts';
import { sayPause, sayRefusal } from '../refusals/say-refusal.ts';
import { RobloxError } from '../roblox/errors.ts';
import { cut } from '../text/cut.ts';
import type { KnownPauses, PausableService, ServicePause } from './pause.ts';
import type { EffectResult } from './performer.ts';
import { storedResults } from './result-texts.ts';

export type { PausableService, ServicePause } from './pause.ts';

const NAMES = { discord: 'Discord', roblox: 'Roblox' } as const;

/** How long calls stop. Then one more is tried: a denial starts the pause again, a success ends it. */
export const PAUSE_MS = 10 * 60_000;
const DENIALS_UNTIL_PAUSE = 3;

/** The columns of `service_pauses`: what is read, exported and restored. */
export const PAUSE_COLUMNS = sql`service, denied_count, paused_until, reason, changed_at`;
const LIST_PAUSES = sql`SELECT ${PAUSE_COLUMNS} FROM service_pauses ORDER BY service`;
const FIND_PAUSE = sql`SELECT ${PAUSE_COLUMNS} FROM service_pauses WHERE service = :service`;
const COUNT_DENIAL = sql`
UPDATE service_pauses SET denied_count = denied_count + 1,
  paused_until = CASE WHEN denied_count + 1 >= :denials_allowed THEN :until_at ELSE paused_until END,
  reason = :reason, changed_at = :changed_at
WHERE service = :service`;
const ADD_SERVICE = sql`
INSERT INTO service_pauses (service, denied_count, paused_until, changed_at)
VALUES (:service, 0, 0, :changed_at)`;
const CLEAR = sql`
UPDATE service_pauses SET denied_count = 0, paused_until = 0, reason = NULL, changed_at = :changed_at
WHERE service = :service AND denied_count > 0`;

export const PauseRow = z.pipe(
  z.object({
    service: z.enum(['discord', 'roblox']),
    denied_count: z.int(),
    paused_until: z.int(),
    reason: z.nullable(z.string()),
  }),
  z.transform(
    (row): ServicePause => ({
      service: row.service,
      deniedCount: row.denied_count,
      pausedUntil: row.paused_until,
      reason: row.reason,
    }),
  ),
);

/** Which service an effect calls with the clan's own credentials; a reply goes out with its interaction's token. */
export function serviceOf(kind: string): PausableService | undefined {
  if (kind === 'reply') return undefined;
  return kind === 'roblox-roles' || kind === 'join-decision' ? 'roblox' : 'discord';
}

/**
 * Performs an effect unless its service is paused for this clan, and keeps count of how it went. A paused row is
 * due again when the pause ends; so is one that got a 401, since a new token or key fixes it.
 */
export async function unlessPaused(
  kind: EffectKind,
  context: ClanContext & { readonly pauses?: KnownPauses | undefined },
  perform: () => Promise<EffectResult>,
): Promise<EffectResult> {
  const service = serviceOf(kind);
  if (service === undefined) return perform();
  const { db, now, log, pauses } = context;
  const pause = await (pauses === undefined ? findPause(db, service) : pauses.find(service));
  const left = pauseLeftMs(pause, now());
  if (left > 0) return { again: storedResults.paused(NAMES[service]), afterMs: left };
  try {
    const result = await perform();
    // A refusal may have been counted, and a success may end a pause.
    if (!('done' in result) || (pause?.deniedCount ?? 0) > 0) pauses?.forget();
    if ('done' in result && pause !== undefined && pause.deniedCount > 0)
      await noteSuccess(db, service, now());
    return result;
  } catch (error) {
    pauses?.forget();
    await noteFailure(db, error, { now: now(), log });
    const waitsForCredentials =
      error instanceof ServiceError && isUnauthorized(error) && deniedBy(error) !== undefined;
    if (!waitsForCredentials) throw error;
    return {
      again: storedResults.seeDiagnose(sayRefusal('en', error)),
      afterMs: PAUSE_MS,
    };
  }
}

/** How long a pause still lasts, in milliseconds, which is never more than `PAUSE_MS`; 0: nothing is paused. */
export function pauseLeftMs(pause: ServicePause | undefined, now: number): number {
  if (pause === undefined || !stillRuns(pause.pausedUntil, now, PAUSE_MS)) return 0;
  return pause.pausedUntil - now;
}

/** Until when nothing may be sent to the service for this clan (Unix milliseconds); undefined: it may. */
export async function pausedUntil(
  q: Queryable,
  service: PausableService,
  now: number,
): Promise<number | undefined> {
  const pause = await findPause(q, service);
  const left = pauseLeftMs(pause, now);
  return left > 0 ? now + left : undefined;
}

/** How a service stands; undefined: it was never denied. */
export async function findPause(q: Queryable, service: PausableService): Promise<ServicePause | undefined> {
  const [pause] = await q.query(PauseRow, FIND_PAUSE, { service });
  return pause;
}

/** The pauses that hold now, each as one Markdown clause that says which service, until when and why. */
export async function pausesNow(
  q: Queryable,
  now: number,
  locale: string | undefined,
): Promise<ReadonlyMap<PausableService, string>> {
  const paused = (await servicePauses(q)).filter((pause) => pauseLeftMs(pause, now) > 0);
  return new Map(
    paused.map(({ service, pausedUntil: until, reason }) => [
      service,
      sayPause(locale, NAMES[service], { until, reason: reason ?? '' }),
    ]),
  );
}

/** A pause that others begin is noticed after this, in milliseconds. */
const KNOWN_MS = 15_000;

/** Keeps what was read of the pauses (`read`, at `now()`) for 15 s, or until a call does not go well. */
export function keepPauses(q: Queryable, now: () => number, read: readonly ServicePause[]): KnownPauses {
  let known: { readonly pauses: readonly ServicePause[]; readonly at: number } | undefined = {
    pauses: read,
    at: now(),
  };
  return {
    async find(service) {
      if (known === undefined || !stillRuns(known.at + KNOWN_MS, now(), KNOWN_MS)) {
        known = { pauses: await servicePauses(q), at: now() };
      }
      return known.pauses.find((pause) => pause.service === service);
    },
    forget() {
      known = undefined;
    },
  };
}

/** How the services stand; one that was never denied is missing. */
export async function servicePauses(q: Queryable): Promise<readonly ServicePause[]> {
  return q.query(PauseRow, LIST_PAUSES);
}

/** Denials that were counted: whoever passes an error on may report it again. Bounded by the errors alive. */
const COUNTED = new WeakSet<Error>();

/**
 * Counts a denial of the clan's credentials, once however often it is reported: the first 401 and the third 403 in
 * a row pause the service, since going on would have the IP address banned that all clans share (FACTS, Discord).
 * Any other error is no denial and changes nothing.
 */
export async function noteFailure(
  q: Queryable,
  error: unknown,
  options: { readonly now: number; readonly log: Logger },
): Promise<void> {
  const service = deniedBy(error);
  if (service === undefined || !(error instanceof Error)) return;
  const { now, log } = options;
  const isNew = !COUNTED.has(error);
  COUNTED.add(error);
  if (isNew) await countDenial(q, service, error, now);
  const until = await pausedUntil(q, service, now);
  if (until === undefined) return;
  log.error('Calls are paused for this clan, because the service denies the bot access', {
    service,
    until: new Date(until).toISOString(),
    error,
  });
}

async function countDenial(q: Queryable, service: PausableService, error: Error, now: number): Promise<void> {
  const denial = {
    service,
    denials_allowed: isUnauthorized(error) ? 1 : DENIALS_UNTIL_PAUSE,
    until_at: now + PAUSE_MS,
    reason: cut(error.message, 500),
    changed_at: now,
  };
  if ((await q.execute(COUNT_DENIAL, denial)) === 0) {
    await addService(q, service, now);
    await q.execute(COUNT_DENIAL, denial);
  }
}

/** A call with the clan's credentials went well: denials before it no longer count, and a pause ends. */
export async function noteSuccess(q: Queryable, service: PausableService, now: number): Promise<void> {
  await q.execute(CLEAR, { service, changed_at: now });
}

async function addService(q: Queryable, service: PausableService, now: number): Promise<void> {
  try {
    await q.execute(ADD_SERVICE, { service, changed_at: now });
  } catch (error) {
    // Somebody else added it at the same moment, which is as good.
    if (!(error instanceof DatabaseError && error.code === 'unique')) throw error;
  }
}

/** Denials that say nothing about the bot: a person takes no messages, an interaction's own token ran out. */
const NOT_THE_BOT: ReadonlySet<number> = new Set([
  DISCORD_CODES.cannotMessageUser,
  DISCORD_CODES.noMutualGuild,
  DISCORD_CODES.webhookTokenExpired,
]);

function deniedBy(error: unknown): PausableService | undefined {
  if (error instanceof RobloxError) return isDenial(error.status) ? 'roblox' : undefined;
  if (!(error instanceof DiscordError) || !isDenial(error.status)) return undefined;
  return NOT_THE_BOT.has(error.code) || error.route.includes('{token}') ? undefined : 'discord';
}

function isDenial(status: number): boolean {
  return status === 401 || status === 403;
}

/** The service does not know the token or key at all. Whatever was to be done can be done once that is fixed. */
export function isUnauthorized(error: unknown): boolean {
  return (error instanceof DiscordError || error instanceof RobloxError) && error.status === 401;
}

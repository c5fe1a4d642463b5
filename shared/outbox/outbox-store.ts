import * as z from 'zod/mini';
import { latestEnd } from '../clock/still-runs.ts';
import { type Queryable, sql } from '../database/database.ts';
import { cut } from '../text/cut.ts';
import { LONGEST_DELAY_MS } from './backoff.ts';
import { type Effect, subjectOf } from './effect.ts';

/** An effect that is to be done, taken with a lease. */
export interface TakenRow {
  readonly effectId: string;
  readonly kind: string;
  /** JSON of the effect, to be parsed again: an older version may have written it. */
  readonly payload: string;
  /** This attempt included. */
  readonly attempts: number;
  /** The lease; only its holder may write how it ended. */
  readonly owner: string;
}

const MAX_RESULT = 500;
/** A row whose process died is free again after this, in milliseconds; longer than any performer takes. */
export const LEASE_MS = 60_000;
/** Longer than a delivery takes over the effects of its own change. */
const FRESH_MS = 15_000;

const ADD_EFFECT = sql`
INSERT INTO outbox (effect_id, subject, kind, payload, status, due_at, created_at, ordinal)
VALUES (:effect_id, :subject, :kind, :payload, 'due', :now_ms, :now_ms, :ordinal)`;

/** Rows of one subject run in the order in which they were written: none while an earlier one is still due. */
const EARLIER_OF_SUBJECT = sql`
SELECT 1 FROM outbox earlier
WHERE earlier.subject = outbox.subject AND earlier.status = 'due'
  AND (earlier.created_at < outbox.created_at
    OR (earlier.created_at = outbox.created_at AND earlier.ordinal < outbox.ordinal)
    OR (earlier.created_at = outbox.created_at AND earlier.ordinal = outbox.ordinal
      AND earlier.effect_id < outbox.effect_id))`;

/** A time or a lease that is further away than it can be was written before the clock was set back: it is over. */
const READY = sql`
status = 'due' AND (due_at <= :now_ms OR due_at > :latest_due_at)
AND (lease_until <= :now_ms OR lease_until > :latest_lease_until)`;

const TAKE = sql`
UPDATE outbox SET lease_owner = :lease_owner, lease_until = :lease_until, attempts = attempts + 1
WHERE effect_id = :effect_id AND ${READY}
  AND NOT EXISTS (${EARLIER_OF_SUBJECT})`;

const TAKEN = sql`SELECT kind, payload, attempts FROM outbox WHERE effect_id = :effect_id AND lease_owner = :lease_owner`;

/**
 * The effects of the same interaction: its reply is `<id>-0`, they are `<id>-1`, `<id>-2` ... A fresh reply that
 * nobody has tried is left to the delivery that made it, which is still busy with these.
 */
const DUE_EFFECT_OF_REPLY = sql`
SELECT 1 FROM outbox sibling
WHERE sibling.effect_id > outbox.effect_id
  AND sibling.effect_id < SUBSTR(outbox.effect_id, 1, LENGTH(outbox.effect_id) - 1) || ':'
  AND sibling.status = 'due'`;

const FREE = sql`
${READY} AND NOT EXISTS (${EARLIER_OF_SUBJECT})
AND (kind <> 'reply' OR attempts > 0 OR created_at <= :fresh_ms OR created_at > :latest_created_at OR NOT EXISTS (${DUE_EFFECT_OF_REPLY}))`;

const DUE = sql`
SELECT effect_id, kind FROM outbox WHERE ${FREE}
ORDER BY due_at, created_at, ordinal, effect_id {rows}`;

const IS_DUE = sql`SELECT effect_id FROM outbox WHERE effect_id = :effect_id AND ${FREE}`;

const HELD = sql`
SELECT effect_id FROM outbox WHERE effect_id = :effect_id AND status = 'due'
AND lease_until > :now_ms AND lease_until <= :latest_lease_until`;

const ENDED = sql`status = :status, result = :result, finished_at = :now_ms, lease_owner = NULL, lease_until = 0`;
const OWN = sql`effect_id = :effect_id AND status = 'due' AND lease_owner = :lease_owner`;

/** The effects whose payload is looked up later, by the change it names. */
const KEEPS_PAYLOAD: ReadonlySet<string> = new Set(['discord-roles', 'roblox-roles', 'verified-role']);

const FINISH = sql`UPDATE outbox SET ${ENDED} WHERE ${OWN}`;

/** Of what was sent nothing is kept: tokens and signed addresses are in it. A reply's subject is a part of its token. */
const FINISH_AND_FORGET = sql`
UPDATE outbox SET ${ENDED}, payload = '{}', subject = CASE WHEN kind = 'reply' THEN 'reply' ELSE subject END
WHERE ${OWN}`;

const AGAIN = sql`
UPDATE outbox SET due_at = :due_at, result = :result, lease_owner = NULL, lease_until = 0
WHERE effect_id = :effect_id AND status = 'due' AND lease_owner = :lease_owner`;

const STATE = sql`SELECT status, kind, result FROM outbox WHERE effect_id = :effect_id`;

const Taken = z.object({ kind: z.string(), payload: z.string(), attempts: z.int() });

/** Writes an effect, due at once, in the transaction that calls for it. `ordinal` orders the effects of a change. */
export async function addToOutbox(
  tx: Queryable,
  row: { readonly effectId: string; readonly effect: Effect; readonly ordinal: number; readonly now: number },
): Promise<void> {
  await tx.execute(ADD_EFFECT, {
    effect_id: row.effectId,
    subject: subjectOf(row.effect),
    kind: row.effect.kind,
    payload: JSON.stringify(row.effect),
    now_ms: row.now,
    ordinal: row.ordinal,
  });
}

/**
 * Takes a row by compare-and-set when it is due, nobody else holds it, and no earlier row of its subject is
 * still to be done. `undefined`: not now. It is held for `LEASE_MS`.
 */
export async function takeFromOutbox(
  q: Queryable,
  effectId: string,
  lease: { readonly owner: string; readonly now: number },
): Promise<TakenRow | undefined> {
  const { owner, now } = lease;
  const binds = { effect_id: effectId, lease_owner: owner, lease_until: now + LEASE_MS, ...readyBinds(now) };
  if ((await q.execute(TAKE, binds)) === 0) return undefined;
  const [row] = await q.query(Taken, TAKEN, { effect_id: effectId, lease_owner: owner });
  return row === undefined ? undefined : { effectId, owner, ...row };
}

function readyBinds(now: number) {
  return {
    now_ms: now,
    latest_due_at: latestEnd(now, LONGEST_DELAY_MS),
    latest_lease_until: latestEnd(now, LEASE_MS),
  };
}

function freeBinds(now: number) {
  return { ...readyBinds(now), fresh_ms: now - FRESH_MS, latest_created_at: latestEnd(now, 0) };
}

const Id = z.object({ effect_id: z.string() });

const DueRow = z.object({ effect_id: z.string(), kind: z.string() });

/** Ids of rows that may be taken now. */
export interface DueRows {
  readonly effects: readonly string[];
  /** To be performed after the effects, which they may show. */
  readonly replies: readonly string[];
}

/**
 * The rows that whoever comes by may take now, the longest due first; at most one of each subject. A reply that
 * is not tried yet comes only when its change's effects are finished, or 15 s later.
 */
export async function listDue(q: Queryable, now: number, limit: number): Promise<DueRows> {
  const binds = { ...freeBinds(now), row_offset: 0, row_limit: limit };
  const rows = await q.query(DueRow, DUE, binds);
  const idsOf = (isReply: boolean) =>
    rows.filter((row) => (row.kind === 'reply') === isReply).map((row) => row.effect_id);
  return { effects: idsOf(false), replies: idsOf(true) };
}

/** Whether whoever comes by may take this row now, by the same rule. */
export async function isDue(q: Queryable, effectId: string, now: number): Promise<boolean> {
  const binds = { effect_id: effectId, ...freeBinds(now) };
  return (await q.query(Id, IS_DUE, binds)).length > 0;
}

/** Whether somebody is performing this row right now. */
export async function isHeld(q: Queryable, effectId: string, now: number): Promise<boolean> {
  const binds = { effect_id: effectId, now_ms: now, latest_lease_until: latestEnd(now, LEASE_MS) };
  return (await q.query(Id, HELD, binds)).length > 0;
}

/** Writes how a taken row ended; what it sent is kept no longer. False: the lease had run out and somebody else holds it. */
export async function finishInOutbox(
  q: Queryable,
  row: TakenRow,
  end: { readonly status: 'done' | 'failed'; readonly result: string; readonly now: number },
): Promise<boolean> {
  const { status, result, now } = end;
  const binds = {
    effect_id: row.effectId,
    lease_owner: row.owner,
    status,
    result: kept(result),
    now_ms: now,
  };
  const statement = KEEPS_PAYLOAD.has(row.kind) ? FINISH : FINISH_AND_FORGET;
  return (await q.execute(statement, binds)) > 0;
}

/** Makes a taken row due again at `dueAt`. False: the lease had run out and somebody else holds it. */
export async function putBackIntoOutbox(
  q: Queryable,
  row: TakenRow,
  next: { readonly dueAt: number; readonly result: string },
): Promise<boolean> {
  const binds = {
    effect_id: row.effectId,
    lease_owner: row.owner,
    due_at: next.dueAt,
    result: kept(next.result),
  };
  return (await q.execute(AGAIN, binds)) > 0;
}

const EffectState = z.object({
  status: z.enum(['due', 'done', 'failed']),
  kind: z.string(),
  /** Plain text. */
  result: z.nullable(z.string()),
});
export type EffectState = z.infer<typeof EffectState>;

/** How an effect stands; `undefined`: there is no such row (any more). */
export async function effectState(q: Queryable, effectId: string): Promise<EffectState | undefined> {
  const [state] = await q.query(EffectState, STATE, { effect_id: effectId });
  return state;
}

function kept(result: string): string {
  return cut(result, MAX_RESULT);
}

import * as z from 'zod/mini';
import { latestEnd, stillRuns } from '../clock/still-runs.ts';
import { type Queryable, sql } from '../database/database.ts';
import { writeRows } from '../database/write-rows.ts';
import { cut } from '../text/cut.ts';
import { LONGEST_DELAY_MS } from './backoff.ts';
import { type Effect, subjectOf } from './effect.ts';

/** An effect that is to be done, held with a lease. */
export interface TakenRow {
  readonly effectId: string;
  readonly kind: string;
  /** Rows of one subject run one after the other. */
  readonly subject: string;
  /** JSON of the effect, to be parsed again: an older version may have written it. */
  readonly payload: string;
  /** This attempt included. */
  readonly attempts: number;
  /** The lease; only its holder may write how it ended. */
  readonly owner: string;
  /** An earlier delivery began it and does not say how that ended, and it was written more than 2 min ago. */
  readonly isUnclosed?: boolean;
}

const MAX_RESULT = 500;
/** A row whose process died is free again after this, in milliseconds; renewed while it is worked on. */
export const LEASE_MS = 20_000;
/** No lease was given for longer, by a former version either. */
const LONGEST_LEASE_MS = 60_000;
/** A text that Oracle may not take as one of several rows: it is written by itself. */
const MAX_PAYLOAD_OF_MANY = 8_000;
/** Within this time what was begun and not closed is done again; later it may be seen as a second one. */
const CLOSED_MS = 120_000;
/** Longer than a delivery takes over the effects of its own change. */
const FRESH_MS = 15_000;

const ADD_EFFECT = sql`
INSERT INTO outbox (effect_id, subject, kind, payload, status, due_at, created_at, ordinal, lease_owner,
  lease_until, attempts)
VALUES (:effect_id, :subject, :kind, :payload, 'due', :due_at, :now_ms, :ordinal, :lease_owner, :lease_until,
  :attempts)`;

/**
 * Rows of one subject run one after the other in the order in which they were written: none while an earlier one is
 * still due, nor while any other is held, which may be one that was written earlier and committed later.
 */
const BEFORE_OF_SUBJECT = sql`
SELECT 1 FROM outbox other
WHERE other.subject = outbox.subject AND other.status = 'due' AND other.effect_id <> outbox.effect_id
  AND ((other.lease_until > :now_ms AND other.lease_until <= :latest_lease_until)
    OR other.created_at < outbox.created_at
    OR (other.created_at = outbox.created_at AND other.ordinal < outbox.ordinal)
    OR (other.created_at = outbox.created_at AND other.ordinal = outbox.ordinal
      AND other.effect_id < outbox.effect_id))`;

/** A time or a lease that is further away than it can be was written before the clock was set back: it is over. */
const READY = sql`
status = 'due' AND (due_at <= :now_ms OR due_at > :latest_due_at)
AND (lease_until <= :now_ms OR lease_until > :latest_lease_until)`;

/** What an attempt before the last one said is no longer so: the last one held the row and did not end. */
const TAKE = sql`
UPDATE outbox SET result = CASE WHEN lease_owner IS NULL THEN result END, lease_owner = :lease_owner,
  lease_until = :lease_until, attempts = attempts + 1
WHERE effect_id = :effect_id AND ${READY}
  AND NOT EXISTS (${BEFORE_OF_SUBJECT})`;

const TAKEN = sql`
SELECT kind, subject, payload, attempts, result, created_at FROM outbox
WHERE effect_id = :effect_id AND lease_owner = :lease_owner`;

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
${READY} AND NOT EXISTS (${BEFORE_OF_SUBJECT})
AND (kind <> 'reply' OR attempts > 0 OR created_at <= :fresh_ms OR created_at > :latest_created_at OR NOT EXISTS (${DUE_EFFECT_OF_REPLY}))`;

const DUE = sql`
SELECT effect_id, kind FROM outbox WHERE ${FREE}
ORDER BY due_at, created_at, ordinal, effect_id {rows}`;

const IS_DUE = sql`SELECT effect_id FROM outbox WHERE effect_id = :effect_id AND ${FREE}`;

/** Of the rows that a change wrote, those of a subject of which another change's row is not done yet. */
export const NOT_FIRST_OF_SUBJECT = sql`
outbox.effect_id >= :first_id AND outbox.effect_id < :end_id AND outbox.status = 'due'
AND outbox.lease_owner = :lease_owner
AND EXISTS (SELECT 1 FROM outbox other
  WHERE other.subject = outbox.subject AND other.status = 'due'
    AND (other.effect_id < :first_id OR other.effect_id >= :end_id))`;

const RENEW = sql`
UPDATE outbox SET lease_until = :lease_until
WHERE effect_id >= :first_id AND effect_id < :end_id AND status = 'due' AND lease_owner = :lease_owner`;

const RELEASE = sql`
UPDATE outbox SET lease_owner = NULL, lease_until = 0, attempts = attempts - 1
WHERE effect_id = :effect_id AND status = 'due' AND lease_owner = :lease_owner`;

/** The effects whose payload is looked up later, by the change it names. */
const KEEPS_PAYLOAD: ReadonlySet<string> = new Set(['discord-roles', 'roblox-roles', 'verified-role']);

/** Of what was sent nothing is kept: tokens and signed addresses are in it. A reply's subject is a part of its token. */
const FINISH = sql`
UPDATE outbox SET status = :status, result = :result, finished_at = :now_ms, lease_owner = NULL, lease_until = 0,
  payload = :payload, subject = CASE WHEN kind = 'reply' THEN 'reply' ELSE subject END
WHERE effect_id = :effect_id AND status = 'due' AND lease_owner = :lease_owner`;

const AGAIN = sql`
UPDATE outbox SET due_at = :due_at, result = :result, lease_owner = NULL, lease_until = 0
WHERE effect_id = :effect_id AND status = 'due' AND lease_owner = :lease_owner`;

const STATES = sql`
SELECT effect_id, status, kind, result FROM outbox WHERE effect_id IN (
  :id_1, :id_2, :id_3, :id_4, :id_5, :id_6, :id_7, :id_8, :id_9, :id_10)`;
const STATES_A_QUERY = 10;

const HOLDER = sql`SELECT lease_owner FROM outbox WHERE effect_id = :effect_id`;

const Taken = z.object({
  kind: z.string(),
  subject: z.string(),
  payload: z.string(),
  attempts: z.int(),
  result: z.nullable(z.string()),
  created_at: z.int(),
});

/** An effect to be written. */
export interface NewRow {
  readonly effectId: string;
  readonly effect: Effect;
  /** Orders the effects of a change. */
  readonly ordinal: number;
}

/** Writes an effect, due at once, in the transaction that calls for it. */
export async function addToOutbox(tx: Queryable, row: NewRow & { readonly now: number }): Promise<void> {
  await tx.execute(ADD_EFFECT, newBinds(row, { now: row.now }));
}

/** Writes effects of which one is due every so many milliseconds from now on: what a service takes slowly. An hour at most. */
export async function addSpreadToOutbox(
  tx: Queryable,
  rows: readonly NewRow[],
  { now, everyMs }: { readonly now: number; readonly everyMs: number },
): Promise<void> {
  const binds = rows.map((row, index) => newBinds(row, { now, dueAt: now + index * everyMs }));
  await writeRows(tx, ADD_EFFECT, binds);
}

/**
 * Writes effects that whoever writes them is going to perform: they are born taken, so that after the commit nothing has
 * to be asked but `NOT_FIRST_OF_SUBJECT`. One statement, however many they are; the last row with the last one.
 */
export async function addTakenToOutbox(
  tx: Queryable,
  rows: readonly NewRow[],
  lease: { readonly owner: string; readonly now: number },
): Promise<readonly TakenRow[]> {
  const binds = rows.map((row) => newBinds(row, lease));
  const isLong = ({ payload }: { readonly payload: string }) => payload.length > MAX_PAYLOAD_OF_MANY;
  const last = binds.at(-1);
  for (const each of binds.slice(0, -1).filter(isLong)) await tx.execute(ADD_EFFECT, each);
  await writeRows(
    tx,
    ADD_EFFECT,
    binds.filter((each) => !isLong(each)),
  );
  if (last !== undefined && isLong(last)) await tx.execute(ADD_EFFECT, last);
  return binds.map(({ effect_id, kind, subject, payload }) => ({
    effectId: effect_id,
    kind,
    subject,
    payload,
    attempts: 1,
    owner: lease.owner,
  }));
}

function newBinds(
  { effectId, effect, ordinal }: NewRow,
  { owner, now, dueAt = now }: { readonly owner?: string; readonly now: number; readonly dueAt?: number },
) {
  return {
    effect_id: effectId,
    subject: subjectOf(effect),
    kind: effect.kind,
    payload: JSON.stringify(effect),
    now_ms: now,
    due_at: dueAt,
    ordinal,
    lease_owner: owner ?? null,
    lease_until: owner === undefined ? 0 : now + LEASE_MS,
    attempts: owner === undefined ? 0 : 1,
  };
}

/** Who holds a row; undefined: nobody, or there is no such row. */
export async function holderOf(q: Queryable, effectId: string): Promise<string | undefined> {
  const [row] = await q.query(z.object({ lease_owner: z.nullable(z.string()) }), HOLDER, {
    effect_id: effectId,
  });
  return row?.lease_owner ?? undefined;
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
  if (row === undefined) return undefined;
  const { result, created_at: createdAt, ...taken } = row;
  // One that was put back has a reason, unless it may have been done.
  const isUnclosed = row.attempts > 1 && result === null && !stillRuns(createdAt + CLOSED_MS, now, CLOSED_MS);
  return { effectId, owner, ...taken, isUnclosed };
}

function readyBinds(now: number) {
  return {
    now_ms: now,
    latest_due_at: latestEnd(now, LONGEST_DELAY_MS),
    latest_lease_until: latestEnd(now, LONGEST_LEASE_MS),
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

/** Holds rows of one owner longer: from the one of `firstId` to before the one of `endId`. */
export async function renewLeases(
  q: Queryable,
  held: { readonly owner: string; readonly firstId: string; readonly endId: string; readonly now: number },
): Promise<number> {
  return q.execute(RENEW, {
    lease_owner: held.owner,
    first_id: held.firstId,
    end_id: held.endId,
    lease_until: held.now + LEASE_MS,
  });
}

/** Gives rows back that were not begun: whoever comes by may take them. */
export async function releaseRows(q: Queryable, rows: readonly TakenRow[]): Promise<void> {
  await writeRows(
    q,
    RELEASE,
    rows.map((row) => ({ effect_id: row.effectId, lease_owner: row.owner })),
  );
}

/** How a row ended. */
export interface RowEnd {
  readonly row: TakenRow;
  readonly status: 'done' | 'failed';
  readonly result: string;
}

/**
 * Writes how taken rows ended, in one statement; what they sent is kept no longer. Returns how many were still held: of
 * the others the lease had run out and somebody else holds them.
 */
export async function finishInOutbox(q: Queryable, ends: readonly RowEnd[], now: number): Promise<number> {
  return writeRows(
    q,
    FINISH,
    ends.map(({ row, status, result }) => ({
      effect_id: row.effectId,
      lease_owner: row.owner,
      status,
      result: kept(result),
      payload: KEEPS_PAYLOAD.has(row.kind) ? row.payload : '{}',
      now_ms: now,
    })),
  );
}

/**
 * Makes a taken row due again at a time, with the reason; null: the attempt may have done it, as after a crash. False as
 * above.
 */
export async function putBackIntoOutbox(
  q: Queryable,
  row: TakenRow,
  next: { readonly dueAt: number; readonly result: string | null },
): Promise<boolean> {
  const binds = {
    effect_id: row.effectId,
    lease_owner: row.owner,
    due_at: next.dueAt,
    result: next.result === null ? null : kept(next.result),
  };
  return (await q.execute(AGAIN, binds)) > 0;
}

const StateRow = z.object({
  effect_id: z.string(),
  status: z.enum(['due', 'done', 'failed']),
  kind: z.string(),
  /** Plain text. */
  result: z.nullable(z.string()),
});
export type EffectState = Omit<z.infer<typeof StateRow>, 'effect_id'>;

/** How effects stand, by id; a row that is not there (any more) is missing. */
export async function effectStates(
  q: Queryable,
  effectIds: readonly string[],
): Promise<ReadonlyMap<string, EffectState>> {
  const states = new Map<string, EffectState>();
  for (let start = 0; start < effectIds.length; start += STATES_A_QUERY) {
    const ids = effectIds.slice(start, start + STATES_A_QUERY);
    const binds = Object.fromEntries(
      Array.from({ length: STATES_A_QUERY }, (_, index) => [
        `id_${index + 1}`,
        ids[index] ?? ids.at(-1) ?? null,
      ]),
    );
    for (const { effect_id, ...state } of await q.query(StateRow, STATES, binds))
      states.set(effect_id, state);
  }
  return states;
}

/** The same for one. */
export async function effectState(q: Queryable, effectId: string): Promise<EffectState | undefined> {
  return (await effectStates(q, [effectId])).get(effectId);
}

function kept(result: string): string {
  return cut(result, MAX_RESULT);
}

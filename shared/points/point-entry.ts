import * as z from 'zod/mini';
import { type Binds, type Queryable, sql } from '../database/database.ts';
import { insertOnce } from '../database/write-rows.ts';

const ENTRY_KINDS = ['award', 'removal', 'event', 'undo', 'rank-reset', 'opening', 'erased'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** One line of the ledger. Lines are only ever added; a correction is a line of its own. */
export interface PointEntry {
  readonly entryId: string;
  /** Null once the person had their data deleted. */
  readonly memberId: string | null;
  /** What it did to the progress to the next rank. */
  readonly pointsDelta: number;
  /** What it did to the lifetime points. */
  readonly lifetimeDelta: number;
  readonly kind: EntryKind;
  readonly reason: string | null;
  readonly actorId: string | null;
  readonly eventId: string | null;
  /** The entry that this one takes back. */
  readonly reverses: string | null;
  readonly createdAt: number;
  /** The entry that took this one back. */
  readonly reversedBy: string | null;
}

/** An entry with what lists show beside it. */
export interface ListedEntry extends PointEntry {
  /** Of the member. Null: not known. */
  readonly robloxName: string | null;
  /** The event's review message; null: there is none. */
  readonly reviewChannelId: string | null;
  readonly reviewMessageId: string | null;
}

const Columns = z.object({
  entry_id: z.string(),
  member_id: z.nullable(z.string()),
  points_delta: z.int(),
  lifetime_delta: z.int(),
  kind: z.enum(ENTRY_KINDS),
  reason: z.nullable(z.string()),
  actor_id: z.nullable(z.string()),
  event_id: z.nullable(z.string()),
  reverses_entry_id: z.nullable(z.string()),
  created_at: z.int(),
  reversed_by: z.nullable(z.string()),
});
const EntryRow = z.pipe(Columns, z.transform(entryOf));
const ListedRow = z.pipe(
  z.extend(Columns, {
    roblox_name: z.nullable(z.string()),
    review_channel_id: z.nullable(z.string()),
    review_message_id: z.nullable(z.string()),
  }),
  z.transform(
    (row): ListedEntry => ({
      ...entryOf(row),
      robloxName: row.roblox_name,
      reviewChannelId: row.review_channel_id,
      reviewMessageId: row.review_message_id,
    }),
  ),
);

function entryOf(row: z.infer<typeof Columns>): PointEntry {
  return {
    entryId: row.entry_id,
    memberId: row.member_id,
    pointsDelta: row.points_delta,
    lifetimeDelta: row.lifetime_delta,
    kind: row.kind,
    reason: row.reason,
    actorId: row.actor_id,
    eventId: row.event_id,
    reverses: row.reverses_entry_id,
    createdAt: row.created_at,
    reversedBy: row.reversed_by,
  };
}

const COLUMNS = sql`
e.entry_id, e.member_id, e.points_delta, e.lifetime_delta, e.kind, e.reason, e.actor_id, e.event_id,
  e.reverses_entry_id, e.created_at, r.entry_id AS reversed_by`;
const ENTRIES = sql`point_entries e LEFT JOIN point_entries r ON r.reverses_entry_id = e.entry_id`;
const FIND_ENTRY = sql`SELECT ${COLUMNS} FROM ${ENTRIES} WHERE e.entry_id = :entry_id`;
const LISTED = sql`
SELECT ${COLUMNS}, m.roblox_name, v.review_channel_id, v.review_message_id
FROM ${ENTRIES} LEFT JOIN members m ON m.discord_id = e.member_id LEFT JOIN events v ON v.event_id = e.event_id`;
const HISTORY = sql`
${LISTED} WHERE e.member_id = :member_id ORDER BY e.created_at DESC, e.entry_id DESC {rows}`;
const LATEST = sql`
${LISTED} WHERE e.kind IN ('award', 'removal', 'event', 'undo')
ORDER BY e.created_at DESC, e.entry_id DESC {rows}`;
const HAS_ONCE_KEY = sql`SELECT once_key FROM point_entries WHERE once_key = :once_key`;
const ONCE_KEYS_FROM = sql`
SELECT once_key FROM point_entries WHERE once_key >= :first_key AND once_key < :end_key`;
export const ADD_ENTRY = sql`
INSERT INTO point_entries (entry_id, member_id, points_delta, lifetime_delta, kind, reason, actor_id, event_id,
  reverses_entry_id, once_key, created_at)
VALUES (:entry_id, :member_id, :points_delta, :lifetime_delta, :kind, :reason, :actor_id, :event_id,
  :reverses_entry_id, :once_key, :created_at)`;

export async function findEntry(q: Queryable, entryId: string): Promise<PointEntry | undefined> {
  const [entry] = await q.query(EntryRow, FIND_ENTRY, { entry_id: entryId });
  return entry;
}

/** Pages of a history stop here; what is older stays in `/my-data export`. */
const MAX_HISTORY_PAGE = 100;

/** What somebody decided on: the latest entries of such kinds, of anybody, newest first. */
export async function latestEntries(q: Queryable, limit: number): Promise<readonly ListedEntry[]> {
  return q.query(ListedRow, LATEST, { row_offset: 0, row_limit: limit });
}

/** Whether an entry may be taken back: a rank's reset, the import's opening and erased lines are not for undoing. */
export function isUndoable({ kind }: Pick<PointEntry, 'kind'>): boolean {
  return kind === 'award' || kind === 'removal' || kind === 'event' || kind === 'undo';
}

/** A member's entries, newest first. Pages begin at 1 and stop at 100. */
export async function pointHistory(
  q: Queryable,
  memberId: string,
  options: { readonly page: number; readonly pageSize: number },
): Promise<{ readonly entries: readonly ListedEntry[]; readonly page: number; readonly hasNext: boolean }> {
  const page = Math.min(Math.max(1, options.page), MAX_HISTORY_PAGE);
  const rows = await q.query(ListedRow, HISTORY, {
    member_id: memberId,
    row_offset: (page - 1) * options.pageSize,
    row_limit: options.pageSize + 1,
  });
  return {
    entries: rows.slice(0, options.pageSize),
    page,
    hasNext: rows.length > options.pageSize && page < MAX_HISTORY_PAGE,
  };
}

const OnceKey = z.object({ once_key: z.string() });

/** Whether an entry with this key was written; such an entry is written once. */
export async function hasOnceKey(q: Queryable, onceKey: string): Promise<boolean> {
  return (await q.query(OnceKey, HAS_ONCE_KEY, { once_key: onceKey })).length > 0;
}

/** The keys of entries that were written, of those that begin with this text, which ends in a colon. */
export async function onceKeysFrom(q: Queryable, start: string): Promise<ReadonlySet<string>> {
  return new Set((await q.query(OnceKey, ONCE_KEYS_FROM, onceKeyRange(start))).map((row) => row.once_key));
}

/** Of the index on once keys: from this text to the one with the next character in place of its last, a colon. */
function onceKeyRange(start: string): { readonly first_key: string; readonly end_key: string } {
  return { first_key: start, end_key: `${start.slice(0, -1)};` };
}

export interface NewEntry {
  readonly entryId: string;
  readonly memberId: string;
  readonly pointsDelta: number;
  readonly lifetimeDelta: number;
  readonly kind: EntryKind;
  /** 500 characters at most. */
  readonly reason?: string | null;
  readonly actorId: string | null;
  readonly eventId?: string | null;
  readonly reverses?: string;
  readonly onceKey?: string;
  readonly createdAt: number;
}

/**
 * Writes one line of the ledger. It belongs in the transaction that changes the member's sums by the same
 * amounts. Throws `ConflictError` when an entry with its once key, or a reversal of its entry, is written elsewhere.
 */
export async function addEntry(tx: Queryable, entry: NewEntry): Promise<void> {
  await insertOnce(tx, ADD_ENTRY, entryBinds(entry));
}

export function entryBinds(entry: NewEntry): Binds {
  return {
    entry_id: entry.entryId,
    member_id: entry.memberId,
    points_delta: entry.pointsDelta,
    lifetime_delta: entry.lifetimeDelta,
    kind: entry.kind,
    reason: entry.reason ?? null,
    actor_id: entry.actorId,
    event_id: entry.eventId ?? null,
    reverses_entry_id: entry.reverses ?? null,
    once_key: entry.onceKey ?? null,
    created_at: entry.createdAt,
  };
}

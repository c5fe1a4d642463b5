import * as z from 'zod/mini';
import { latestEnd, stillRuns } from '../clock/still-runs.ts';
import { type Queryable, sql } from '../database/database.ts';
import { ConflictError } from '../database/errors.ts';
import { insertOnce } from '../database/write-rows.ts';
import type { Attachment } from '../interactions/interaction.ts';

/** How long a draft is kept. */
export const DRAFT_KEPT_MS = 24 * 3_600_000;
/** What the columns hold, in characters. */
export const DRAFT_LIMITS = { time: 200, proofUrl: 1000, proofName: 300, proofType: 100 } as const;

/** An upload, where Discord keeps it: the address is signed and dies within about a day. */
export type Upload = Omit<Attachment, 'id'>;

/** What a member filled into the form of `/submit-event`, as typed, within `DRAFT_LIMITS`. Not escaped. */
export interface EventForm {
  /** Not checked: the clan may have dropped it since. */
  readonly type: string;
  /** The selected Discord members, without bots. */
  readonly memberIds: readonly string[];
  readonly names: string;
  readonly start: string;
  readonly end: string;
  readonly proof: Upload | undefined;
}

/** A form that could not be taken as it was. Each member has one at most. Times are Unix milliseconds. */
export interface Draft extends EventForm {
  readonly id: string;
  readonly hostId: string;
  /** The end of the cooldown that keeping it started; that one does not hold it up. */
  readonly cooldownUntil: number | null;
  /** The end of the cooldown that was running when it was kept. */
  readonly blockedUntil: number | null;
  readonly savedAt: number;
  readonly expiresAt: number;
}

/** The columns of `drafts` but for the member's: what is read, exported and restored. */
export const DRAFT_COLUMNS = sql`
draft_id, event_type, member_ids, typed_names, starts_text, ends_text, proof_url, proof_name, proof_type, proof_bytes,
cooldown_until, blocked_until, saved_at, expires_at`;

const FIND_DRAFT = sql`
SELECT ${DRAFT_COLUMNS} FROM drafts WHERE discord_id = :discord_id
  AND expires_at > :now_ms AND expires_at <= :latest_expires_at`;
const ADD_DRAFT = sql`
INSERT INTO drafts (discord_id, draft_id, event_type, member_ids, typed_names, starts_text, ends_text, proof_url,
  proof_name, proof_type, proof_bytes, cooldown_until, blocked_until, saved_at, expires_at)
VALUES (:discord_id, :draft_id, :event_type, :member_ids, :typed_names, :starts_text, :ends_text, :proof_url,
  :proof_name, :proof_type, :proof_bytes, :cooldown_until, :blocked_until, :saved_at, :expires_at)`;
/** Only the one that was seen: two forms at the same moment cannot both replace it. */
const REPLACE_DRAFT = sql`
UPDATE drafts SET draft_id = :draft_id, event_type = :event_type, member_ids = :member_ids,
  typed_names = :typed_names, starts_text = :starts_text, ends_text = :ends_text, proof_url = :proof_url,
  proof_name = :proof_name, proof_type = :proof_type, proof_bytes = :proof_bytes, cooldown_until = :cooldown_until,
  blocked_until = :blocked_until, saved_at = :saved_at, expires_at = :expires_at
WHERE discord_id = :discord_id AND draft_id = :seen_id`;
const DROP_DRAFT = sql`DELETE FROM drafts WHERE discord_id = :discord_id AND draft_id = :draft_id`;
const PURGE_DRAFTS = sql`DELETE FROM drafts WHERE expires_at <= :now_ms OR expires_at > :latest_expires_at`;

const Text = z.nullable(z.string());
const Whole = z.nullable(z.int());

/** The columns of a draft, each null where a member has none. */
export const DraftFields = {
  draft_id: Text,
  event_type: Text,
  member_ids: Text,
  typed_names: Text,
  starts_text: Text,
  ends_text: Text,
  proof_url: Text,
  proof_name: Text,
  proof_type: Text,
  proof_bytes: Whole,
  cooldown_until: Whole,
  blocked_until: Whole,
  saved_at: Whole,
  expires_at: Whole,
};
const DraftRow = z.object(DraftFields);

/** The draft in a row of these columns; undefined where they are null. */
export function draftOf(row: z.infer<typeof DraftRow>, hostId: string): Draft | undefined {
  const { draft_id: id, event_type: type, saved_at: savedAt, expires_at: expiresAt } = row;
  if (id === null || type === null || savedAt === null || expiresAt === null) return undefined;
  return {
    id,
    hostId,
    type,
    memberIds: row.member_ids?.split(' ') ?? [],
    names: row.typed_names ?? '',
    start: row.starts_text ?? '',
    end: row.ends_text ?? '',
    proof:
      row.proof_url === null
        ? undefined
        : {
            url: row.proof_url,
            name: row.proof_name ?? '',
            contentType: row.proof_type ?? undefined,
            size: row.proof_bytes ?? 0,
          },
    cooldownUntil: row.cooldown_until,
    blockedUntil: row.blocked_until,
    savedAt,
    expiresAt,
  };
}

/** Whether the draft's day is not over. */
export function isKept(draft: Draft, now: number): boolean {
  return stillRuns(draft.expiresAt, now, DRAFT_KEPT_MS);
}

function limits(now: number) {
  return { now_ms: now, latest_expires_at: latestEnd(now, DRAFT_KEPT_MS) };
}

/** The member's draft, unless its day is over. */
export async function findDraft(q: Queryable, hostId: string, now: number): Promise<Draft | undefined> {
  const [row] = await q.query(DraftRow, FIND_DRAFT, { discord_id: hostId, ...limits(now) });
  return row === undefined ? undefined : draftOf(row, hostId);
}

/**
 * Writes the member's draft in place of `seen`, the one that the transaction found, over or not. Throws
 * `ConflictError` when another transaction was faster.
 */
export async function keepDraft(tx: Queryable, draft: Draft, seen: string | undefined): Promise<void> {
  const { proof } = draft;
  const binds = {
    discord_id: draft.hostId,
    draft_id: draft.id,
    event_type: draft.type,
    member_ids: draft.memberIds.join(' '),
    typed_names: draft.names,
    starts_text: draft.start,
    ends_text: draft.end,
    proof_url: proof?.url ?? null,
    proof_name: proof?.name ?? null,
    proof_type: proof?.contentType ?? null,
    proof_bytes: proof?.size ?? null,
    cooldown_until: draft.cooldownUntil,
    blocked_until: draft.blockedUntil,
    saved_at: draft.savedAt,
    expires_at: draft.expiresAt,
  };
  if (seen === undefined) await insertOnce(tx, ADD_DRAFT, binds);
  else if ((await tx.execute(REPLACE_DRAFT, { ...binds, seen_id: seen })) === 0)
    throw new ConflictError('another form of this member was kept or sent first');
}

/** Whether the draft was there: it goes once. */
export async function dropDraft(
  tx: Queryable,
  { hostId, id }: Pick<Draft, 'hostId' | 'id'>,
): Promise<boolean> {
  return (await tx.execute(DROP_DRAFT, { discord_id: hostId, draft_id: id })) > 0;
}

/** Removes drafts whose day is over. Returns how many. */
export function purgeDrafts(q: Queryable, now: number): Promise<number> {
  return q.execute(PURGE_DRAFTS, limits(now));
}

/** Whether the upload is known to be gone: there is none, or its address says that it has died. */
export function isProofGone({ proof }: Pick<EventForm, 'proof'>, now: number): boolean {
  if (proof === undefined) return true;
  const expiry = /[?&]ex=([0-9a-f]{1,12})(?:&|$)/i.exec(proof.url)?.[1];
  return expiry !== undefined && Number.parseInt(expiry, 16) * 1000 <= now;
}

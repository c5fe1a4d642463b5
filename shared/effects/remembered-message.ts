import * as z from 'zod/mini';
import { type Queryable, type Sql, sql } from '../database/database.ts';
import type { RecordAddress } from '../outbox/effect.ts';

export interface PostedMessage {
  readonly channelId: string;
  readonly messageId: string;
  /** Only events keep it: the proof. */
  readonly attachmentId: string | undefined;
}

const REMEMBER_REVIEW = sql`
UPDATE events SET review_channel_id = :channel_id, review_message_id = :message_id,
  review_attachment_id = :attachment_id
WHERE event_id = :record_id`;
const REMEMBER_CARD = sql`
UPDATE promotion_cards SET channel_id = :channel_id, message_id = :message_id WHERE card_id = :record_id`;
const REMEMBER_LEAVE = sql`
UPDATE leaves SET channel_id = :channel_id, message_id = :message_id WHERE leave_id = :record_id`;
const REMEMBER_REPORT = sql`
UPDATE quota_reports SET channel_id = :channel_id, message_id = :message_id WHERE week_key = :record_id`;

const REVIEW_MESSAGE = sql`
SELECT review_channel_id AS channel_id, review_message_id AS message_id FROM events WHERE event_id = :record_id`;
const CARD_MESSAGE = sql`SELECT channel_id, message_id FROM promotion_cards WHERE card_id = :record_id`;
const LEAVE_MESSAGE = sql`SELECT channel_id, message_id FROM leaves WHERE leave_id = :record_id`;
const REPORT_MESSAGE = sql`SELECT channel_id, message_id FROM quota_reports WHERE week_key = :record_id`;

interface Statements {
  readonly remember: Sql;
  readonly find: Sql;
}
const STATEMENTS: Readonly<Record<RecordAddress['table'], Statements>> = {
  events: { remember: REMEMBER_REVIEW, find: REVIEW_MESSAGE },
  promotion_cards: { remember: REMEMBER_CARD, find: CARD_MESSAGE },
  quota_reports: { remember: REMEMBER_REPORT, find: REPORT_MESSAGE },
  leaves: { remember: REMEMBER_LEAVE, find: LEAVE_MESSAGE },
};

/** Stores where a record's message was posted. Nothing happens when the record is gone. */
export async function rememberMessage(q: Queryable, of: RecordAddress, posted: PostedMessage): Promise<void> {
  const binds = { channel_id: posted.channelId, message_id: posted.messageId, record_id: of.id };
  const proof = of.table === 'events' ? { attachment_id: posted.attachmentId ?? null } : {};
  await q.execute(STATEMENTS[of.table].remember, { ...binds, ...proof });
}

const Row = z.object({ channel_id: z.nullable(z.string()), message_id: z.nullable(z.string()) });

/** Where a record's message is; `undefined` when it was never posted or the record is gone. */
export async function rememberedMessage(
  q: Queryable,
  of: RecordAddress,
): Promise<{ readonly channelId: string; readonly messageId: string } | undefined> {
  const [row] = await q.query(Row, STATEMENTS[of.table].find, { record_id: of.id });
  if (row === undefined || row.channel_id === null || row.message_id === null) return undefined;
  return { channelId: row.channel_id, messageId: row.message_id };
}

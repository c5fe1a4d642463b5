import * as z from 'zod/mini';
import { type Queryable, sql } from '../database/database.ts';

/** A record that remembers the message that shows it. */
export interface RecordAddress {
  readonly table: 'events' | 'promotion_cards';
  readonly id: string;
}

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

const REVIEW_MESSAGE = sql`
SELECT review_channel_id AS channel_id, review_message_id AS message_id FROM events WHERE event_id = :record_id`;
const CARD_MESSAGE = sql`SELECT channel_id, message_id FROM promotion_cards WHERE card_id = :record_id`;

/** Stores where a record's message was posted. Nothing happens when the record is gone. */
export async function rememberMessage(q: Queryable, of: RecordAddress, posted: PostedMessage): Promise<void> {
  const binds = { channel_id: posted.channelId, message_id: posted.messageId, record_id: of.id };
  if (of.table === 'promotion_cards') await q.execute(REMEMBER_CARD, binds);
  else await q.execute(REMEMBER_REVIEW, { ...binds, attachment_id: posted.attachmentId ?? null });
}

const Row = z.object({ channel_id: z.nullable(z.string()), message_id: z.nullable(z.string()) });

/** Where a record's message is; `undefined` when it was never posted or the record is gone. */
export async function rememberedMessage(
  q: Queryable,
  of: RecordAddress,
): Promise<{ readonly channelId: string; readonly messageId: string } | undefined> {
  const statement = of.table === 'events' ? REVIEW_MESSAGE : CARD_MESSAGE;
  const [row] = await q.query(Row, statement, { record_id: of.id });
  if (row === undefined || row.channel_id === null || row.message_id === null) return undefined;
  return { channelId: row.channel_id, messageId: row.message_id };
}

import type { Settings } from '../../shared/clans/settings.ts';
import { type Database, type Queryable, sql } from '../../shared/database/database.ts';
import { ConflictError } from '../../shared/database/errors.ts';
import type { DiscordClient } from '../../shared/discord/client.ts';
import { DiscordError } from '../../shared/discord/errors.ts';
import { makeSnowflake } from '../../shared/discord/snowflake.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import { attendanceOf } from '../../shared/events/attendance.ts';
import { type ClanEvent, findEvent, findSameProof, participantsOf } from '../../shared/events/event.ts';
import { type Proof, readProof } from '../../shared/events/proof.ts';
import { reviewMessage } from '../../shared/events/review-message.ts';
import { changeTransaction } from '../../shared/outbox/change-transaction.ts';
import { subjectOf } from '../../shared/outbox/effect.ts';
import { hasDueEffect } from './due-effect.ts';
import { ImportError } from './import-error.ts';
import type { OldDatabase } from './old-database.ts';
import type { OldSubmission } from './old-rows.ts';
import { oldSubmissionsAfter } from './old-tables.ts';
import { statusOf } from './plan-submission.ts';

const KEEP_PROOF = sql`
UPDATE events SET proof_sha256 = :sha256, proof_name = :proof_name, duplicate_of = :duplicate_id
WHERE event_id = :event_id AND status = 'pending'`;

const FROM_OLD_BOT = 'Brought from the old bot; its own buttons no longer work.';
const LOST = '⚠️ The proof is lost: the old bot kept only a link, which has died. Ask the submitter for it.';

export interface RepostOptions {
  readonly db: Database;
  readonly old: OldDatabase;
  readonly settings: Settings;
  readonly discord: Pick<DiscordClient, 'download'>;
  readonly now: () => number;
  readonly random: () => number;
  readonly progress: (done: number) => void;
}

export interface RepostReport {
  /** Review messages that the bot will post. */
  readonly posted: number;
  /** Of those, how many without their proof. */
  readonly withoutProof: number;
  /** Submissions that have a review message, or one on its way. */
  readonly alreadyThere: number;
}

/**
 * Calls for a review message for every submission of the old bot that still waits, oldest first, through the outbox:
 * the running bot posts them. The proof is fetched once more; where that fails, the message says that it is lost. A
 * second run posts nothing twice. Throws `ImportError` when no admin channel is set, or Discord does not answer.
 */
export async function repostPending(options: RepostOptions): Promise<RepostReport> {
  const { settings, old } = options;
  const channelId = settings.channels.admin;
  if (channelId === null) {
    throw new ImportError(
      'No admin channel is set, so no review message can be posted. Everything else is done. ' +
        'Set it (/settings channel, or channels.admin in settings.json) and start again with --repost-pending.',
    );
  }
  const report = { posted: 0, withoutProof: 0, alreadyThere: 0 };
  let done = 0;
  for await (const row of waiting(old)) {
    const proof = await proofOf(options, row);
    const outcome = await post(options, { eventId: row.submission_id, proof, channelId });
    if (outcome === 'posted') {
      report.posted += 1;
      if (proof === undefined) report.withoutProof += 1;
    } else if (outcome === 'already there') report.alreadyThere += 1;
    done += 1;
    options.progress(done);
  }
  return report;
}

/** The old submissions that wait. Fetching proofs takes long, so the old file is held for a page at a time only. */
async function* waiting(old: OldDatabase): AsyncGenerator<OldSubmission> {
  let last: string | undefined;
  for (;;) {
    const page = await old.snapshot((source) => oldSubmissionsAfter(source, old.layout, last));
    if (page.length === 0) return;
    yield* page.filter((row) => (statusOf(row.status) ?? 'pending') === 'pending');
    last = page.at(-1)?.submission_id;
  }
}

/**
 * The picture, fetched once more; undefined: it is lost. Throws `ImportError` when that cannot be said, because Discord
 * does not answer now.
 */
async function proofOf({ discord, now }: RepostOptions, row: OldSubmission): Promise<Proof | undefined> {
  const url = row.image_url?.trim() ?? '';
  if (hasExpired(url, now())) return undefined;
  let unreachable: DiscordError | undefined;
  const noting = {
    async download(address: string, maxBytes: number) {
      try {
        return await discord.download(address, maxBytes);
      } catch (error) {
        if (error instanceof DiscordError && error.retryable) unreachable = error;
        throw error;
      }
    },
  };
  try {
    return await readProof(noting, { name: 'proof', contentType: undefined, size: 0, url });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    if (unreachable === undefined) return undefined;
    throw new ImportError(
      `The proof of submission ${row.submission_id} cannot be fetched now (${unreachable.message}). Everything else is ` +
        'done, and the review messages before it are on their way. Start again later with --repost-pending.',
    );
  }
}

/** Addresses on Discord's CDN say when they die: `ex`, in seconds as hex digits (FACTS, Attachments). */
function hasExpired(url: string, now: number): boolean {
  const expiry = URL.parse(url)?.searchParams.get('ex') ?? '';
  return /^[0-9a-f]{1,12}$/i.test(expiry) && Number.parseInt(expiry, 16) * 1000 < now;
}

async function post(
  { db, settings, now, random }: RepostOptions,
  one: { readonly eventId: string; readonly proof: Proof | undefined; readonly channelId: string },
): Promise<'posted' | 'already there' | 'decided'> {
  return db.transaction(async (plain) => {
    const at = now();
    const tx = changeTransaction(plain, { base: makeSnowflake(at, random), now: at });
    const event = await findEvent(tx, one.eventId);
    if (event === undefined || event.status !== 'pending') return 'decided';
    const subject = subjectOf({ kind: 'edit', of: { table: 'events', id: event.id }, message: {} });
    if (event.reviewMessageId !== null || (await hasDueEffect(tx, subject))) return 'already there';
    const shown = one.proof === undefined ? event : await keepProof(tx, event, one.proof);
    const duplicateOf = shown.duplicateOf === null ? undefined : await findEvent(tx, shown.duplicateOf);
    const attendance = await attendanceOf(tx, await participantsOf(tx, event.id));
    const message = reviewMessage({ event: shown, attendance, duplicateOf, settings, now: at });
    await tx.addEffect({
      kind: 'message',
      channelId: one.channelId,
      message: {
        ...message,
        content: one.proof === undefined ? `${FROM_OLD_BOT}\n${LOST}` : FROM_OLD_BOT,
      },
      ...(one.proof === undefined ? {} : { proof: one.proof }),
      remember: { table: 'events', id: event.id },
    });
    return 'posted';
  });
}

async function keepProof(tx: Queryable, event: ClanEvent, proof: Proof): Promise<ClanEvent> {
  const same = await findSameProof(tx, proof.sha256);
  const duplicateOf = same === undefined || same.id === event.id ? null : same.id;
  const changed = await tx.execute(KEEP_PROOF, {
    event_id: event.id,
    sha256: proof.sha256,
    proof_name: proof.name,
    duplicate_id: duplicateOf,
  });
  if (changed === 0) throw new ConflictError('the submission was decided meanwhile');
  return { ...event, proofSha256: proof.sha256, proofName: proof.name, duplicateOf };
}

import * as z from 'zod/mini';
import type { ClanContext } from '../context/clan-runtime.ts';
import { type Queryable, sql } from '../database/database.ts';
import { ConflictError } from '../database/errors.ts';
import { unlessOlder } from '../database/older-schema.ts';
import { insertOnce } from '../database/write-rows.ts';
import { DiscordError } from '../discord/errors.ts';
import { makeSnowflake } from '../discord/snowflake.ts';
import { type ChangeTransaction, changeTransaction } from '../outbox/change-transaction.ts';
import { effectState } from '../outbox/outbox-store.ts';
import { listRanks, type Rank } from '../ranks/rank.ts';
import { postTo } from '../settings/post-to-channel.ts';
import { judgeWeek } from './judge-week.ts';
import { countsIn, type Quota, quotasSince } from './quota.ts';
import { reportFile, reportMessage } from './report-message.ts';
import { quotaTexts } from './texts.ts';
import { lastWeeks, type Week } from './week.ts';

/** After an outage the reports of so many weeks are made at most. */
const WEEKS_BACK = 4;

/** The columns of `quota_reports`: what is exported and restored. */
export const REPORT_COLUMNS = sql`week_key, effect_id, channel_id, message_id, told_at, created_at`;

const REPORTS_SINCE = sql`SELECT ${REPORT_COLUMNS} FROM quota_reports WHERE week_key >= :since_week`;
const FIND_REPORT = sql`SELECT ${REPORT_COLUMNS} FROM quota_reports WHERE week_key = :week_key`;
const ADD_REPORT = sql`
INSERT INTO quota_reports (week_key, effect_id, told_at, created_at)
VALUES (:week_key, :effect_id, :told_at, :created_at)`;
/** Only the one that was seen: of two runs at once the second finds what the first handed over. */
const CHANGE_REPORT = sql`
UPDATE quota_reports SET effect_id = :effect_id, told_at = :told_at
WHERE week_key = :week_key AND message_id IS NULL AND COALESCE(effect_id, '-') = :seen_effect
  AND COALESCE(told_at, 0) = :seen_told_at`;
const WAITING = sql`
SELECT week_key FROM quota_reports WHERE message_id IS NULL AND told_at IS NOT NULL ORDER BY week_key`;

const ReportRow = z.object({
  week_key: z.string(),
  effect_id: z.nullable(z.string()),
  message_id: z.nullable(z.string()),
  told_at: z.nullable(z.int()),
});
type ReportRow = z.infer<typeof ReportRow>;

/** Weeks (their Mondays) whose report could not be posted yet. A schema without reports has none. */
export async function waitingReports(q: Queryable): Promise<readonly string[]> {
  const Row = z.object({ week_key: z.string() });
  const rows = await unlessOlder(() => q.query(Row, WAITING), []);
  return rows.map((row) => row.week_key.slice(1));
}

type JobContext = Pick<ClanContext, 'clan' | 'db' | 'settings' | 'now' | 'random' | 'log'> & {
  readonly discord: Pick<ClanContext['discord'], 'channel'>;
};

/**
 * Posts the report of each week that is over and has none, at most the last four, the oldest first. The week's row and the
 * message to post are written in one transaction, so that a report is posted once however often this runs. One that could
 * not be posted is said in the log channel once, and posted when the channel is there. None is begun at or after `deadline`
 * (Unix milliseconds): the next run goes on. Returns how many were handed over.
 */
export async function postReports(context: JobContext, deadline: number): Promise<number> {
  const { db, settings, now } = context;
  if (now() >= deadline) return 0;
  const weeks = lastWeeks(now(), settings.time_zone, WEEKS_BACK + 1)
    .slice(1)
    .reverse();
  const since = weeks[0]?.key ?? '';
  const quotas = await unlessOlder(() => quotasSince(db, since), []);
  const wanted = weeks.filter((week) => quotas.some((quota) => countsIn(quota, week.key)));
  if (wanted.length === 0) return 0;
  const known = new Map(
    (await db.query(ReportRow, REPORTS_SINCE, { since_week: since })).map((row) => [row.week_key, row]),
  );
  const open: Week[] = [];
  for (const week of wanted) if (await isToBePosted(db, known.get(week.key))) open.push(week);
  if (open.length === 0) return 0;
  const ranks = await listRanks(db);
  const channelId = await reachableChannel(context);
  let posted = 0;
  for (const week of open) {
    if (now() >= deadline) break;
    if (await postReport(context, { week, quotas, ranks, channelId })) posted += 1;
  }
  return posted;
}

/** One that is on its way is left alone; of one whose posting failed, or was never begun, there is still to post. */
async function isToBePosted(q: Queryable, row: ReportRow | undefined): Promise<boolean> {
  if (row === undefined || (row.message_id === null && row.effect_id === null)) return true;
  if (row.message_id !== null || row.effect_id === null) return false;
  const state = await effectState(q, row.effect_id);
  return state === undefined || state.status === 'failed';
}

/** The admin channel, where it is set and the bot can see it. */
async function reachableChannel({ clan, discord, settings, log }: JobContext): Promise<string | undefined> {
  const id = settings.channels.admin;
  if (id === null) return undefined;
  try {
    return (await discord.channel(id))?.guildId === clan.guildId ? id : undefined;
  } catch (error) {
    if (!(error instanceof DiscordError)) throw error;
    if (error.retryable) return id;
    log.warning('The admin channel cannot be read', { error });
    return undefined;
  }
}

async function postReport(
  context: JobContext,
  report: {
    readonly week: Week;
    readonly quotas: readonly Quota[];
    readonly ranks: readonly Rank[];
    readonly channelId: string | undefined;
  },
): Promise<boolean> {
  const { db, settings, now, random } = context;
  const { week, channelId } = report;
  const judged = channelId === undefined ? [] : await judgeWeek(db, report);
  const base = makeSnowflake(now(), random);
  return db.transaction(async (tx) => {
    const change = changeTransaction(tx, { base, now: now() });
    const [row] = await tx.query(ReportRow, FIND_REPORT, { week_key: week.key });
    if (!(await isToBePosted(tx, row))) return false;
    const told = row?.told_at ?? null;
    if (channelId === undefined) {
      if (told !== null) return false;
      await postTo(change, settings, 'log', {
        content: quotaTexts(settings.locale).cannotPost([week.monday]),
      });
      await keep(change, row, week, { effectId: null, toldAt: now() }, now());
      return false;
    }
    const effectId = await change.addEffect({
      kind: 'message',
      channelId,
      message: reportMessage(judged, { week, page: 1, settings, locale: settings.locale }),
      file: reportFile(judged, week),
      remember: { table: 'quota_reports', id: week.key },
    });
    await keep(change, row, week, { effectId, toldAt: told }, now());
    return true;
  });
}

async function keep(
  tx: ChangeTransaction,
  row: ReportRow | undefined,
  week: Week,
  { effectId, toldAt }: { readonly effectId: string | null; readonly toldAt: number | null },
  now: number,
): Promise<void> {
  const binds = { week_key: week.key, effect_id: effectId, told_at: toldAt };
  if (row === undefined) {
    await insertOnce(tx, ADD_REPORT, { ...binds, created_at: now });
    return;
  }
  const seen = { seen_effect: row.effect_id ?? '-', seen_told_at: row.told_at ?? 0 };
  if ((await tx.execute(CHANGE_REPORT, { ...binds, ...seen })) === 0)
    throw new ConflictError(`the report of ${week.monday} was handed over meanwhile`);
}

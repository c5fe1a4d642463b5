import type { ClanContext } from '../../shared/context/clan-runtime.ts';
import type { Queryable } from '../../shared/database/database.ts';
import { makeSnowflake } from '../../shared/discord/snowflake.ts';
import type { Job, JobAnswer } from '../../shared/fn/job.ts';
import { moveLeaves } from '../../shared/leave/begin-and-end.ts';
import { changeTransaction } from '../../shared/outbox/change-transaction.ts';
import { postReports } from '../../shared/quota/weekly-report.ts';
import { postTo } from '../../shared/settings/post-to-channel.ts';
import { NAME_CALLS } from '../../shared/sync/accounts-of-members.ts';
import { applyToMember } from '../../shared/sync/apply-to-member.ts';
import { compareNames } from '../../shared/sync/compare-names.ts';
import { retryUntil } from '../../shared/sync/out-of-time.ts';
import { reportMessage } from '../../shared/sync/report-message.ts';
import { syncClan } from '../../shared/sync/sync-clan.ts';
import { syncNicknames } from '../../shared/sync/sync-nicknames.ts';
import { type SyncReport, withReportLines } from '../../shared/sync/sync-report.ts';
import { loadSeen, loadSyncState } from '../../shared/sync/sync-state.ts';
import { keepPlace } from './keep-place.ts';
import { purgeOld } from './purge-old.ts';
import { texts } from './texts.ts';
import { watchKey } from './watch-key.ts';

/** Kept back from the run's time for the summary and the effects that are due. */
const RESERVE_MS = 15_000;
const EFFECTS_A_RUN = 200;

/**
 * The hourly work of one clan: `{job: 'sync-ranks', clan}`. Leaves begin and end and the reports of weeks that are over are
 * posted, then ranks are synced, each until its time is over and going on where the last run stopped; then what is too old is
 * removed. What fails of one does not keep the others from being done.
 */
export const syncRanks: Job = async (call) => {
  if (call.clan === undefined) return { ok: false, error: 'no-clan', message: 'The body names no clan.' };
  const runtime = await call.openClan(call.clan);
  const { log, now, random, sleep } = call;
  const context: ClanContext = { ...runtime, log, now, random, sleep };
  const deadline = call.deadline - RESERVE_MS;
  const leaves = await settled(() => moveLeaves(context, deadline));
  const reports = await settled(() => postReports(context, deadline));
  const synced = await settled(() => syncOnce(context, deadline));
  const purged = await settled(() => purgeOld(context));
  await call.deliver(runtime, { limit: EFFECTS_A_RUN, deadline: call.deadline });
  for (const each of [leaves, reports, purged]) if ('error' in each) throw each.error;
  if ('error' in synced) throw synced.error;
  return synced.value;
};

async function settled<T>(
  work: () => Promise<T>,
): Promise<{ readonly value: T } | { readonly error: unknown }> {
  try {
    return { value: await work() };
  } catch (error) {
    return { error };
  }
}

/** One run until `deadline` (Unix milliseconds): ranks, then names, then nicknames, then the key. */
export async function syncOnce(context: ClanContext, deadline: number): Promise<JobAnswer> {
  const { db, now, sleep } = context;
  const { locale } = context.settings;
  const state = await loadSyncState(db);
  const place = keepPlace(context, state);
  const { report: ranks, finished } = await place.keptBy(
    syncClan(context, {
      actorId: null,
      deadline,
      from: state.cursor ?? undefined,
      seen: await loadSeen(db, state),
      onMember: applyToMember(context, { actorId: null, deadline, sayAll: false, locale }),
      onChunk: place.step,
      // Compared below, from where the last run stopped.
      nameCalls: 0,
      locale,
      sleep,
    }),
  );
  if (!finished) return answer(ranks, false);
  // Half of what is left, so that in a clan of many members the nicknames have their time as well.
  const half = now() + (deadline - now()) / 2;
  const call = retryUntil({ now, deadline: half, sleep });
  const names = await compareNames(context, {
    after: state.namesAfter ?? undefined,
    maxCalls: NAME_CALLS,
    locale,
    call,
  });
  const report = withReportLines(ranks, names.lines);
  const nicknames = await syncNicknames(context, {
    after: state.nicknamesAfter ?? undefined,
    deadline,
    locale,
  });
  const warning = await watchKey(context, state.keyWarnedAt);
  const remembered = {
    namesAfter: names.next ?? null,
    nicknamesAfter: nicknames.next ?? null,
    keyWarnedAt: warning === undefined ? state.keyWarnedAt : now(),
  };
  await place.end(remembered, (tx) => postSummary(tx, context, report, warning));
  return answer(report, true);
}

/** The log channel hears of a run only when something changed or failed. */
async function postSummary(
  tx: Queryable,
  { settings, now, random }: ClanContext,
  report: SyncReport,
  warning: string | undefined,
): Promise<void> {
  if (report.lineCount === 0 && warning === undefined) return;
  const change = changeTransaction(tx, { base: makeSnowflake(now(), random), now: now() });
  if (report.lineCount > 0) {
    const { locale } = settings;
    const { message } = reportMessage(report, { title: texts(locale).title, settings, locale });
    await postTo(change, settings, 'log', message);
  }
  if (warning !== undefined) await postTo(change, settings, 'log', { content: warning });
}

function answer(report: SyncReport, finished: boolean): JobAnswer {
  const { checked, updated, inSync, skipped, failed } = report;
  return { ok: true, finished, checked, updated, inSync, skipped, failed };
}

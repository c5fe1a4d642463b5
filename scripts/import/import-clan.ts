import type { Database, Queryable } from '../../shared/database/database.ts';
import { makeSnowflake } from '../../shared/discord/snowflake.ts';
import { hasMembers } from './already-here.ts';
import { Anomalies } from './anomalies.ts';
import { Comparison } from './comparison.ts';
import { importBlacklist } from './import-blacklist.ts';
import { importChannels } from './import-channels.ts';
import { readImportMark, writeImportMark } from './import-mark.ts';
import { importRanks } from './import-ranks.ts';
import type { NameStore } from './name-store.ts';
import type { OldDatabase } from './old-database.ts';
import { oldMembers, oldStatusSums, oldSubmissions, oldSums } from './old-tables.ts';
import { oldNumber } from './old-values.ts';
import { planMember } from './plan-member.ts';
import { planSubmission, statusOf } from './plan-submission.ts';
import type { ImportRun } from './run.ts';
import { writeEvents } from './write-events.ts';
import { writeMembers } from './write-members.ts';

export interface ImportOptions {
  /** The new schema: migrated, with the clan's files applied. */
  readonly db: Database;
  readonly old: OldDatabase;
  /** The old names, looked up as far as Roblox answered. */
  readonly names: NameStore;
  /** Does everything and takes it back. */
  readonly dryRun: boolean;
  /** Unix milliseconds. */
  readonly now: () => number;
  /** A number in [0, 1). */
  readonly random: () => number;
  /** Begins the list of what was odd again and returns where its lines go. */
  readonly beginList: () => (line: string) => void;
  /** Called with the number of members, or submissions, imported so far. */
  readonly progress: (what: 'members' | 'submissions', done: number) => void;
}

export interface ImportReport {
  readonly anomalies: Anomalies;
  readonly comparison: Comparison;
  /** How many rows were written; 0: everything was here already. */
  readonly changes: number;
}

/** Ends the transaction of a dry run, so that nothing of it stays. */
class TakenBack extends Error {
  readonly report: ImportReport;

  constructor(report: ImportReport) {
    super('the dry run is over');
    this.report = report;
  }
}

/**
 * Brings everything of the old bot into a clan's schema, in one transaction: a page of rows at a time, so that however
 * many there are, few are in memory. A second run changes nothing twice: it brings what the old bot changed since.
 * Throws `ImportError`, and changes nothing, when the figures do not add up or a rank has no place.
 */
export async function importClan(options: ImportOptions): Promise<ImportReport> {
  const { db, old, dryRun } = options;
  try {
    return await old.snapshot((source) =>
      db.transaction(async (tx) => {
        const report = await importInto(tx, source, options);
        if (dryRun) throw new TakenBack(report);
        return report;
      }),
    );
  } catch (error) {
    if (error instanceof TakenBack) return error.report;
    throw error;
  }
}

async function importInto(
  target: Queryable,
  source: Queryable,
  options: ImportOptions,
): Promise<ImportReport> {
  const { layout } = options.old;
  let changes = 0;
  const tx = counting(target, (rows) => {
    changes += rows;
  });
  const now = options.now();
  const base = makeSnowflake(now, options.random);
  const anomalies = new Anomalies(options.beginList());
  for (const place of options.old.textsWithNul()) anomalies.add('nul-text', place);
  const comparison = new Comparison();
  const seenUntil = await readImportMark(tx);
  const wasEmpty = !(await hasMembers(tx));
  let ids = 0;
  let latest = seenUntil ?? 0;
  const run: ImportRun = {
    tx,
    anomalies,
    comparison,
    now,
    seenUntil,
    wasEmpty,
    newId() {
      ids += 1;
      // As many digits each, so that an index of them grows at its end.
      return `${base}-${String(ids).padStart(8, '0')}`;
    },
    see(time) {
      // A wrong clock's future would make everybody who comes until then look deleted.
      if (time <= now) latest = Math.max(latest, time);
    },
  };
  await countOld(run, source, options);
  const ranks = await importRanks(run, source, layout);
  await importMembers(run, source, options, ranks);
  await importSubmissions(run, source, options);
  await importBlacklist(run, source, layout);
  await importChannels(run, source, layout);
  comparison.check();
  await writeImportMark(tx, latest, now);
  return { anomalies, comparison, changes };
}

function counting(tx: Queryable, add: (rows: number) => void): Queryable {
  return {
    query: (row, statement, binds) => tx.query(row, statement, binds),
    async execute(statement, binds) {
      const rows = await tx.execute(statement, binds);
      add(rows);
      return rows;
    },
    async executeMany(statement, rows) {
      const written = await tx.executeMany(statement, rows);
      add(written);
      return written;
    },
  };
}

/** What the old database adds up to by its own arithmetic, for the comparison. */
async function countOld({ comparison }: ImportRun, source: Queryable, { old }: ImportOptions): Promise<void> {
  const sums = await oldSums(source, old.layout);
  comparison.old('members', sums.found);
  comparison.old('on their old rank', sums.found);
  comparison.old('points', oldNumber(sums.points).old);
  comparison.old('lifetime points', oldNumber(sums.total_points).old);
  for (const { status, found, points } of await oldStatusSums(source)) {
    const counted = statusOf(status) ?? 'pending';
    comparison.old('submissions', found);
    comparison.old(counted, found);
    if (counted === 'approved') comparison.old('points of approvals', oldNumber(points).old);
  }
}

async function importMembers(
  run: ImportRun,
  source: Queryable,
  { old, names, progress }: ImportOptions,
  ranks: Awaited<ReturnType<typeof importRanks>>,
): Promise<void> {
  const rules = { ...run, ...ranks };
  let done = 0;
  for await (const page of oldMembers(source, old.layout)) {
    const planned = page.flatMap((row) => planMember(row, rules) ?? []);
    for (const member of planned) if (member.isDated) run.see(member.joinedAt);
    await writeMembers(run, planned, names);
    done += page.length;
    progress('members', done);
  }
}

async function importSubmissions(
  run: ImportRun,
  source: Queryable,
  { old, progress }: ImportOptions,
): Promise<void> {
  let done = 0;
  for await (const page of oldSubmissions(source, old.layout)) {
    const planned = page.flatMap((row) => planSubmission(row, run) ?? []);
    for (const event of planned) if (event.isDated) run.see(event.submittedAt);
    await writeEvents(run, planned);
    done += page.length;
    progress('submissions', done);
  }
}

import type { CommandContext } from '../../shared/context/command-context.ts';
import { DatabaseError } from '../../shared/database/errors.ts';
import { schemaVersion } from '../../shared/database/migrator.ts';
import { countOutbox } from '../../shared/outbox/count-outbox.ts';
import { ledgerDifferences } from '../../shared/points/ledger.ts';
import { waitingReports } from '../../shared/quota/weekly-report.ts';
import { bad, type Finding, findings, good, warning } from './finding.ts';
import { texts } from './texts.ts';

const DAY_MS = 86_400_000;

/** Schema version and latency, what waits in the outbox, and whether the books balance. */
export function checkDatabase(context: CommandContext): Promise<readonly Finding[]> {
  return findings(
    [() => schema(context), () => outbox(context), () => books(context), () => reports(context)],
    (error) => {
      if (!(error instanceof DatabaseError)) throw error;
      return bad(texts.databaseFailed(error.engineCode ?? error.code), texts.databaseFailedFix);
    },
  );
}

async function schema({ db, now }: CommandContext): Promise<Finding[]> {
  const started = now();
  const version = await schemaVersion(db);
  return [good(texts.schema(version, db.engine)), good(texts.latency(now() - started))];
}

async function outbox({ db, now }: CommandContext): Promise<Finding[]> {
  const { overdue, failed } = await countOutbox(db, { now: now(), failedSince: now() - DAY_MS });
  return [
    overdue === 0 ? good(texts.nothingWaiting) : warning(texts.waiting(overdue), texts.waitingFix),
    ...(failed === 0 ? [] : [warning(texts.failed(failed), texts.failedFix)]),
  ];
}

/** Reports of quotas that wait for a channel. */
async function reports({ db }: CommandContext): Promise<Finding[]> {
  const weeks = await waitingReports(db);
  return weeks.length === 0 ? [] : [bad(texts.reportsWait(weeks), texts.reportsWaitFix)];
}

async function books({ db }: CommandContext): Promise<Finding[]> {
  const differences = await ledgerDifferences(db);
  return [
    differences.length === 0
      ? good(texts.booksBalance)
      : bad(texts.booksDiffer(differences.length), texts.booksDifferFix),
  ];
}

import type { CommandContext } from '../../shared/context/command-context.ts';
import { DatabaseError } from '../../shared/database/errors.ts';
import { schemaVersion } from '../../shared/database/migrator.ts';
import { countOutbox } from '../../shared/outbox/count-outbox.ts';
import { ledgerDifferences } from '../../shared/points/ledger.ts';
import { waitingReports } from '../../shared/quota/weekly-report.ts';
import { bad, type Finding, findings, good, warning } from './finding.ts';
import { texts } from './texts.ts';
import type { Texts } from './texts-en.ts';

const DAY_MS = 86_400_000;

/** Schema version and latency, what waits in the outbox, and whether the books balance. */
export function checkDatabase(context: CommandContext): Promise<readonly Finding[]> {
  const said = texts(context.interaction.locale);
  return findings(
    [
      () => schema(context, said),
      () => outbox(context, said),
      () => books(context, said),
      () => reports(context, said),
    ],
    (error) => {
      if (!(error instanceof DatabaseError)) throw error;
      return bad(said.databaseFailed(error.engineCode ?? error.code), said.databaseFailedFix);
    },
  );
}

async function schema({ db, now }: CommandContext, said: Texts): Promise<Finding[]> {
  const started = now();
  const version = await schemaVersion(db);
  return [good(said.schema(version, db.engine)), good(said.latency(now() - started))];
}

async function outbox({ db, now }: CommandContext, said: Texts): Promise<Finding[]> {
  const { overdue, failed } = await countOutbox(db, { now: now(), failedSince: now() - DAY_MS });
  return [
    overdue === 0 ? good(said.nothingWaiting) : warning(said.waiting(overdue), said.waitingFix),
    ...(failed === 0 ? [] : [warning(said.failed(failed), said.failedFix)]),
  ];
}

/** Reports of quotas that wait for a channel. */
async function reports({ db }: CommandContext, said: Texts): Promise<Finding[]> {
  const weeks = await waitingReports(db);
  return weeks.length === 0 ? [] : [bad(said.reportsWait(weeks), said.reportsWaitFix)];
}

async function books({ db }: CommandContext, said: Texts): Promise<Finding[]> {
  const differences = await ledgerDifferences(db);
  return [
    differences.length === 0
      ? good(said.booksBalance)
      : bad(said.booksDiffer(differences.length), said.booksDifferFix),
  ];
}

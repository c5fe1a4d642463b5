import { type Binds, type Queryable, sql } from '../../shared/database/database.ts';
import { clip } from '../../shared/discord/text.ts';
import { cut } from '../../shared/text/cut.ts';
import { findBlacklisted } from './already-here.ts';
import type { OldLayout } from './old-layout.ts';
import type { OldBlacklisting } from './old-rows.ts';
import { countOldBlacklist, oldBlacklist } from './old-tables.ts';
import { discordId, oldTime } from './old-values.ts';
import type { ImportRun } from './run.ts';

const ADD_ENTRY = sql`
INSERT INTO blacklist (discord_id, reason, created_by, created_at)
VALUES (:discord_id, :reason, :created_by, :created_at)`;
const LONGEST_REASON = 500;

interface Planned {
  readonly binds: Binds & { readonly discord_id: string };
  readonly isDated: boolean;
  readonly createdAt: number;
}

/** Brings the blacklist along. Who is on it here already keeps their entry; who was taken off it here stays off. */
export async function importBlacklist(run: ImportRun, source: Queryable, layout: OldLayout): Promise<void> {
  const { tx, comparison } = run;
  comparison.old('blacklisted', await countOldBlacklist(source, layout));
  for await (const page of oldBlacklist(source, layout)) {
    const planned = page.flatMap((row) => plan(row, run) ?? []);
    for (const { isDated, createdAt } of planned) if (isDated) run.see(createdAt);
    const ids = planned.map(({ binds }) => binds.discord_id);
    const here = await findBlacklisted(tx, ids);
    const missing = planned.filter(({ binds }) => !here.has(binds.discord_id));
    const added = missing.filter((entry) => !wasRemoved(run, entry));
    if (added.length > 0)
      await tx.executeMany(
        ADD_ENTRY,
        added.map(({ binds }) => binds),
      );
    comparison.now('blacklisted', (await findBlacklisted(tx, ids)).size);
  }
}

function wasRemoved({ seenUntil, anomalies, comparison }: ImportRun, entry: Planned): boolean {
  if (seenUntil === undefined || !entry.isDated || entry.createdAt > seenUntil) return false;
  anomalies.add('blacklist-removed-here', `member ${entry.binds.discord_id}`);
  comparison.explain('blacklisted', -1);
  return true;
}

function plan(row: OldBlacklisting, { anomalies, comparison, now }: ImportRun): Planned | undefined {
  const id = discordId(row.discord_id);
  const subject = `member ${row.discord_id}`;
  if (id === undefined) {
    anomalies.add('blacklist-id', subject);
    comparison.explain('blacklisted', -1);
    return undefined;
  }
  const createdAt = oldTime(row.blacklisted_at);
  if (createdAt === undefined) anomalies.add('blacklist-time', subject, row.blacklisted_at ?? 'no date');
  const by = discordId(row.blacklisted_by);
  if (by === undefined && row.blacklisted_by !== null)
    anomalies.add('blacklister-id', subject, row.blacklisted_by);
  const reason = row.reason?.trim() ?? '';
  if (reason.length > LONGEST_REASON) anomalies.add('cut-text', subject, cut(reason, 40));
  return {
    binds: {
      discord_id: id,
      reason: clip(reason, LONGEST_REASON),
      created_by: by ?? null,
      created_at: createdAt ?? now,
    },
    isDated: createdAt !== undefined,
    createdAt: createdAt ?? now,
  };
}

import * as z from 'zod/mini';
import type { LinkedMember } from '../members/member-row.ts';

/** More lines than this are counted, so that a report of a large clan stays readable and small. */
const MOST_LINES = 200;

/** What changed or went wrong with a member; with `who` null: with all of them. */
const SyncLine = z.object({
  who: z.nullable(z.object({ discordId: z.string(), name: z.string() })),
  /** Markdown. */
  says: z.string(),
});
export type SyncLine = z.infer<typeof SyncLine>;

/** What a sync did, in members. `skipped`: nothing could be decided (left the group, no matching rank, held). */
export const SyncReport = z.object({
  checked: z.int(),
  updated: z.int(),
  inSync: z.int(),
  skipped: z.int(),
  failed: z.int(),
  lines: z.array(SyncLine),
  /** How many lines there would be. */
  lineCount: z.int(),
});
export type SyncReport = z.infer<typeof SyncReport>;
export type SyncCount = 'updated' | 'inSync' | 'skipped' | 'failed';

export function emptyReport(): SyncReport {
  return { checked: 0, updated: 0, inSync: 0, skipped: 0, failed: 0, lines: [], lineCount: 0 };
}

/** Counts a member. */
export function countMember(report: SyncReport, as: SyncCount): SyncReport {
  return { ...report, checked: report.checked + 1, [as]: report[as] + 1 };
}

/** What is said of a member, one line a sentence. */
export function memberLines(member: LinkedMember, sentences: readonly string[]): readonly SyncLine[] {
  const who = { discordId: member.discordId, name: member.robloxName ?? '' };
  return sentences.map((says) => ({ who, says }));
}

/** Adds lines; members are not counted by them. */
export function withReportLines(report: SyncReport, lines: readonly SyncLine[]): SyncReport {
  const room = Math.max(0, MOST_LINES - report.lines.length);
  return {
    ...report,
    lines: [...report.lines, ...lines.slice(0, room)],
    lineCount: report.lineCount + lines.length,
  };
}

/** Says something of all of them, once. */
export function withRemark(report: SyncReport, says: string): SyncReport {
  const isSaid = report.lines.some((line) => line.who === null && line.says === says);
  return isSaid ? report : withReportLines(report, [{ who: null, says }]);
}

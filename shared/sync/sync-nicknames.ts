import type { ClanContext } from '../context/clan-runtime.ts';
import type { Queryable } from '../database/database.ts';
import { makeSnowflake } from '../discord/snowflake.ts';
import { resultIn } from '../effects/result-in.ts';
import { type DueNicknames, dueNicknames } from '../nicknames/due-nicknames.ts';
import { mayRename } from '../nicknames/nickname-obstacle.ts';
import { needsDisplayName } from '../nicknames/nickname-of.ts';
import { addSpreadToOutbox } from '../outbox/outbox-store.ts';
import { NAME_CALLS } from './accounts-of-members.ts';
import { memberLines, type SyncLine } from './sync-report.ts';
import { syncTexts } from './sync-texts.ts';

/**
 * Discord lets a bot rename about one member of a server in a second (the limit of `PATCH` on members, which its headers
 * say and its documents do not). One in 2.5 s leaves room for what commands rename, and an hour's run is done before the
 * next begins.
 */
const EVERY_MS = 2_500;
const NAMES_A_RUN = 1_200;

export interface SyncedNicknames {
  /** So many are on their way now. */
  readonly queued: number;
  /** Who was skipped or refused before, a line each. */
  readonly lines: readonly SyncLine[];
  /** Behind whom the next run goes on; undefined: from the beginning. */
  readonly next: string | undefined;
  /** The bot may rename nobody, so nothing was begun. */
  readonly mayNot: boolean;
}

const NOTHING: SyncedNicknames = { queued: 0, lines: [], next: undefined, mayNot: false };

/**
 * Has the members renamed whose nickname differs from the one set last, at most 1,200 a run, spread over the following
 * 50 min: the delivery job sets them. Where the clan sets no nicknames nothing is asked. Throws `DatabaseError` and
 * `DiscordError`.
 */
export async function syncNicknames(
  context: ClanContext,
  run: {
    readonly after: string | undefined;
    readonly deadline: number;
    /** What the lines are written in. */
    readonly locale: string | undefined;
  },
): Promise<SyncedNicknames> {
  const { settings, db } = context;
  if (settings.nickname === null) return NOTHING;
  const found = await findNicknames(context, settings.nickname, run);
  const lines = found.refused.flatMap(({ member, kept }) =>
    memberLines(member, [syncTexts(run.locale).nicknameLeft(resultIn(run.locale, kept?.reason ?? ''))]),
  );
  if (found.due.length === 0) return { ...NOTHING, lines, next: found.next };
  if (!(await mayRename(context))) return { ...NOTHING, next: run.after, mayNot: true };
  await db.transaction((tx) => queueNicknames(tx, found.due, context));
  return { queued: found.due.length, lines, next: found.next, mayNot: false };
}

/** The members whom one run would rename, at most 1,200. Throws `DatabaseError`. */
export function findNicknames(
  context: ClanContext,
  template: string,
  run: { readonly after: string | undefined; readonly deadline: number },
): Promise<DueNicknames> {
  return lookAt(context, template, { ...run, most: NAMES_A_RUN });
}

/** Has them renamed one after the other, in the transaction that calls for it. */
export async function queueNicknames(
  tx: Queryable,
  due: DueNicknames['due'],
  { now, random }: Pick<ClanContext, 'now' | 'random'>,
): Promise<void> {
  const base = makeSnowflake(now(), random);
  const rows = due.map(({ member }, index) => ({
    effectId: `${base}-${index + 1}`,
    effect: { kind: 'nickname', memberId: member.discordId } as const,
    ordinal: index + 1,
  }));
  await addSpreadToOutbox(tx, rows, { now: now(), everyMs: EVERY_MS });
}

/** How many members a sync would rename. `isWhole`: everybody was looked at. */
export async function countNicknames(
  context: ClanContext,
  template: string,
  run: { readonly deadline: number },
): Promise<{ readonly count: number; readonly isWhole: boolean; readonly first: DueNicknames['due'] }> {
  // Those that need Roblox are few: as many as it may be asked for in a run.
  const most = needsDisplayName(template) ? Number.POSITIVE_INFINITY : NAMES_A_RUN;
  let count = 0;
  let first: DueNicknames['due'] = [];
  let after: string | undefined;
  for (;;) {
    const { due, next, isWhole } = await lookAt(context, template, { ...run, after, most });
    count += due.length;
    first = [...first, ...due].slice(0, 3);
    if (due.length < most) return { count, isWhole, first };
    after = next;
  }
}

function lookAt(
  context: ClanContext,
  template: string,
  run: { readonly after: string | undefined; readonly deadline: number; readonly most: number },
): Promise<DueNicknames> {
  const { after, most, deadline } = run;
  const isOver = () => context.now() >= deadline;
  return dueNicknames(context, template, { after, most, nameCalls: NAME_CALLS, isOver });
}

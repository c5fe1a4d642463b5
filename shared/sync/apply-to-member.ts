import type { ClanContext } from '../context/clan-runtime.ts';
import { DatabaseError } from '../database/errors.ts';
import { makeSnowflake } from '../discord/snowflake.ts';
import { deliverEffects } from '../effects/deliver.ts';
import { LEFT_SERVER } from '../effects/perform-discord-roles.ts';
import { PERFORMERS } from '../effects/performers.ts';
import { resultIn } from '../effects/result-in.ts';
import { changeTransaction } from '../outbox/change-transaction.ts';
import { effectState } from '../outbox/outbox-store.ts';
import { applySync, type Synced } from '../ranks/apply-sync.ts';
import { differenceText, syncedSentences } from '../ranks/say-sync.ts';
import { changesSomething, countOf, planSync, type SyncFacts, type SyncPlan } from '../ranks/sync-plan.ts';
import type { SyncRun } from './sync-clan.ts';
import { countMember, memberLines, type SyncCount, withReportLines } from './sync-report.ts';
import { syncTexts } from './sync-texts.ts';

interface ApplyOptions {
  readonly actorId: string | null;
  /** Unix milliseconds. */
  readonly deadline: number;
  readonly sayAll: boolean;
  /** What is said in. */
  readonly locale: string | undefined;
}

/** How one member came out. */
interface Ended {
  readonly as: SyncCount;
  readonly sentences: readonly string[];
}

/** Whether a sync writes anything for a member: members in sync cost none. */
export function needsWrite(plan: SyncPlan): boolean {
  return plan.isNew || changesSomething(plan);
}

/**
 * Carries out the plan of each member: database first, then the Discord roles. `sayAll`: say also what was so at the
 * last sync (left the group, held); the hourly job does not repeat itself. One member's failure is a line, and the
 * sync goes on.
 */
export function applyToMember(context: ClanContext, options: ApplyOptions): SyncRun['onMember'] {
  return async (facts, report) => {
    const { as, sentences } = await visit(context, facts, options);
    return withReportLines(countMember(report, as), memberLines(facts.member, sentences));
  };
}

async function visit(context: ClanContext, facts: SyncFacts, options: ApplyOptions): Promise<Ended> {
  const { sayAll, locale } = options;
  try {
    const plan = planSync(facts);
    if (needsWrite(plan)) return await apply(context, facts, options);
    const nothing = { plan, moved: undefined, discordEffectId: undefined };
    return { as: countOf(plan), sentences: sayAll ? syncedSentences(locale, nothing) : [] };
  } catch (error) {
    if (error instanceof DatabaseError && error.retryable) throw error;
    context.log.error('A member could not be synced', { member: facts.member.discordId, error });
    const reason = error instanceof Error ? error.message : String(error);
    return { as: 'failed', sentences: [syncTexts(locale).memberFailed(reason)] };
  }
}

/** In a transaction of its own, so that one member's failure is only that member's. */
async function apply(context: ClanContext, facts: SyncFacts, options: ApplyOptions): Promise<Ended> {
  const { db, settings, now, random } = context;
  const { actorId, sayAll, locale } = options;
  const base = makeSnowflake(now(), random);
  const synced = await db.transaction((tx) =>
    applySync(changeTransaction(tx, { base, now: now() }), { facts, settings, actorId, now: now() }),
  );
  const ended = {
    as: countOf(synced.plan),
    // The log channel gets the job's report, which already says what changed in both.
    sentences: syncedSentences(locale, synced, { bothChanged: sayAll }),
  };
  return synced.discordEffectId === undefined
    ? ended
    : deliver(context, synced, synced.discordEffectId, ended, options);
}

async function deliver(
  context: ClanContext,
  { plan }: Synced,
  effectId: string,
  ended: Ended,
  { deadline, locale }: ApplyOptions,
): Promise<Ended> {
  const texts = syncTexts(locale);
  await deliverEffects(context, [effectId], { deadline, performers: PERFORMERS });
  const state = await effectState(context.db, effectId);
  const also = (sentence: string, as = ended.as): Ended => ({
    as,
    sentences: [...ended.sentences, sentence],
  });
  if (state?.status === 'failed')
    return also(texts.effectFailed(resultIn(locale, state.result ?? '')), 'failed');
  if (state?.result === LEFT_SERVER) {
    return also(differenceText(locale, { kind: 'left-server', name: plan.member.robloxName }));
  }
  return state?.status === 'due' ? also(texts.effectWaiting) : ended;
}

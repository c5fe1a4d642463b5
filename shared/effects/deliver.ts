import type { ClanContext } from '../context/clan-runtime.ts';
import { makeSnowflake } from '../discord/snowflake.ts';
import type { Logger } from '../log/logger.ts';
import { delayMs } from '../outbox/backoff.ts';
import { Effect } from '../outbox/effect.ts';
import {
  finishInOutbox,
  listDue,
  putBackIntoOutbox,
  type RowEnd,
  renewLeases,
  type TakenRow,
  takeFromOutbox,
} from '../outbox/outbox-store.ts';
import { holding } from './holding.ts';
import type { DeliveryContext, DeliveryMemory, EffectResult, Performers } from './performer.ts';
import { resultOfError } from './result-of-error.ts';
import { storedResults } from './result-texts.ts';
import { unlessPaused } from './service-pause.ts';

/** With the longest delays about a week: after that an effect is given up and the log says so. */
const MAX_ATTEMPTS = 300;

export interface DeliverOptions {
  /** No row is begun at or after this, in Unix milliseconds. */
  readonly deadline: number;
  readonly performers: Performers;
}

/**
 * Performs these effects of a change in the given order, one after the other: a service that denies the bot is
 * then asked once and not by many at the same moment. Returns the ids of those that were not performed: done
 * already, held by somebody else, behind one of their subject that waits, or not begun before the deadline.
 * Throws `DatabaseError` when the outbox itself cannot be read or written.
 */
export async function deliverEffects(
  context: ClanContext,
  effectIds: readonly string[],
  { deadline, performers }: DeliverOptions,
): Promise<readonly string[]> {
  const skipped: string[] = [];
  for (const effectId of effectIds) {
    const performed = context.now() < deadline && (await deliverOne(context, effectId, performers));
    if (!performed) skipped.push(effectId);
  }
  return skipped;
}

/**
 * Performs what is due in this clan, whoever wrote it, the longest due first, `limit` rows at most. Returns how
 * many were performed. Throws `DatabaseError` as above.
 */
export async function deliverDue(
  context: ClanContext,
  options: DeliverOptions & { readonly limit: number },
): Promise<number> {
  let performed = 0;
  while (performed < options.limit && context.now() < options.deadline) {
    const due = await listDue(context.db, context.now(), Math.min(20, options.limit - performed));
    const ids = [...due.effects, ...due.replies];
    const taken = ids.length - (await deliverEffects(context, ids, options)).length;
    // Others may hold all that was listed; then there is nothing to wait for.
    if (taken === 0) break;
    performed += taken;
  }
  return performed;
}

async function deliverOne(clan: ClanContext, effectId: string, performers: Performers): Promise<boolean> {
  const { db, now, random } = clan;
  const owner = makeOwner(clan);
  const row = await takeFromOutbox(db, effectId, { owner, now: now() });
  if (row === undefined) return false;
  const held = { owner, firstId: effectId, endId: `${effectId}:` };
  const { result, log, ms } = await holding(
    clan,
    () => renewLeases(db, { ...held, now: now() }),
    () => performRow(row, clan, performers),
  );
  let isHeld: boolean;
  if ('again' in result) {
    const dueAt = now() + delayMs(row.attempts, random, result.afterMs);
    isHeld = await putBackIntoOutbox(db, row, { dueAt, result: reasonOf(result) });
  } else {
    isHeld = (await finishInOutbox(db, [endOf(row, result)], now())) > 0;
  }
  if (!isHeld) log.warning('The lease ran out while an effect was performed', { ms });
  return true;
}

/** Names a delivery in its leases; unique. */
export function makeOwner({ now, random }: Pick<ClanContext, 'now' | 'random'>): string {
  return `${makeSnowflake(now(), random)}-${Math.floor(random() * 1e9)}`;
}

/** How a row ended that is not due again. */
export function endOf(row: TakenRow, result: Exclude<EffectResult, { again: string }>): RowEnd {
  return 'failed' in result
    ? { row, status: 'failed', result: result.failed }
    : { row, status: 'done', result: result.done };
}

/** Why a row is due again; null: it may be done. */
export function reasonOf(result: Extract<EffectResult, { again: string }>): string | null {
  return result.mayBeDone === true ? null : result.again;
}

/** Performs a row that is held, and says in the log how that went. Never throws. */
export async function performRow(
  row: TakenRow,
  clan: ClanContext & DeliveryMemory,
  performers: Performers,
): Promise<{ readonly result: EffectResult; readonly log: Logger; readonly ms: number }> {
  const log = clan.log.with({ effect: row.effectId, kind: row.kind, attempt: row.attempts });
  const started = clan.now();
  const result = await perform(
    row,
    { ...clan, log, effectId: row.effectId, attempts: row.attempts, isUnclosed: row.isUnclosed },
    performers,
  );
  const ms = clan.now() - started;
  if ('again' in result) log.info('An effect is due again', { reason: result.again, ms });
  else if ('done' in result) log.info('An effect is done', { ms });
  else {
    // That somebody takes no messages, or that a reply came too late, is nothing for the clan's log channel.
    const level = row.kind === 'dm' || row.kind === 'reply' ? 'info' : 'warning';
    log[level]('An effect failed for good', { reason: result.failed, ms });
  }
  return { result, log, ms };
}

async function perform(
  row: TakenRow,
  context: DeliveryContext,
  performers: Performers,
): Promise<EffectResult> {
  if (row.attempts > MAX_ATTEMPTS) return { failed: storedResults.gaveUp(String(MAX_ATTEMPTS)) };
  const effect = parseEffect(row.payload);
  if (effect === undefined) return { failed: storedResults.notUnderstood };
  try {
    return await unlessPaused(effect.kind, context, () => performOf(effect, performers)(context));
  } catch (error) {
    const result = resultOfError(error);
    if ('again' in result) context.log.info('An effect did not succeed yet', { error });
    return result;
  }
}

/** Binds an effect to the performer of its kind; a switch, since a table cannot tell the compiler that they match. */
function performOf(
  effect: Effect,
  performers: Performers,
): (context: DeliveryContext) => Promise<EffectResult> {
  switch (effect.kind) {
    case 'reply':
      return (context) => performers.reply(effect, context);
    case 'message':
      return (context) => performers.message(effect, context);
    case 'edit':
      return (context) => performers.edit(effect, context);
    case 'dm':
      return (context) => performers.dm(effect, context);
    case 'discord-roles':
      return (context) => performers['discord-roles'](effect, context);
    case 'roblox-roles':
      return (context) => performers['roblox-roles'](effect, context);
    case 'verified-role':
      return (context) => performers['verified-role'](effect, context);
    case 'nickname':
      return (context) => performers.nickname(effect, context);
    case 'join-decision':
      return (context) => performers['join-decision'](effect, context);
    case 'leave-role':
      return (context) => performers['leave-role'](effect, context);
  }
}

function parseEffect(payload: string): Effect | undefined {
  try {
    return Effect.safeParse(JSON.parse(payload)).data;
  } catch {
    // A payload that is not JSON is as unreadable as one of an unknown kind; the caller says so.
    return undefined;
  }
}

import type { Answer, Reply } from '../context/command-context.ts';
import type { Database, Queryable } from '../database/database.ts';
import { DatabaseError } from '../database/errors.ts';
import type { Acknowledged } from '../discord/error-reply.ts';
import type { Route } from '../interactions/declaration.ts';
import type { Interaction } from '../interactions/interaction.ts';
import { type ChangeTransaction, changeTransaction } from '../outbox/change-transaction.ts';
import { replyId } from '../outbox/effect.ts';
import { addToOutbox } from '../outbox/outbox-store.ts';
import { claim, isClaimed } from './claim.ts';
import { replaceCooldown, startCooldown } from './cooldown.ts';
import { OutcomeUnknownError } from './failure.ts';

/** The reply's place among the effects of its change: the last, since it shows how the others went. */
const REPLY_ORDINAL = 1_000_000;

export interface CommitContext {
  readonly interaction: Interaction;
  readonly route: Route;
  readonly acknowledged: Acknowledged;
  /** When the interaction's token dies, in Unix milliseconds. */
  readonly expiresAt: number;
  /** When the last cooldown of whoever acts ends or ended, as the opening look-up found it. */
  readonly cooldownUntil: number | undefined;
  readonly now: number;
}

/** The effects that a change called for, in order; the reply is `replyId(interaction)`. */
export type EffectIds = readonly string[];

/**
 * Commits everything a handler's answer stands for in one transaction: the claim of the interaction, the change
 * with its effects, the cooldown and the reply. Returns the effects to perform.
 * Throws `DuplicateInteraction` when another delivery was first, `OutcomeUnknown` when the connection broke and
 * not even that can be found out, and what the change itself throws; nothing is changed then.
 */
export async function commitAnswer(
  db: Database,
  answer: Exclude<Answer, { choices: unknown }>,
  context: CommitContext,
): Promise<EffectIds> {
  let effectIds: string[] = [];
  let times = 0;
  for (let attempt = 1; ; attempt += 1) {
    try {
      await db.transaction(async (tx) => {
        effectIds = [];
        times += 1;
        // What the opening look-up found is good for one attempt.
        await write(tx, answer, { ...context, isFirst: times === 1 }, effectIds);
      });
      return effectIds;
    } catch (error) {
      if (!isLost(error)) throw error;
      if (await wasCommitted(db, context.interaction.id)) return effectIds;
      // Not there, so done again once: should the first commit arrive after all, the claim keeps this one out.
      if (attempt === 2)
        throw new OutcomeUnknownError('The connection broke at two commits.', { cause: error });
    }
  }
}

async function write(
  tx: Queryable,
  answer: Exclude<Answer, { choices: unknown }>,
  {
    interaction,
    route,
    acknowledged,
    expiresAt,
    cooldownUntil,
    now,
    isFirst,
  }: CommitContext & { readonly isFirst: boolean },
  effectIds: string[],
): Promise<void> {
  const { id, applicationId, token, user } = interaction;
  await claim(tx, id, now);
  const reply = 'change' in answer ? await answer.change(recording(tx, id, now, effectIds)) : answer;
  if (route.cooldownSeconds > 0 && route.duringCooldown === 'refuse') {
    const cooldown = { discordId: user.id, key: route.key, seconds: route.cooldownSeconds, now };
    if (isFirst) await replaceCooldown(tx, cooldown, cooldownUntil);
    else await startCooldown(tx, cooldown);
  }
  await addToOutbox(tx, {
    effectId: replyId(id),
    effect: { kind: 'reply', applicationId, token, expiresAt, acknowledged, ...replyParts(reply) },
    ordinal: REPLY_ORDINAL,
    now,
  });
}

function replyParts({ message, file, shows }: Reply) {
  return {
    message,
    ...(file === undefined ? {} : { file }),
    ...(shows === undefined ? {} : { shows: [...shows] }),
  };
}

/** A change transaction that writes down which effects were added. */
function recording(tx: Queryable, base: string, now: number, effectIds: string[]): ChangeTransaction {
  const change = changeTransaction(tx, { base, now });
  return {
    ...change,
    async addEffect(effect) {
      const effectId = await change.addEffect(effect);
      effectIds.push(effectId);
      return effectId;
    },
  };
}

async function wasCommitted(db: Database, interactionId: string): Promise<boolean> {
  try {
    return await isClaimed(db, interactionId);
  } catch (error) {
    throw new OutcomeUnknownError('The connection broke at the commit and could not be made again.', {
      cause: error,
    });
  }
}

function isLost(error: unknown): boolean {
  return error instanceof DatabaseError && error.code === 'lost';
}

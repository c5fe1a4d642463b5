import type { Answer, Reply } from '../context/command-context.ts';
import type { Database, Queryable } from '../database/database.ts';
import { DatabaseError } from '../database/errors.ts';
import type { Acknowledged } from '../discord/error-reply.ts';
import type { Route } from '../interactions/declaration.ts';
import type { Interaction } from '../interactions/interaction.ts';
import type { ChangeTransaction } from '../outbox/change-transaction.ts';
import { changeTransaction } from '../outbox/change-transaction.ts';
import { addToOutbox } from '../outbox/outbox-store.ts';
import { claim, isClaimed } from './claim.ts';
import { startCooldown } from './cooldown.ts';
import { OutcomeUnknownError } from './failure.ts';

/** The reply's place among the effects of its change: the last, since it shows how the others went. */
const REPLY_ORDINAL = 1_000_000;

export interface CommitContext {
  readonly interaction: Interaction;
  readonly route: Route;
  readonly acknowledged: Acknowledged;
  /** When the interaction's token dies, in Unix milliseconds. */
  readonly expiresAt: number;
  readonly now: number;
}

/** The effects that a change called for, in order; the reply is `replyId(interaction)`. */
export type EffectIds = readonly string[];

/** The outbox row of an interaction's reply. */
export function replyId(interactionId: string): string {
  return `${interactionId}-0`;
}

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
  for (let attempt = 1; ; attempt += 1) {
    try {
      await db.transaction(async (tx) => {
        effectIds = [];
        await write(tx, answer, context, effectIds);
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
  { interaction, route, acknowledged, expiresAt, now }: CommitContext,
  effectIds: string[],
): Promise<void> {
  const { id, applicationId, token, user } = interaction;
  await claim(tx, id, now);
  const reply = 'change' in answer ? await answer.change(recording(tx, id, now, effectIds)) : answer;
  if (route.cooldownSeconds > 0 && route.duringCooldown === 'refuse') {
    await startCooldown(tx, { discordId: user.id, key: route.key, seconds: route.cooldownSeconds, now });
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

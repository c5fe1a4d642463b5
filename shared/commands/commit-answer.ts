import type { Answer, Reply } from '../context/command-context.ts';
import type { Database, Queryable } from '../database/database.ts';
import { DatabaseError } from '../database/errors.ts';
import type { Acknowledged } from '../discord/error-reply.ts';
import type { Route } from '../interactions/declaration.ts';
import type { Interaction } from '../interactions/interaction.ts';
import { changeTransaction } from '../outbox/change-transaction.ts';
import { type Effect, replyId } from '../outbox/effect.ts';
import { addTakenToOutbox, holderOf, type NewRow, type TakenRow } from '../outbox/outbox-store.ts';
import { DuplicateInteractionError, isClaimed } from './claim.ts';
import { replaceCooldown, startCooldown } from './cooldown.ts';
import { OutcomeUnknownError } from './failure.ts';

/** The reply's place among the effects of its change: the last, since it shows how the others went. */
const REPLY_ORDINAL = 1_000_000;

type ReplyEffect = Extract<Effect, { kind: 'reply' }>;

/** Where a reply goes. */
export interface ReplyPlace {
  readonly interaction: Pick<Interaction, 'applicationId' | 'token' | 'message'>;
  readonly acknowledged: Acknowledged;
  /** In whose language it is. */
  readonly locale: string | undefined;
  /** When the interaction's token dies, in Unix milliseconds. */
  readonly expiresAt: number;
}

export interface CommitContext extends ReplyPlace {
  readonly interaction: Interaction;
  readonly route: Route;
  /** When the last cooldown of whoever acts ends or ended, as the opening look-up found it. */
  readonly cooldownUntil: number | undefined;
  /** Names this delivery: its effects are born in its hands. Unique. */
  readonly owner: string;
  readonly now: number;
}

/**
 * Commits everything a handler's answer stands for in one transaction: the change with its effects, the cooldown and
 * the reply, whose row is the claim of the interaction as well. Returns the rows to perform, the reply's last; they are
 * held by `owner`. Throws `DuplicateInteraction` when another delivery was first, `OutcomeUnknown` when the connection
 * broke and not even that can be found out, and what the change itself throws; nothing is changed then.
 */
export async function commitAnswer(
  db: Database,
  answer: Exclude<Answer, { choices: unknown }>,
  context: CommitContext,
): Promise<readonly TakenRow[]> {
  let rows: readonly TakenRow[] = [];
  let times = 0;
  for (let attempt = 1; ; attempt += 1) {
    try {
      await db.transaction(async (tx) => {
        times += 1;
        // What the opening look-up found is good for one attempt.
        rows = await write(tx, answer, { ...context, isFirst: times === 1 });
      });
      return rows;
    } catch (error) {
      const isLost = error instanceof DatabaseError && error.code === 'lost';
      // The second attempt may meet the first one, which arrived after all.
      const mayBeOurs = attempt === 2 && error instanceof DuplicateInteractionError;
      if (!isLost && !mayBeOurs) throw error;
      if (await isCommitted(db, context)) return rows;
      if (mayBeOurs) throw error;
      // Not there, so done again once: should the first commit arrive after all, the claim keeps this one out.
      if (attempt === 2)
        throw new OutcomeUnknownError('The connection broke at two commits.', { cause: error });
    }
  }
}

async function write(
  tx: Queryable,
  answer: Exclude<Answer, { choices: unknown }>,
  context: CommitContext & { readonly isFirst: boolean },
): Promise<readonly TakenRow[]> {
  const { interaction, route, owner, now } = context;
  const { id, user } = interaction;
  // Another delivery of the same interaction has the same ids, so whoever comes second loses each race.
  if (!context.isFirst && (await isClaimed(tx, id)))
    throw new DuplicateInteractionError(`The interaction ${id} was handled already.`);
  const effects: NewRow[] = [];
  const change = changeTransaction(tx, { base: id, now }, async (row) => void effects.push(row));
  const reply = 'change' in answer ? await answer.change(change) : answer;
  if (route.cooldownSeconds > 0 && route.duringCooldown === 'refuse') {
    const cooldown = { discordId: user.id, key: route.key, seconds: route.cooldownSeconds, now };
    if (context.isFirst) await replaceCooldown(tx, cooldown, context.cooldownUntil);
    else await startCooldown(tx, cooldown);
  }
  const ofReply: NewRow = {
    effectId: replyId(id),
    effect: replyEffect(reply, context),
    ordinal: REPLY_ORDINAL,
  };
  try {
    return await addTakenToOutbox(tx, [...effects, ofReply], { owner, now });
  } catch (error) {
    if (!(error instanceof DatabaseError && error.code === 'unique')) throw error;
    throw new DuplicateInteractionError(`The interaction ${id} was handled already.`, { cause: error });
  }
}

/** A reply as an effect. */
export function replyEffect(
  { message, file, picture, shows }: Reply,
  { interaction, acknowledged, locale, expiresAt }: ReplyPlace,
): ReplyEffect {
  const { applicationId, token, message: changed } = interaction;
  const ofOwnMessage = acknowledged === 'update' && changed?.isEphemeral === true;
  return {
    kind: 'reply',
    applicationId,
    token,
    expiresAt,
    acknowledged,
    ...(ofOwnMessage ? { ofOwnMessage } : {}),
    ...(locale === undefined ? {} : { locale }),
    message,
    ...(file === undefined ? {} : { file }),
    ...(picture === undefined ? {} : { picture }),
    ...(shows === undefined
      ? {}
      : { shows: shows.map(({ others, ...one }) => ({ ...one, ...(others && { others: [...others] }) })) }),
  };
}

/** Whether this delivery's own transaction is there, and nobody has taken its reply over. */
async function isCommitted(db: Database, { interaction, owner }: CommitContext): Promise<boolean> {
  const { id } = interaction;
  let holder: string | undefined;
  try {
    holder = await holderOf(db, replyId(id));
  } catch (error) {
    throw new OutcomeUnknownError('The connection broke at the commit and could not be made again.', {
      cause: error,
    });
  }
  return holder === owner;
}

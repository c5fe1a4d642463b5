import type { Queryable } from '../database/database.ts';
import type { Message, TextFile } from '../discord/message.ts';
import type { Interaction } from '../interactions/interaction.ts';
import type { Effect } from '../outbox/effect.ts';
import type { ClanDelivery } from '../outbox/performer.ts';
import type { Tier } from './declaration.ts';

/** Who acts: always the signed interaction's own user, never an option. */
export interface Actor {
  readonly id: string;
  readonly tier: Tier;
}

/** What a handler gets. Everything it needs comes in here, so that a test passes its own. */
export interface CommandContext extends ClanDelivery {
  readonly interaction: Interaction;
  readonly actor: Actor;
  /** Edits the deferred reply while work goes on; a failure is logged and does not stop the work. */
  readonly progress: (message: Message) => Promise<void>;
}

/** What the member sees at the end. */
export interface Reply {
  readonly message: Message;
  readonly file?: TextFile;
  /** Effects whose outcome the reply shows, one line each, in this order. */
  readonly shows?: readonly { readonly label: string; readonly effectId: string }[];
}

/** A transaction that may write effects to the outbox. Runs again from the start after a `ConflictError`. */
export interface ChangeTransaction extends Queryable {
  /** The next id of this change: `<interaction id>-1`, `-2`, ... */
  newId(): string;
  /** Writes an effect to the outbox in this transaction; performed after the commit. Returns its id. */
  addEffect(effect: Effect): Promise<string>;
}

/** A handler's answer: a reply, or a change that is made in one transaction and then replied to. */
export type Answer =
  | Reply
  | { readonly change: (tx: ChangeTransaction) => Promise<Reply> }
  /** Autocomplete: up to 25, each name and value at most 100 characters. */
  | { readonly choices: readonly { readonly name: string; readonly value: string }[] };

/** May throw `UserError`; any other error becomes "something went wrong" with a code and the interaction id. */
export type Handler = (context: CommandContext) => Promise<Answer>;

/** A function's handlers, by `<on> <key>` of its routes: `'command points add'`, `'component review.approve'`. */
export type Handlers = Readonly<Record<string, Handler>>;

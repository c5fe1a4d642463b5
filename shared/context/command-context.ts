import type { Message, TextFile } from '../discord/message.ts';
import type { AttachedPicture } from '../drawing/picture.ts';
import type { Declaration, RouteName, RouteNamed, Tier } from '../interactions/declaration.ts';
import type { Interaction } from '../interactions/interaction.ts';
import type { SeenMembers } from '../members/seen-members.ts';
import type { ChangeTransaction } from '../outbox/change-transaction.ts';
import type { ClanContext } from './clan-runtime.ts';

/** Who acts: always the signed interaction's own user, never an option. */
export interface Actor {
  readonly id: string;
  readonly tier: Tier;
}

/**
 * What a handler gets. Everything it needs comes in here, so that a test passes its own. `O` and `F` as in
 * `Interaction`.
 */
export interface CommandContext<O extends string = never, F extends string = never> extends ClanContext {
  readonly interaction: Interaction<O, F>;
  readonly actor: Actor;
  /** Who acts and whom the interaction names, as the clan knew them at its beginning. */
  readonly seen: SeenMembers;
  /** Until then a reply still reaches whoever called, and this invocation runs: Unix milliseconds. */
  readonly replyBy: number;
  /** Edits the deferred reply while work goes on; a failure is logged and does not stop the work. */
  readonly progress: (message: Message) => Promise<void>;
}

/** A line of a reply about an effect, or about several of one kind. */
export interface ShownEffect {
  readonly label: string;
  readonly effectId: string;
  /** The other effects of the line, which then counts them. */
  readonly others?: readonly string[];
  /** The reply does not wait for them: its line is brought up to date when they are done. */
  readonly afterwards?: boolean;
}

/** What the member sees at the end. */
export interface Reply {
  readonly message: Message;
  readonly file?: TextFile;
  /** Drawn when the reply is sent, in place of a file; the message says the same without it. */
  readonly picture?: AttachedPicture;
  /** Effects whose outcome the reply shows, one line each, in this order. */
  readonly shows?: readonly ShownEffect[];
  /** It says that what was asked for was not done, so that what was typed is shown with it. */
  readonly isRefusal?: true;
}

/** A handler's answer: a reply, or a change that is made in one transaction and then replied to. */
export type Answer =
  | Reply
  | { readonly change: (tx: ChangeTransaction) => Promise<Reply> }
  /** Autocomplete: up to 25, each name and value at most 100 characters. */
  | { readonly choices: readonly { readonly name: string; readonly value: string }[] };

/** What the handler of these routes gets: it reads only the options and inputs that they declare. */
export type ContextOf<D extends Declaration, N extends RouteName<D>> = CommandContext<
  RouteNamed<D, N>['options'][number],
  RouteNamed<D, N>['fields'][number]
>;

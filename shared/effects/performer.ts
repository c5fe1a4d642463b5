import type { ClanContext } from '../context/clan-runtime.ts';
import type { BinaryFile } from '../discord/client.ts';
import type { AttachedPicture } from '../drawing/picture.ts';
import type { Effect, EffectKind } from '../outbox/effect.ts';
import type { EffectState } from '../outbox/outbox-store.ts';
import type { KnownPauses } from './pause.ts';

/** What is known in memory while one delivery performs several effects. Left out: it is read. */
export interface DeliveryMemory {
  readonly pauses?: KnownPauses | undefined;
  /** How the effects stand that a reply shows; of the rows that this delivery performs all are there. */
  readonly states?: ReadonlyMap<string, EffectState> | undefined;
}

/** What a performer gets: the clan's context, and which row it performs. */
export interface DeliveryContext extends ClanContext, DeliveryMemory {
  readonly effectId: string;
  /** How often it was begun, this time included. */
  readonly attempts: number;
  /** An earlier delivery may have done it, more than 2 min ago: what would be seen twice is not done again. */
  readonly isUnclosed?: boolean | undefined;
}

/**
 * How performing ended, with what to tell people as plain text (500 characters at most are kept): what shows it escapes it.
 * `failed` is for good: the next row of the subject then runs. `again` makes the row due again after `afterMs`
 * (milliseconds, at least; left out: exponential backoff) plus jitter. `once`: doing it again would show, so that its end
 * is written down at once. `mayBeDone`: nobody knows whether this attempt did it, which counts as one that never ended.
 */
export type EffectResult =
  | { readonly done: string; readonly once?: boolean }
  | { readonly failed: string }
  | { readonly again: string; readonly afterMs?: number; readonly mayBeDone?: boolean };

/**
 * Performs one effect; must be safe to run again, since a crash may come between the call and the note that it
 * was made. What it throws is turned into a result: an error with `retryable: true` (`DiscordError`,
 * `RobloxError`, `DatabaseError`) into `again` after its `retryAfterMs`, one with `retryable: false` into
 * `failed`, anything else into `again` until the row's attempts are used up.
 */
export type Perform<E extends Effect = Effect> = (
  effect: E,
  context: DeliveryContext,
) => Promise<EffectResult>;

/** How replies carry pictures, in the functions that draw. */
export interface ReplyPictures {
  /** Sends a text with its picture, drawn now; without it where it cannot be drawn. Throws what sending the text throws. */
  send(
    send: (file?: BinaryFile) => Promise<void>,
    attached: AttachedPicture,
    context: Pick<DeliveryContext, 'log'>,
  ): Promise<void>;
  /**
   * Begins to draw a picture that is going to be sent, while its reply is written down; `send` takes it if it is the next
   * one. Resolves when it is drawn or cannot be; never throws.
   */
  drawAhead(attached: AttachedPicture, context: Pick<DeliveryContext, 'log'>): Promise<void>;
  /** Loads what drawing needs, so that the first picture does not wait for it. Throws when it cannot be loaded. */
  prepare(): Promise<void>;
}

/** One performer per kind of effect. */
export type Performers = { readonly [K in EffectKind]: Perform<Extract<Effect, { kind: K }>> };

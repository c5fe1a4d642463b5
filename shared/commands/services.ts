import type { ClanRecord, ClanRegistry } from '../clans/clan-record.ts';
import type { OpenedClan } from '../context/clan-runtime.ts';
import type { DiscordClient } from '../discord/client.ts';
import type { Performers, ReplyPictures } from '../effects/performer.ts';
import type { Declaration } from '../interactions/declaration.ts';
import type { VerifyEd25519 } from '../interactions/signed.ts';
import type { LogLine } from '../log/create-logger.ts';
import type { Logger } from '../log/logger.ts';
import type { Handlers } from './handler.ts';
import type { ErrorReporter } from './report-error.ts';

/** What answering interactions needs; kept for the life of the process. */
export interface CommandServices {
  readonly declaration: Declaration;
  readonly handlers: Handlers;
  readonly registry: Pick<ClanRegistry, 'record'>;
  readonly verify: VerifyEd25519;
  /** For answers that need no database. */
  readonly discordOf: (record: ClanRecord) => DiscordClient;
  /** Throws `DatabaseError` and `ClanStoppedError`. */
  readonly openClan: (record: ClanRecord) => Promise<OpenedClan>;
  readonly performers: Performers;
  /** Of the functions that draw; the same as the performer of replies has. */
  readonly pictures?: Pick<ReplyPictures, 'drawAhead'> | undefined;
  readonly reporter: ErrorReporter;
  /** A log whose every line also goes to `onLine`. */
  readonly createLog: (onLine: (line: LogLine) => void) => Logger;
  /** Unix milliseconds. */
  readonly now: () => number;
  /** A number in [0, 1). */
  readonly random: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** A time that may be waited for beside something else: `over` resolves after so many milliseconds, unless stopped. */
  readonly timer: (ms: number) => { readonly over: Promise<void>; readonly stop: () => void };
}

/** How the handling of an interaction ended. */
export type InteractionOutcome =
  /** The member has, or will have, an answer. */
  | { readonly kind: 'answered'; readonly how: 'done' | 'duplicate' | 'denied' | 'failed' }
  | {
      readonly kind: 'choices';
      readonly choices: readonly { readonly name: string; readonly value: string }[];
    }
  /** Not a request that may be handled; trying again changes nothing. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** Nothing was changed and nobody could be told. */
  | { readonly kind: 'unanswered'; readonly reason: string };

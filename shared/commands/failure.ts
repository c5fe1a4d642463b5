import { ClanStoppedError } from '../clans/stopped-clans.ts';
import { DatabaseError } from '../database/errors.ts';
import { DiscordError } from '../discord/errors.ts';
import { CLAN_STOPPED, UNKNOWN_COMMAND } from '../errors/error-text.ts';
import { UserError } from '../errors/user-error.ts';
import { InteractionFormError } from '../interactions/parse-interaction.ts';
import { nextStep, refusalCode, sayRefusal } from '../refusals/say-refusal.ts';
import { RobloxError } from '../roblox/errors.ts';
import { NoSettingsError } from '../settings/settings-store.ts';

/** An error, as the member and the log see it. */
export interface Failure {
  /** Short and stable: `tier-needed`, `database-busy`, `unexpected`. */
  readonly code: string;
  /** What the member reads. */
  readonly text: string;
  /** `user`: the member can fix it, and nobody needs to look into it. */
  readonly blame: 'user' | 'service' | 'bot';
}

/** Whether a change was committed is not known: the connection broke, and the look-up failed as well. */
export class OutcomeUnknownError extends Error {
  override readonly name = 'OutcomeUnknown';
}

/** This function has no such route: the front door is of another version. */
export class UnknownRouteError extends Error {
  override readonly name = 'UnknownRoute';
}

const NOTHING_CHANGED = 'Nothing was changed. Please try again in a minute.';

/** The one place where an error becomes an answer. Handlers change nothing outside their transaction. */
export function failureOf(error: unknown): Failure {
  if (error instanceof UserError) return { code: error.code, text: error.message, blame: 'user' };
  if (error instanceof OutcomeUnknownError) {
    return {
      code: 'outcome-unknown',
      text:
        "The clan's database stopped answering at the last moment, so it is not known yet whether this was done. " +
        'If it was, this is answered within a few minutes; look before you repeat it.',
      blame: 'service',
    };
  }
  if (error instanceof DatabaseError) return databaseFailure(error);
  if (error instanceof DiscordError || error instanceof RobloxError) {
    return {
      code: refusalCode(error),
      text: `${sayRefusal(error)}. Nothing was changed. ${nextStep(error)}`,
      blame: 'service',
    };
  }
  if (error instanceof ClanStoppedError) return { code: 'not-set-up', text: CLAN_STOPPED, blame: 'bot' };
  if (error instanceof NoSettingsError) {
    return {
      code: 'not-set-up',
      text: 'This clan is not set up yet. Nothing was changed. Please tell an admin.',
      blame: 'bot',
    };
  }
  if (error instanceof UnknownRouteError || error instanceof InteractionFormError) {
    return { code: 'unknown-command', text: UNKNOWN_COMMAND, blame: 'bot' };
  }
  return {
    code: 'unexpected',
    text: 'Something went wrong in the bot. Nothing was changed. If it happens again, tell an admin the line below.',
    blame: 'bot',
  };
}

function databaseFailure({ code }: DatabaseError): Failure {
  const failure = (text: string) => ({ code: `database-${code}`, text, blame: 'service' as const });
  switch (code) {
    case 'busy':
      return failure(`The clan's database was busy with other changes. ${NOTHING_CHANGED}`);
    case 'unreachable':
    case 'lost':
      return failure(`The clan's database does not answer. ${NOTHING_CHANGED}`);
    case 'schema':
      return failure(
        "This needs a newer version of the clan's database than it has. Nothing was changed. Please tell an admin: " +
          'whoever runs the bot brings it up to date with `npm run migrate`.',
      );
    case 'denied':
      return failure(
        "The clan's database is not set up for this version of the bot. Nothing was changed. Please tell an admin.",
      );
    case 'unique':
      return failure(`Somebody else changed the same thing at the same moment. ${NOTHING_CHANGED}`);
    default:
      return failure(
        "The clan's database refused this. Nothing was changed. If it happens again, tell an admin the line below.",
      );
  }
}

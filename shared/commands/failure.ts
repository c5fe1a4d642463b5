import { ClanStoppedError } from '../clans/stopped-clans.ts';
import { DatabaseError, type DatabaseErrorCode } from '../database/errors.ts';
import { DiscordError } from '../discord/errors.ts';
import { errorTexts } from '../errors/texts.ts';
import { UserError } from '../errors/user-error.ts';
import { InteractionFormError } from '../interactions/parse-interaction.ts';
import type { Text } from '../languages/catalogue.ts';
import { refusalText } from '../refusals/read-or-refuse.ts';
import { refusalCode } from '../refusals/say-refusal.ts';
import { RobloxError } from '../roblox/errors.ts';
import { NoSettingsError } from '../settings/settings-store.ts';
import { commandTexts } from './texts.ts';

/** An error, as the member and the log see it. */
export interface Failure {
  /** Short and stable: `tier-needed`, `database-busy`, `unexpected`. */
  readonly code: string;
  /** What the member reads. */
  readonly text: Text;
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

/** The one place where an error becomes an answer. Handlers change nothing outside their transaction. */
export function failureOf(error: unknown): Failure {
  if (error instanceof UserError) return { code: error.code, text: error.text, blame: 'user' };
  if (error instanceof OutcomeUnknownError) {
    return { code: 'outcome-unknown', text: own('outcomeUnknown'), blame: 'service' };
  }
  if (error instanceof DatabaseError) return databaseFailure(error);
  if (error instanceof DiscordError || error instanceof RobloxError) {
    return {
      code: refusalCode(error),
      text: (locale) => refusalText(locale, error, commandTexts(locale).nothingChanged),
      blame: 'service',
    };
  }
  if (error instanceof ClanStoppedError) {
    return { code: 'not-set-up', text: (locale) => errorTexts(locale).clanStopped, blame: 'bot' };
  }
  if (error instanceof NoSettingsError) return { code: 'not-set-up', text: own('notSetUp'), blame: 'bot' };
  if (error instanceof UnknownRouteError || error instanceof InteractionFormError) {
    return { code: 'unknown-command', text: (locale) => errorTexts(locale).unknownCommand, blame: 'bot' };
  }
  return { code: 'unexpected', text: own('unexpected'), blame: 'bot' };
}

function databaseFailure({ code }: DatabaseError): Failure {
  return { code: `database-${code}`, text: own(DATABASE_TEXTS[code] ?? 'databaseRefused'), blame: 'service' };
}
const DATABASE_TEXTS: { readonly [C in DatabaseErrorCode]?: OwnText } = {
  busy: 'databaseBusy',
  unreachable: 'databaseSilent',
  lost: 'databaseSilent',
  denied: 'databaseOld',
  schema: 'databaseSchema',
  unique: 'databaseConflict',
};

type OwnTexts = ReturnType<typeof commandTexts>;
type OwnText = { [K in keyof OwnTexts]: OwnTexts[K] extends string ? K : never }[keyof OwnTexts];
function own(key: OwnText): Text {
  return (locale) => commandTexts(locale)[key];
}

import { ServiceError, type ServiceErrorOptions } from '../http/service-error.ts';

/** Discord's error codes that this bot tells apart (docs of 2026-08). */
export const DISCORD_CODES = {
  unknownChannel: 10003,
  unknownMember: 10007,
  unknownMessage: 10008,
  unknownRole: 10011,
  unknownUser: 10013,
  /** The interaction's acknowledgement has not arrived yet, or its token is not one of this application. */
  unknownWebhook: 10015,
  /** Too late: the interaction was not acknowledged within 3 s. */
  unknownInteraction: 10062,
  tooManyChannels: 30013,
  tooManyEdits: 30046,
  alreadyAcknowledged: 40060,
  /** Direct messages were opened too fast. */
  openingDirectMessagesTooFast: 40003,
  badUserAgent: 40333,
  missingAccess: 50001,
  cannotMessageUser: 50007,
  missingPermissions: 50013,
  /** The interaction's 15 minutes are over. */
  webhookTokenExpired: 50027,
  invalidForm: 50035,
  noMutualGuild: 50278,
} as const;

/** Discord said no, or did not answer. Its message holds no token and no text of a member. */
export class DiscordError extends ServiceError {
  override readonly name = 'DiscordError';
  /** Discord's own code (`DISCORD_CODES`); 0: none. */
  readonly code: number;

  constructor(message: string, options: ServiceErrorOptions & { readonly code?: number | undefined }) {
    super(message, options);
    this.code = options.code ?? 0;
  }
}

/** Whether `error` is Discord's answer with one of these codes. */
export function isDiscordCode(error: unknown, ...names: readonly (keyof typeof DISCORD_CODES)[]): boolean {
  return error instanceof DiscordError && names.some((name) => DISCORD_CODES[name] === error.code);
}

import type { EmulatorAnswer } from '../emulator/http-server.ts';

/** An answer that says no, in Discord's form: `{message, code}` and, for 50035, `errors`. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly code: number;
  readonly errors: unknown;

  constructor(status: number, code: number, message: string, errors?: unknown) {
    super(message);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }

  answer(): EmulatorAnswer {
    const errors = this.errors === undefined ? {} : { errors: this.errors };
    return { status: this.status, json: { message: this.message, ...errors, code: this.code } };
  }
}

/** The errors this bot can meet, with Discord's texts. Source: Discord's list of JSON error codes. */
export const refusals = {
  unauthorized: () => new ApiError(401, 0, '401: Unauthorized'),
  notFound: () => new ApiError(404, 0, '404: Not Found'),
  /** Not Discord's: a route that Discord has and the emulator does not. */
  notEmulated: (route: string) =>
    new ApiError(501, 0, `Discord has ${route}, and this emulator does not: ask the real Discord.`),
  methodNotAllowed: () => new ApiError(405, 0, '405: Method Not Allowed'),
  badUserAgent: () => new ApiError(403, 40333, 'internal network error'),
  unknownChannel: () => new ApiError(404, 10003, 'Unknown Channel'),
  unknownGuild: () => new ApiError(404, 10004, 'Unknown Guild'),
  unknownMember: () => new ApiError(404, 10007, 'Unknown Member'),
  unknownMessage: () => new ApiError(404, 10008, 'Unknown Message'),
  unknownOverwrite: () => new ApiError(404, 10009, 'Unknown Overwrite'),
  unknownRole: () => new ApiError(404, 10011, 'Unknown Role'),
  unknownUser: () => new ApiError(404, 10013, 'Unknown User'),
  unknownWebhook: () => new ApiError(404, 10015, 'Unknown Webhook'),
  unknownInteraction: () => new ApiError(404, 10062, 'Unknown interaction'),
  unknownCommand: () => new ApiError(404, 10063, 'Unknown application command'),
  unknownCommandPermissions: () => new ApiError(404, 10066, 'Unknown application command permissions'),
  notYourApplication: () =>
    new ApiError(403, 20012, 'You are not authorized to perform this action on this application'),
  tooLarge: () => new ApiError(413, 40005, 'Request entity too large'),
  alreadyAcknowledged: () => new ApiError(400, 40060, 'Interaction has already been acknowledged.'),
  missingAccess: () => new ApiError(403, 50001, 'Missing Access'),
  notYourMessage: () => new ApiError(403, 50005, 'Cannot edit a message authored by another user'),
  emptyMessage: () => new ApiError(400, 50006, 'Cannot send an empty message'),
  closedToMessages: () => new ApiError(403, 50007, 'Cannot send messages to this user'),
  tooManyChannels: () => new ApiError(400, 30013, 'Maximum number of guild channels reached (500)'),
  missingPermissions: () => new ApiError(403, 50013, 'Missing Permissions'),
  notInDm: () => new ApiError(403, 50003, 'Cannot execute action on a DM channel'),
  wrongNumberToDelete: () =>
    new ApiError(
      400,
      50016,
      'Provided too few or too many messages to delete. Must provide at least 2 and fewer than 100 messages to delete.',
    ),
  invalidRole: () => new ApiError(400, 50028, 'Invalid Role'),
  tooOldToDelete: () => new ApiError(400, 50034, 'A message provided was too old to bulk delete'),
  expiredToken: () => new ApiError(401, 50027, 'Invalid Webhook Token'),
  notJson: () => new ApiError(400, 50109, 'The request body contains invalid JSON.'),
  noMutualGuild: () =>
    new ApiError(403, 50278, 'Cannot send messages to this user due to having no mutual guilds'),
} as const;

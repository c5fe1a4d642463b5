import type { HttpRequest } from '../emulator/http-server.ts';
import type { ReadBody } from '../emulator/read-body.ts';
import type { ApiError } from './api-error.ts';

/** Holds requests against Discord's OpenAPI file, where one was found. */
export interface DiscordCheck {
  knows(method: string, path: string): boolean;
  /** The refusal that Discord would answer; what it would let pass but should not be sent goes to `violation`. */
  request(
    request: HttpRequest,
    path: string,
    read: ReadBody,
    violation: (...problems: string[]) => void,
  ): ApiError | undefined;
}

/** Without the file, only what the emulator itself knows is checked. */
export const uncheckedDiscord: DiscordCheck = { knows: () => false, request: () => undefined };

import type { HttpRequest } from '../emulator/http-server.ts';
import type { ReadBody } from '../emulator/read-body.ts';
import type { Refusal } from './refusal.ts';

/** Holds requests against Roblox's OpenAPI file, where one was found. */
export interface RobloxCheck {
  knows(method: string, path: string): boolean;
  /** The refusal that Roblox would answer; what it would let pass but should not be sent goes to `violation`. */
  request(
    request: HttpRequest,
    read: ReadBody,
    violation: (...problems: string[]) => void,
  ): Refusal | undefined;
}

export const uncheckedRoblox: RobloxCheck = { knows: () => false, request: () => undefined };

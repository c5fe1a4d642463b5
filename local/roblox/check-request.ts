import type { EmulatorRequest } from '../emulator/http-server.ts';
import type { ParsedRequestBody } from '../emulator/parse-request-body.ts';
import { lineOf } from '../openapi/check-operation.ts';
import { loadChecks } from '../openapi/load-checks.ts';
import { gatewayRefusal, type Refusal, serviceRefusal } from './refusal.ts';

/** Holds requests against Roblox's OpenAPI file, where one was found. */
export interface RobloxCheck {
  knows(method: string, path: string): boolean;
  /** The refusal that Roblox would answer; what it would let pass but should not be sent goes to `violation`. */
  request(
    request: EmulatorRequest,
    read: ParsedRequestBody,
    violation: (...problems: string[]) => void,
  ): Refusal | undefined;
  /** What is wrong with an answer of the emulator, one line each. */
  answer(method: string, path: string, status: number, json: unknown): readonly string[];
}

/** Documented on the page about API keys and missing from the OpenAPI file. */
const NOT_IN_THE_FILE = ['/api-keys/v1/introspect'];

export function robloxCheck(): RobloxCheck {
  const checks = loadChecks('roblox-openapi.json');
  if (checks === undefined) return { knows: () => false, request: () => undefined, answer: () => [] };
  return {
    knows: (method, path) => checks.find(method, path) !== undefined,
    request({ method, path, query }, read, violation) {
      if (NOT_IN_THE_FILE.includes(path)) return undefined;
      const checked = checks.request({ method, path, query, contentType: read.contentType, body: read.json });
      if (checked === undefined) {
        violation('Roblox has no such route');
        return undefined;
      }
      if (checked.notes.length > 0) violation(...checked.notes);
      const problems = [...checked.other, ...checked.body.map(lineOf)];
      if (problems.length === 0) return undefined;
      const message = problems.join('; ');
      return path.startsWith('/cloud/')
        ? serviceRefusal(400, 'INVALID_ARGUMENT', message)
        : gatewayRefusal(400, message);
    },
    answer: (method, path, status, json) => checks.answer(method, path, status, json) ?? [],
  };
}

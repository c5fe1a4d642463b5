import * as z from 'zod/mini';
import { TerminalError } from './terminal-error.ts';

const Refused = z.object({ message: z.string() });

/** Calls the control routes of one running emulator, `/emulator/...`. */
export interface ControlClient {
  /** Parses the answer; throws `TerminalError` with the emulator's own words when it says no. */
  call<T>(answer: z.ZodMiniType<T>, method: string, path: string, body?: unknown): Promise<T>;
}

export function controlClient(service: 'Discord' | 'Roblox', baseUrl: string | undefined): ControlClient {
  return {
    async call(answer, method, path, body) {
      if (baseUrl === undefined) {
        throw new TerminalError(
          `The platform runs with another ${service} than the emulator, which only its own program can talk to.`,
        );
      }
      let response: Response;
      try {
        response = await fetch(`${baseUrl}/emulator${path}`, {
          method,
          headers: { 'content-type': 'application/json' },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
      } catch (cause) {
        throw new TerminalError('The platform does not answer any more. Start it again with "npm start".', {
          cause,
        });
      }
      const json: unknown = await response.json();
      if (!response.ok)
        throw new TerminalError(
          Refused.safeParse(json).data?.message ?? `The emulator answered ${response.status}.`,
        );
      return answer.parse(json);
    },
  };
}

/** One part of a path or query. */
export const part = encodeURIComponent;

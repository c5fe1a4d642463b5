import * as z from 'zod/mini';
import type { Fault, Faults } from './faults.ts';
import type { EmulatorAnswer, EmulatorRequest } from './http-server.ts';
import type { Requests } from './requests.ts';
import { Router } from './router.ts';
import type { Violation } from './violation.ts';

/** A request to the emulator itself, by the terminal or a page of the local platform. */
export interface ControlCall {
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
}
export type ControlRoutes = Readonly<
  Record<string, (call: ControlCall) => EmulatorAnswer | Promise<EmulatorAnswer>>
>;

/** What the asker did wrong; answered 400 with the text. */
export class ControlError extends Error {
  override readonly name = 'ControlError';
}

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/** Answers `/emulator/...`: for programs on this machine only, and for no page of another site. */
export function createControl(routes: ControlRoutes): (request: EmulatorRequest) => Promise<EmulatorAnswer> {
  const router = new Router(routes);
  return async (request) => {
    if (!isLocal(request))
      return { status: 403, json: { message: 'Only programs on this machine may control the emulator.' } };
    const match = router.find(request.method, request.path);
    if (match === undefined)
      return {
        status: 404,
        json: { message: `The emulator has no control route ${request.method} ${request.path}.` },
      };
    try {
      return await match.handler({
        parameters: match.parameters,
        query: request.query,
        body: jsonOf(request.body),
      });
    } catch (error) {
      if (error instanceof z.core.$ZodError)
        return { status: 400, json: { message: z.prettifyError(error) } };
      if (error instanceof Error) return { status: 400, json: { message: error.message } };
      throw error;
    }
  };
}

function isLocal({ headers }: EmulatorRequest): boolean {
  if (!LOOPBACK.test(headers.host ?? '')) return false;
  if (headers.origin === undefined) return true;
  const origin = URL.parse(headers.origin);
  return origin !== null && LOOPBACK.test(origin.host);
}

function jsonOf(body: Buffer): unknown {
  if (body.length === 0) return undefined;
  try {
    return JSON.parse(body.toString('utf8'));
  } catch (cause) {
    throw new ControlError('The body is not JSON.', { cause });
  }
}

/** A fault as JSON: the route's expression as text. */
export const FaultBody = z.object({
  route: z.string().check(z.minLength(1), z.maxLength(500)),
  status: z.optional(z.int().check(z.minimum(100), z.maximum(599))),
  code: z.optional(z.int()),
  times: z.optional(z.int().check(z.minimum(1))),
  delayMs: z.optional(z.int().check(z.minimum(0), z.maximum(600_000))),
  retryAfter: z.optional(z.number().check(z.minimum(0))),
  drop: z.optional(z.boolean()),
  when: z.optional(z.enum(['before', 'after'])),
});

/** Routes that both emulators have: faults, and what was seen. */
export function commonControl(parts: {
  faults: Faults;
  requests: Requests;
  violations: Violation[];
}): ControlRoutes {
  const faults = () => parts.faults.list().map((fault) => ({ ...fault, route: fault.route.source }));
  return {
    'GET /emulator/faults': () => ({ status: 200, json: faults() }),
    'POST /emulator/faults': ({ body }) => {
      parts.faults.add(faultOf(FaultBody.parse(body)));
      return { status: 200, json: faults() };
    },
    'DELETE /emulator/faults': () => {
      parts.faults.clear();
      return { status: 200, json: faults() };
    },
    'DELETE /emulator/faults/{id}': ({ parameters }) => {
      if (!parts.faults.remove(Number(parameters['id'])))
        throw new ControlError(`There is no fault ${parameters['id']}.`);
      return { status: 200, json: faults() };
    },
    'GET /emulator/violations': () => ({ status: 200, json: parts.violations }),
    'GET /emulator/requests': () => ({ status: 200, json: parts.requests.counts() }),
  };
}

function faultOf(body: z.infer<typeof FaultBody>): Fault {
  let route: RegExp;
  try {
    route = new RegExp(body.route);
  } catch (cause) {
    throw new ControlError(`"${body.route}" is no regular expression.`, { cause });
  }
  const { status, code, times, delayMs, retryAfter, drop, when } = body;
  return {
    route,
    ...(status === undefined ? {} : { status }),
    ...(code === undefined ? {} : { code }),
    ...(times === undefined ? {} : { times }),
    ...(delayMs === undefined ? {} : { delayMs }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
    ...(drop === undefined ? {} : { drop }),
    ...(when === undefined ? {} : { when }),
  };
}

import { setTimeout as wait } from 'node:timers/promises';
import type { Fault, Faults } from '../emulator/faults.ts';
import { DROPPED, type EmulatorAnswer, type EmulatorRequest } from '../emulator/http-server.ts';
import { type ParsedRequestBody, parseRequestBody } from '../emulator/parse-request-body.ts';
import type { EmulatedRateLimits, LimitState } from '../emulator/rate-limit.ts';
import type { Requests } from '../emulator/requests.ts';
import { Router } from '../emulator/router.ts';
import type { Violation } from '../emulator/violation.ts';
import { perMinute, type RobloxRoute } from './call.ts';
import type { RobloxCheck } from './check-request.ts';
import { gatewayRefusal, Refusal, serviceRefusal } from './refusal.ts';
import { groupRoutes } from './routes-groups.ts';
import { joinRequestRoutes } from './routes-join-requests.ts';
import { userRoutes } from './routes-users.ts';
import type { KeyState, RobloxState } from './state.ts';

const router = new Router<RobloxRoute>({ ...groupRoutes, ...joinRequestRoutes, ...userRoutes });

export interface RobloxParts {
  readonly state: RobloxState;
  readonly faults: Faults;
  readonly requests: Requests;
  readonly rateLimits: EmulatedRateLimits;
  readonly limitMode: 'real' | 'loose';
  readonly check: RobloxCheck;
  readonly violations: Violation[];
  /** Holds the emulator's own answers against the OpenAPI file too. */
  readonly checkAnswers: boolean;
  readonly now: () => number;
  readonly changed: () => void;
}

/** Answers one request to either of Roblox's two hosts. */
export async function answerRoblox(
  parts: RobloxParts,
  request: EmulatorRequest,
): Promise<EmulatorAnswer | typeof DROPPED> {
  const fault = parts.faults.take(request.method, request.path);
  if (fault?.delayMs !== undefined) await wait(fault.delayMs);
  await fault?.until;
  const read = await parseRequestBody(request);
  const match = router.find(request.method, request.path);
  const record = (status: number) =>
    parts.requests.add({
      method: request.method,
      path: request.path,
      route: match?.route ?? `${request.method} ${request.path}`,
      status,
      at: parts.now(),
      body: read?.json,
    });
  const broken = fault === undefined ? undefined : faultAnswer(fault);
  if (broken !== undefined && fault?.when !== 'after') {
    record(broken === DROPPED ? 0 : broken.status);
    return broken;
  }
  const answer = carryOut(parts, request, read);
  record(answer.status);
  if (parts.checkAnswers && answer.status === 200) {
    const problems = parts.check.answer(request.method, request.path, answer.status, answer.json);
    if (problems.length > 0) {
      parts.violations.push({
        method: `ANSWER TO ${request.method}`,
        path: request.path,
        problems,
        body: answer.json,
      });
    }
  }
  return broken ?? answer;
}

function faultAnswer(fault: Fault): EmulatorAnswer | typeof DROPPED | undefined {
  if (fault.drop === true) return DROPPED;
  if (fault.status === undefined) return undefined;
  const refusal = gatewayRefusal(
    fault.status,
    fault.status === 429 ? 'Too many requests' : `A fault of the emulator: ${fault.status}`,
    fault.code,
  );
  const headers: Record<string, string> =
    fault.retryAfter === undefined ? {} : { 'retry-after': `${fault.retryAfter}` };
  return { status: fault.status, headers, json: fault.body ?? refusal.json };
}

function carryOut(
  parts: RobloxParts,
  request: EmulatorRequest,
  read: ParsedRequestBody | undefined,
): EmulatorAnswer {
  let headers: Record<string, string> = {};
  const violation = (...problems: string[]) => {
    parts.violations.push({
      method: request.method,
      path: request.path,
      problems,
      body: withoutKey(read?.json),
    });
  };
  try {
    const match = router.find(request.method, request.path);
    if (match === undefined) {
      if (parts.check.knows(request.method, request.path)) {
        violation('the emulator does not have this route');
        const route = `${request.method} ${request.path}`;
        throw gatewayRefusal(501, `Roblox has ${route}, and this emulator does not: ask the real Roblox.`);
      }
      violation('Roblox has no such route');
      throw gatewayRefusal(router.knowsPath(request.path) ? 405 : 404, 'NotFound');
    }
    const route = match.handler;
    const key = route.auth === 'key' ? authorize(parts, request) : undefined;
    const state = parts.rateLimits.take(
      `${match.route} ${key?.ownerId ?? ''}`,
      perMinute(parts.limitMode === 'real' ? route.perMinute : 100_000),
    );
    headers = limitHeaders(state);
    if (state.exceeded)
      throw serviceRefusal(429, 'RESOURCE_EXHAUSTED', 'Too many requests. Try again later.');
    if (route.auth === 'key' && route.scope !== undefined && key?.scopes.includes(route.scope) !== true) {
      throw serviceRefusal(403, 'INSUFFICIENT_SCOPE', `The API key lacks the scope ${route.scope}.`);
    }
    if (read === undefined) {
      violation('the body is not what its content type says');
      throw serviceRefusal(400, 'INVALID_ARGUMENT', 'The body is not JSON.');
    }
    const refusal = parts.check.request(request, read, violation);
    if (refusal !== undefined) throw refusal;
    const call = {
      state: parts.state,
      parameters: match.parameters,
      query: request.query,
      body: read.json,
      now: parts.now(),
      changed: parts.changed,
    };
    const answer =
      route.auth === 'none' ? route.run(call) : route.run({ ...call, key: key ?? authorize(parts, request) });
    return { ...answer, headers };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.status === 400) violation(`Roblox answers 400: ${error.message}`);
    return { ...error.answer(), headers };
  }
}

function authorize(parts: RobloxParts, request: EmulatorRequest): KeyState {
  const given = request.headers['x-api-key'];
  const key = parts.state.keys.find((entry) => entry.apiKey === given);
  const expired = key?.expiresAt !== undefined && key.expiresAt <= parts.now();
  if (key === undefined || !key.enabled || expired) throw gatewayRefusal(401, 'Invalid API Key');
  return key;
}

function limitHeaders(state: LimitState): Record<string, string> {
  return {
    'x-ratelimit-limit': `${state.limit}, ${state.limit};w=60`,
    'x-ratelimit-remaining': `${state.remaining}`,
    'x-ratelimit-reset': `${Math.ceil(state.resetMs / 1000)}`,
  };
}

/** Introspection carries the key in its body; it stays out of what is shown. */
function withoutKey(body: unknown): unknown {
  return typeof body === 'object' && body !== null && 'apiKey' in body
    ? { ...body, apiKey: '(hidden)' }
    : body;
}

import { setTimeout as wait } from 'node:timers/promises';
import type { Fault, Faults } from '../emulator/faults.ts';
import { DROPPED, type EmulatorAnswer, type EmulatorRequest } from '../emulator/http-server.ts';
import { type ParsedRequestBody, parseRequestBody } from '../emulator/parse-request-body.ts';
import { readablePath } from '../emulator/path-template.ts';
import type { EmulatedRateLimits } from '../emulator/rate-limit.ts';
import type { Requests } from '../emulator/requests.ts';
import { Router } from '../emulator/router.ts';
import type { Violation } from '../emulator/violation.ts';
import { ApiError, refusals } from './api-error.ts';
import type { DiscordRoute } from './call.ts';
import type { DiscordCheck } from './check-request.ts';
import { badLength, invalidForm, tooLong } from './form-errors.ts';
import type { LimitMode } from './limits.ts';
import { limited } from './rate-limited.ts';
import { auditReason, localeOf, userAgentProblem } from './request-headers.ts';
import { applicationRoutes } from './routes-applications.ts';
import { callbackRoutes } from './routes-callback.ts';
import { channelRoutes } from './routes-channels.ts';
import { commandRoutes } from './routes-commands.ts';
import { guildChannelRoutes } from './routes-guild-channels.ts';
import { guildRoutes } from './routes-guilds.ts';
import { memberRoutes } from './routes-members.ts';
import { roleRoutes } from './routes-roles.ts';
import { webhookRoutes } from './routes-webhooks.ts';
import type { World } from './world.ts';

const MOST_BYTES = 10_485_760;
const MOST_REASON = 512;

const router = new Router<DiscordRoute>({
  ...applicationRoutes,
  ...commandRoutes,
  ...guildRoutes,
  ...guildChannelRoutes,
  ...memberRoutes,
  ...roleRoutes,
  ...channelRoutes,
  ...webhookRoutes,
  ...callbackRoutes,
});

export interface ApiParts {
  readonly world: World;
  readonly faults: Faults;
  readonly requests: Requests;
  readonly rateLimits: EmulatedRateLimits;
  readonly limitMode: LimitMode;
  readonly check: DiscordCheck;
  readonly violations: Violation[];
  /** Holds the emulator's own answers against the OpenAPI file too. */
  readonly checkAnswers: boolean;
  readonly anyUserAgent: boolean;
}

/** Answers one request to the API. `path` is without `/api/v10`. */
export async function answerApi(
  parts: ApiParts,
  request: EmulatorRequest,
  sentPath: string,
): Promise<EmulatorAnswer | typeof DROPPED> {
  const path = readablePath(sentPath);
  const fault = parts.faults.take(request.method, path);
  if (fault?.delayMs !== undefined) await wait(fault.delayMs);
  await fault?.until;
  const read = await parseRequestBody(request);
  const route = router.find(request.method, sentPath)?.route ?? `${request.method} ${path}`;
  const record = (status: number) =>
    parts.requests.add({
      method: request.method,
      path,
      route,
      status,
      at: parts.world.now(),
      body: read?.json,
    });
  const broken = fault === undefined ? undefined : faultAnswer(fault);
  if (broken !== undefined && fault?.when !== 'after') {
    record(broken === DROPPED ? 0 : broken.status);
    return broken;
  }
  const answer = await carryOut(parts, request, sentPath, read);
  record(answer.status);
  if (parts.checkAnswers && answer.json !== undefined) {
    const problems = parts.check.answer(request.method, sentPath, answer.status, answer.json);
    if (problems.length > 0)
      parts.violations.push({ method: `ANSWER TO ${request.method}`, path, problems, body: answer.json });
  }
  return broken ?? answer;
}

function faultAnswer(fault: Fault): EmulatorAnswer | typeof DROPPED | undefined {
  if (fault.drop === true) return DROPPED;
  if (fault.status === undefined) return undefined;
  if (fault.status === 429) {
    const seconds = fault.retryAfter ?? 1;
    return {
      status: 429,
      headers: { 'retry-after': `${Math.ceil(seconds)}`, 'x-ratelimit-scope': 'shared' },
      json: fault.body ?? { message: 'You are being rate limited.', retry_after: seconds, global: false },
    };
  }
  return {
    status: fault.status,
    json: fault.body ?? { message: `A fault of the emulator: ${fault.status}`, code: fault.code ?? 0 },
  };
}

async function carryOut(
  parts: ApiParts,
  request: EmulatorRequest,
  path: string,
  read: ParsedRequestBody | undefined,
): Promise<EmulatorAnswer> {
  let headers: Record<string, string> = {};
  try {
    const violation = (...problems: string[]) =>
      parts.violations.push({ method: request.method, path, problems, body: read?.json });
    const agent = parts.anyUserAgent ? undefined : userAgentProblem(request);
    if (agent !== undefined) {
      violation(agent);
      throw refusals.badUserAgent();
    }
    const match = router.find(request.method, path);
    if (match === undefined) {
      if (parts.check.knows(request.method, path)) {
        violation('the emulator does not have this route');
        throw refusals.notEmulated(`${request.method} ${readablePath(path)}`);
      }
      violation('Discord has no such route');
      throw router.knowsPath(path) ? refusals.methodNotAllowed() : refusals.notFound();
    }
    const application = match.handler.auth === 'bot' ? authorize(parts.world, request) : undefined;
    headers = limited(
      { ...parts, now: parts.world.now() },
      match.route,
      match.parameters,
      application?.applicationId,
    );
    if (read === undefined) {
      violation('the body is not what its content type says');
      throw refusals.notJson();
    }
    const refusal = parts.check.request(request, path, read, violation);
    if (refusal !== undefined) throw refusal;
    refuseLargeFiles(read);
    const reason = auditReason(request);
    if (reason !== null && reason.length > MOST_REASON) {
      throw invalidForm([tooLong(['X-Audit-Log-Reason'], MOST_REASON)]);
    }
    const call = {
      world: parts.world,
      parameters: match.parameters,
      query: request.query,
      body: read.json,
      files: read.files,
      reason,
      locale: localeOf(request),
    };
    const answer =
      match.handler.auth === 'path'
        ? await match.handler.run(call)
        : await match.handler.run({ ...call, application: application ?? authorize(parts.world, request) });
    return { ...answer, headers: { ...headers, ...answer.headers } };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.code === 50035 || error.code === 50006) {
      parts.violations.push({
        method: request.method,
        path,
        problems: [`${error.message}: ${JSON.stringify(error.errors)}`],
        body: read?.json,
      });
    }
    const answer = error.answer();
    return { ...answer, headers: { ...headers, ...answer.headers } };
  }
}

/** 10 files, each of 10 MiB at most: what a guild without boosts takes. */
function refuseLargeFiles({ files }: ParsedRequestBody): void {
  if (files.size > 10) throw invalidForm([badLength(['attachments'], 0, 10)]);
  for (const file of files.values()) if (file.bytes.length > MOST_BYTES) throw refusals.tooLarge();
}

function authorize(world: World, request: EmulatorRequest) {
  const application = world.applications.find(
    (entry) => `Bot ${entry.botToken}` === request.headers.authorization,
  );
  if (application === undefined) throw refusals.unauthorized();
  return application;
}

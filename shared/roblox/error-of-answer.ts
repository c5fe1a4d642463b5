import * as z from 'zod/mini';
import type { ServiceDescription } from '../http/call-service.ts';
import type { HttpAnswer } from '../http/http-client.ts';
import { isTransient } from '../http/service-error.ts';
import { parseJson } from '../json/json.ts';
import type { Secrets } from '../log/secrets.ts';
import { cut } from '../text/cut.ts';
import { RobloxError } from './errors.ts';

const Code = z.pipe(
  z.union([z.string(), z.number()]),
  z.transform((code: string | number) => cut(String(code), 64)),
);
const Text = z.optional(z.nullable(z.string()));

/** `{"errors":[{code,message}]}`: the older services and the gateway. */
const ListShape = z.object({
  errors: z.array(z.object({ code: z.optional(Code), message: Text })).check(z.minLength(1)),
});
/** `{"code","message","details"}`: Open Cloud. */
const CloudShape = z.object({ code: Code, message: Text });
/** RFC 9110 problem JSON, with a type that says little; some name a code beside it. */
const ProblemShape = z.object({
  title: Text,
  detail: Text,
  errorCode: z.optional(Code),
  status: z.optional(z.number()),
});

/** Roblox reports these with a status of 409 or 400; they pass by themselves. */
const PASSING_CODES: ReadonlySet<string> = new Set([
  'ABORTED',
  'UNAVAILABLE',
  'RESOURCE_EXHAUSTED',
  'INTERNAL',
]);

/** What an answer that is no success means, whichever of Roblox's three forms it has. */
function errorOfAnswer(route: string, answer: HttpAnswer, secrets: Secrets): RobloxError {
  const { status } = answer;
  const { code, message } = read(parseJson(answer.bytes));
  const words = [code ?? '', cut(secrets.remove(message ?? '').replace(/\s+/g, ' '), 150)].filter(
    (part) => part !== '',
  );
  const said = words.length === 0 ? '' : ` (${words.join(': ')})`;
  return new RobloxError(`Roblox answered ${status}${said} to ${route}.`, {
    status,
    code,
    route,
    retryable: isTransient(status) || (code !== undefined && PASSING_CODES.has(code)),
    retryAfterMs: answer.waitMs,
  });
}

function read(body: unknown): { code: string | undefined; message: string | undefined } {
  const list = ListShape.safeParse(body);
  if (list.success) {
    const [first] = list.data.errors;
    return { code: first?.code, message: first?.message ?? undefined };
  }
  const cloud = CloudShape.safeParse(body);
  if (cloud.success) return { code: cloud.data.code, message: cloud.data.message ?? undefined };
  const problem = ProblemShape.safeParse(body);
  if (!problem.success) return { code: undefined, message: undefined };
  return { code: problem.data.errorCode, message: problem.data.detail ?? problem.data.title ?? undefined };
}

export const ROBLOX: ServiceDescription = { name: 'Roblox', Error: RobloxError, errorOfAnswer };

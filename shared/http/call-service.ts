import type * as z from 'zod/mini';
import { parseJson } from '../json/json.ts';
import type { Secrets } from '../log/secrets.ts';
import { NoAnswerError } from './errors.ts';
import type { HttpAnswer, HttpClient, HttpRequest } from './http-client.ts';
import type { ServiceError, ServiceErrorOptions } from './service-error.ts';

/** What differs between the services that the bot calls. */
export interface ServiceDescription {
  /** As people know it. */
  readonly name: string;
  readonly Error: new (message: string, options: ServiceErrorOptions) => ServiceError;
  /** What an answer that is no success means. A service may repeat what it was sent: its words lose the `secrets`. */
  readonly errorOfAnswer: (route: string, answer: HttpAnswer, secrets: Secrets) => ServiceError;
}

/**
 * Sends a request and parses the JSON of its answer. Throws the service's error, without any of the `secrets` that the
 * request carried, and nothing else.
 */
export async function callService<T>(
  http: HttpClient,
  service: ServiceDescription,
  request: HttpRequest,
  form: z.ZodMiniType<T>,
  secrets: Secrets,
): Promise<T> {
  const { route } = request;
  const answer = await sendTo(http, service, request);
  if (answer.status < 200 || answer.status >= 300) throw service.errorOfAnswer(route, answer, secrets);
  const json = parseJson(answer.bytes);
  const parsed = form.safeParse(json);
  if (parsed.success) return parsed.data;
  const paths = parsed.error.issues.slice(0, 3).map((issue) => issue.path.join('.') || 'the whole of it');
  throw new service.Error(`${service.name} answered ${route} in an unknown form (${paths.join(', ')}).`, {
    status: answer.status,
    route,
    // No JSON at all comes from something on the way, a proxy or a broken connection, and passes.
    retryable: json === undefined,
  });
}

/** An answer of any status. Throws the service's error when there is none. */
export async function sendTo(
  http: HttpClient,
  service: ServiceDescription,
  request: HttpRequest,
): Promise<HttpAnswer> {
  try {
    return await http.send(request);
  } catch (error) {
    if (!(error instanceof NoAnswerError)) throw error;
    const { message, route, retryable, retryAfterMs } = error;
    throw new service.Error(message, { status: 0, route, retryable, retryAfterMs });
  }
}

/** With its question mark; empty without parameters. */
export function queryOf(query: Readonly<Record<string, string>> | undefined): string {
  return query === undefined ? '' : `?${new URLSearchParams(query).toString()}`;
}

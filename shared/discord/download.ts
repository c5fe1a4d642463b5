import { sendTo } from '../http/call-service.ts';
import { createHttpClient, type HttpOptions } from '../http/http-client.ts';
import type { DiscordClient } from './client.ts';
import { DISCORD } from './error-of-answer.ts';
import { DiscordError } from './errors.ts';
import { USER_AGENT } from './user-agent.ts';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);
/** A proof of 10 MB over a slow line. */
const TIME_MS = 20_000;

/**
 * Fetches attachments from the hosts in `cdnHosts` (each `host` or `host:port`) and nowhere else: https only but
 * on loopback, no redirects, no credentials. No token goes along. Never reads more than `maxBytes`.
 */
export function createDownload(
  options: HttpOptions & { readonly cdnHosts: readonly string[] },
): DiscordClient['download'] {
  const http = createHttpClient({ ...options, timeoutMs: TIME_MS, budgetMs: TIME_MS });

  return async (address, maxBytes) => {
    const url = allowed(address, options.cdnHosts);
    // An attachment's path and signature let anybody fetch it, so they are shown nowhere.
    const route = `GET ${url.host}/{attachment}`;
    const answer = await sendTo(http, DISCORD, {
      method: 'GET',
      url: url.href,
      route,
      bucket: `GET ${url.host}`,
      headers: { 'user-agent': USER_AGENT },
      repeatable: true,
      maxBytes,
    });
    if (answer.status === 200) return answer.bytes;
    // A signature that has run out is answered 403 or 404: gone either way, and no word about the bot's rights.
    const status = answer.status === 401 || answer.status === 403 ? 404 : answer.status;
    throw new DiscordError(`The attachment could not be fetched: ${route} was answered ${answer.status}.`, {
      status,
      route,
      retryable: status === 429 || status >= 500,
      retryAfterMs: answer.waitMs,
    });
  };
}

function allowed(address: string, hosts: readonly string[]): URL {
  const url = URL.parse(address);
  const known = url !== null && (hosts.includes(url.host) || hosts.includes(url.hostname));
  const secure = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.has(url.hostname));
  if (known && secure && url.username === '' && url.password === '') return url;
  throw new DiscordError("The attachment is not on one of Discord's own hosts, so it was not fetched.", {
    status: 0,
    route: 'GET {attachment}',
    retryable: false,
  });
}

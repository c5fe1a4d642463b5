import type * as z from 'zod/mini';
import { Refused } from '../protocol.ts';

const address = new URL(location.href);
const token = address.searchParams.get('token') ?? '';

/** Who looks at which clan. */
export interface Who {
  readonly clan: string;
  /** A person's id or name; empty: whoever the server chooses. */
  readonly as: string;
}

/** The server said no; the text is for whoever asked. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
}

/** What the address says at first: `?clan=tophat&as=wolf&channel=general`. */
export function whoInAddress(): Who {
  return { clan: address.searchParams.get('clan') ?? '', as: address.searchParams.get('as') ?? '' };
}

/** Keeps the address in step, so that a reload and a second browser show the same. */
export function noteInAddress(who: Who): void {
  const next = new URL(location.href);
  next.searchParams.set('clan', who.clan);
  next.searchParams.set('as', who.as);
  history.replaceState(null, '', next);
}

function pathOf(name: string, { clan, as }: Who, query: Readonly<Record<string, string>> = {}): string {
  return `/page/api/${name}?${new URLSearchParams({ clan, as, ...query })}`;
}

/** Asks the page's server as somebody. Throws `RefusedError` with the server's own words. */
export async function ask<T>(
  form: z.ZodMiniType<T>,
  method: 'GET' | 'POST',
  name: string,
  who: Who,
  { query, body }: { readonly query?: Readonly<Record<string, string>>; readonly body?: unknown } = {},
): Promise<T> {
  let response: Response;
  try {
    response = await fetch(pathOf(name, who, query), {
      method,
      headers: { 'x-page-token': token, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    throw new RefusedError('The platform does not answer. Start it again with "npm start".');
  }
  const json: unknown = await response.json();
  if (response.ok) return form.parse(json);
  throw new RefusedError(Refused.safeParse(json).data?.message ?? `The server answered ${response.status}.`);
}

/** Opens the live stream. The browser itself takes it up again where it broke off. */
export function openStream(
  who: Who,
  handlers: Readonly<Record<string, (data: unknown) => void>>,
): EventSource {
  const source = new EventSource(`${pathOf('events', who)}&${new URLSearchParams({ token })}`);
  for (const [event, handle] of Object.entries(handlers)) {
    source.addEventListener(event, (message) => handle(JSON.parse(message.data)));
  }
  return source;
}

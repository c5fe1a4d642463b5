import type * as z from 'zod/mini';
import { Messages, Sent } from '../../local/page/protocol.ts';
import type { TestPlatform } from '../platform/start-platform.ts';

/** One event of the page's stream. */
export interface StreamEvent {
  readonly event: string;
  readonly id: string;
  readonly data: unknown;
}

/** Speaks to the page's server as its browser part does, as one person. */
export class PageClient {
  readonly #origin: string;
  readonly #token: string;
  readonly #as: string;

  constructor(platform: TestPlatform, as: string) {
    const url = new URL(platform.platform.pageUrl ?? '');
    this.#origin = url.origin;
    this.#token = url.searchParams.get('token') ?? '';
    this.#as = as;
  }

  request(method: string, name: string, options: { query?: object; body?: unknown; headers?: object } = {}) {
    const query = new URLSearchParams({ clan: 'tophat', as: this.#as, ...options.query });
    return fetch(`${this.#origin}/page/api/${name}?${query}`, {
      method,
      headers: { 'x-page-token': this.#token, ...options.headers },
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    });
  }

  /** Throws the server's own words when it says no. */
  async ask<T>(form: z.ZodMiniType<T>, method: string, name: string, options: object = {}): Promise<T> {
    const response = await this.request(method, name, options);
    const text = await response.text();
    if (!response.ok) throw new Error(text);
    return form.parse(JSON.parse(text));
  }

  async messages(channel: string, query: object = {}) {
    return this.ask(Messages, 'GET', 'messages', { query: { channel, ...query } });
  }

  async act(channel: string, action: object) {
    return this.ask(Sent, 'POST', 'act', { body: { channel, ...action } });
  }

  /** Opens the stream, after `place` where one is given; `next` reads on until an event fits. */
  async stream(place?: string) {
    const abort = new AbortController();
    const query = new URLSearchParams({ clan: 'tophat', as: this.#as, token: this.#token });
    const response = await fetch(`${this.#origin}/page/api/events?${query}`, {
      signal: abort.signal,
      headers: place === undefined ? {} : { 'last-event-id': place },
    });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    const seen: StreamEvent[] = [];
    let rest = '';
    const next = async (fits: (event: StreamEvent) => boolean): Promise<StreamEvent> => {
      for (let index = 0; ; index += 1) {
        const event = seen[index];
        if (event !== undefined) {
          if (fits(event)) return event;
          continue;
        }
        index -= 1;
        const chunk = await reader?.read();
        if (chunk === undefined || chunk.done) throw new Error('The stream ended.');
        const blocks = (rest + chunk.value).split('\n\n');
        rest = blocks.pop() ?? '';
        for (const block of blocks) if (block.startsWith('event:')) seen.push(eventOf(block));
      }
    };
    return { seen, next, close: () => abort.abort() };
  }
}

function eventOf(block: string): StreamEvent {
  const line = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? '';
  return { event: line('event'), id: line('id'), data: JSON.parse(line('data')) };
}

import { describe, expect, it } from 'vitest';
import { broken, type ScriptedAnswer, scriptedService } from '../../test/support/scripted-service.ts';
import { parseJson } from '../json/json.ts';
import { createLogger } from '../log/create-logger.ts';
import { NoAnswerError } from './errors.ts';
import { createHttpClient, type HttpOptions, type HttpRequest } from './http-client.ts';
import type { Transport } from './transport.ts';

const REQUEST: HttpRequest = {
  method: 'GET',
  url: 'https://service.test/things/secret-token',
  route: 'GET /things/{token}',
  bucket: 'things',
  repeatable: true,
};

function setUp(script: readonly ScriptedAnswer[], options: Partial<HttpOptions> = {}) {
  const lines: string[] = [];
  const service = scriptedService(...script);
  const log = createLogger({ level: 'debug', write: (line) => lines.push(line) });
  const http = createHttpClient({ ...service, log, ...options });
  return { service, http, lines };
}

async function failure(call: Promise<unknown>): Promise<NoAnswerError> {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof NoAnswerError) return error;
  throw new Error(`expected NoAnswerError, got ${String(error)}`);
}

describe('one answer', () => {
  it('is given whole, with its status, whatever the status is', async () => {
    const { http } = setUp([{ status: 404, body: { what: 'nothing' } }]);
    const answer = await http.send(REQUEST);
    expect(answer.status).toBe(404);
    expect(parseJson(answer.bytes)).toEqual({ what: 'nothing' });
  });

  it('is not read beyond its limit, announced or not', async () => {
    const announced = setUp([{ body: 'x'.repeat(100), headers: { 'content-length': '100' } }]);
    expect((await failure(announced.http.send({ ...REQUEST, maxBytes: 99 }))).retryable).toBe(false);
    const silent = setUp([{ body: 'x'.repeat(100) }]);
    expect((await failure(silent.http.send({ ...REQUEST, maxBytes: 99 }))).retryable).toBe(false);
    expect(silent.service.requests).toHaveLength(1);
  });

  it('that redirects is not followed', async () => {
    const { http, service } = setUp([{ status: 302, headers: { location: 'https://elsewhere.test' } }]);
    expect((await http.send(REQUEST)).status).toBe(302);
    expect(service.requests).toHaveLength(1);
  });
});

describe('a passing failure', () => {
  it('is tried again with growing pauses and ends well', async () => {
    const { http, service } = setUp([
      { status: 500 },
      broken('ECONNRESET'),
      { status: 502 },
      { body: { ok: 1 } },
    ]);
    expect((await http.send(REQUEST)).status).toBe(200);
    expect(service.waits).toEqual([188, 375, 750]);
  });

  it('is given up after five attempts', async () => {
    const { http, service } = setUp([{ status: 503 }]);
    expect((await http.send(REQUEST)).status).toBe(503);
    expect(service.requests).toHaveLength(5);
  });

  it('is not tried again when a second call could do harm', async () => {
    const unsafe = { ...REQUEST, method: 'POST', repeatable: false } as const;
    const server = setUp([{ status: 500 }, { status: 200 }]);
    expect((await server.http.send(unsafe)).status).toBe(500);
    const network = setUp([broken('ECONNRESET'), { status: 200 }]);
    expect((await failure(network.http.send(unsafe))).retryable).toBe(true);
    expect(network.service.requests).toHaveLength(1);
  });

  it('is tried again in any case when nothing was sent or nothing was done', async () => {
    const unsafe = { ...REQUEST, method: 'POST', repeatable: false } as const;
    const { http } = setUp([
      broken('ECONNREFUSED'),
      { status: 429, body: { retry_after: 0.5 } },
      { status: 200 },
    ]);
    expect((await http.send(unsafe)).status).toBe(200);
  });

  it('is not waited for beyond the budget or the deadline of the caller', async () => {
    const budget = setUp([{ status: 500 }], { budgetMs: 500 });
    expect((await budget.http.send(REQUEST)).status).toBe(500);
    expect(budget.service.waits).toEqual([188]);
    const { http, service } = setUp([{ status: 500 }], { deadline: () => 1_800_000_000_100 });
    expect((await http.send(REQUEST)).status).toBe(500);
    expect(service.waits).toEqual([]);
    service.pass(200);
    await failure(http.send(REQUEST));
    expect(service.requests).toHaveLength(1);
  });

  it('of a call that takes too long says how long it was waited for', async () => {
    const never: Transport = (_, { signal }) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
      });
    const { http } = setUp([], { fetch: never, timeoutMs: 5, budgetMs: 1000 });
    const error = await failure(http.send({ ...REQUEST, repeatable: false }));
    expect(error.message).toBe('No answer to GET /things/{token}: it took longer than 5 ms.');
  });

  it('shows no URL, header or text of the network in error or log', async () => {
    const { http, lines } = setUp([broken('ECONNRESET')]);
    const error = await failure(http.send({ ...REQUEST, headers: { authorization: 'Bot secret-token' } }));
    expect(error.message).toBe('No answer to GET /things/{token}: the connection failed (ECONNRESET).');
    expect(JSON.stringify([lines, { ...error }, error.message, String(error.cause)])).not.toContain('secret');
  });
});

describe('a rate limit', () => {
  it('is waited for as long as the answer says', async () => {
    const { http, service } = setUp([{ status: 429, body: { retry_after: 1.25, global: false } }, {}]);
    expect((await http.send(REQUEST)).status).toBe(200);
    expect(service.waits).toEqual([1250]);
  });

  it('is read from the header where the body says nothing', async () => {
    const { http, service } = setUp([{ status: 429, body: '<html>', headers: { 'retry-after': '2' } }, {}]);
    await http.send(REQUEST);
    expect(service.waits).toEqual([2000]);
  });

  it('without a time is waited for with backoff', async () => {
    const { http, service } = setUp([{ status: 429 }, {}]);
    await http.send(REQUEST);
    expect(service.waits).toEqual([188]);
  });

  it('that is too long is handed back with its time, and the next call is not sent before', async () => {
    const { http, service } = setUp([{ status: 429, body: { retry_after: 60 } }, {}]);
    const answer = await http.send(REQUEST);
    expect([answer.status, answer.waitMs]).toEqual([429, 60_000]);
    service.pass(10_000);
    expect((await failure(http.send(REQUEST))).retryAfterMs).toBe(50_000);
    expect(service.requests).toHaveLength(1);
    service.pass(50_001);
    expect((await http.send(REQUEST)).status).toBe(200);
  });

  it('that is used up is respected before anything is refused', async () => {
    const used = { headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset-after': '0.8' } };
    const { http, service } = setUp([used, {}]);
    await http.send(REQUEST);
    await http.send({ ...REQUEST, bucket: 'others' });
    await http.send(REQUEST);
    expect(service.waits).toEqual([800]);
  });

  it("reads Roblox's headers, which give seconds and more than one number", async () => {
    const headers = {
      'x-ratelimit-limit': '300, 300;w=60',
      'x-ratelimit-remaining': '0, 12',
      'x-ratelimit-reset': '3',
    };
    const { http, service } = setUp([{ headers }, {}]);
    await http.send(REQUEST);
    await http.send(REQUEST);
    expect(service.waits).toEqual([3000]);
  });

  it('that is global stops every call of the bot, but none that stands outside it', async () => {
    const headers = { 'x-ratelimit-global': 'true', 'retry-after': '100' };
    const { http, service } = setUp([{ status: 429, headers }, {}]);
    await http.send({ ...REQUEST, globalBucket: 'bot' });
    await failure(http.send({ ...REQUEST, bucket: 'others', globalBucket: 'bot' }));
    expect((await http.send({ ...REQUEST, bucket: 'webhook' })).status).toBe(200);
    expect(service.requests).toHaveLength(2);
  });
});

describe('asking again', () => {
  it('goes on as long as the caller wants and does not use up the attempts', async () => {
    const { http, service } = setUp([{ status: 404 }]);
    const steps = [10, 20, 30, 40, 50, 60, 70];
    const answer = await http.send({ ...REQUEST, askAgain: (_, attempt) => steps[attempt - 1] });
    expect(answer.status).toBe(404);
    expect(service.waits).toEqual(steps);
  });

  it('leaves all attempts to the failures that come after it', async () => {
    const early = Array.from({ length: 6 }, () => ({ status: 404 }));
    const { http, service } = setUp([...early, { status: 500 }]);
    const answer = await http.send({
      ...REQUEST,
      askAgain: ({ status }) => (status === 404 ? 1 : undefined),
    });
    expect(answer.status).toBe(500);
    expect(service.requests).toHaveLength(6 + 5);
  });
});

it('a call whose clock is set back meanwhile waits within its budget', async () => {
  const setBack = () => {
    service.pass(-86_400_000);
    return { status: 429, body: { retry_after: 60 } };
  };
  const { http, service } = setUp([setBack]);
  expect((await http.send(REQUEST)).status).toBe(429);
  expect(service.waits).toEqual([]);
});

import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTcpServer, type Server as TcpServer } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createInvoke } from './create-invoke.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
  vi.useRealTimers();
});

/** The time of a call goes by when the test says so, and not before. */
const LIMIT_MS = 40;
const stopTime = () => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
const passLimit = () => void vi.advanceTimersByTime(LIMIT_MS);

function urlOf(server: TcpServer): string {
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

async function serve(listener: RequestListener): Promise<{ url: string; server: Server }> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: urlOf(server) };
}

/** Knows one function. */
const xpIs = (id: string) => (name: string) => (name === 'xp' ? id : undefined);
const detached = { type: 'detached', timeoutMs: 5000 } as const;

describe('calling a function', () => {
  it('posts the body to the Functions API and is accepted at 202', async () => {
    const seen: unknown[] = [];
    const { url } = await serve(async (request, response) => {
      let body = '';
      for await (const chunk of request.setEncoding('utf8')) body += chunk;
      seen.push(request.method, request.url, request.headers['fn-invoke-type'], body);
      response.writeHead(202).end();
    });
    const invoke = createInvoke({ invokeUrl: url, functionId: xpIs('ocid1.fnfunc..a/b') });
    expect(await invoke('xp', '{"a":"ü🎩"}', detached)).toEqual({ kind: 'accepted', body: '' });
    expect(seen).toEqual([
      'POST',
      '/20181201/functions/ocid1.fnfunc..a%2Fb/actions/invoke',
      'detached',
      '{"a":"ü🎩"}',
    ]);
  });

  it('returns what a synchronous call answers', async () => {
    const { url } = await serve((_, response) => response.end('{"choices":[]}'));
    const invoke = createInvoke({ invokeUrl: url, functionId: xpIs('1') });
    const outcome = await invoke('xp', '{}', { type: 'sync', timeoutMs: 5000 });
    expect(outcome).toEqual({ kind: 'accepted', body: '{"choices":[]}' });
  });

  it.each([
    [404, 'refused'],
    [413, 'refused'],
    [429, 'refused'],
    [503, 'refused'],
    [500, 'unknown'],
    [502, 'unknown'],
    [504, 'unknown'],
  ])('that is answered %i is %s', async (status, kind) => {
    const { url } = await serve((_, response) => response.writeHead(status).end('{}'));
    const invoke = createInvoke({ invokeUrl: url, functionId: xpIs('1') });
    expect(await invoke('xp', '{}', detached)).toEqual({ kind, reason: `HTTP ${status}` });
  });

  it('is unknown when no answer comes in time, for it may still be carried out', async () => {
    stopTime();
    const { url } = await serve(passLimit);
    const invoke = createInvoke({ invokeUrl: url, functionId: xpIs('1') });
    const outcome = await invoke('xp', '{}', { type: 'detached', timeoutMs: LIMIT_MS });
    expect(outcome).toEqual({ kind: 'unknown', reason: 'no answer in time' });
  });

  it('is refused when nobody listens, or the function is not known', async () => {
    const { url, server } = await serve(() => {});
    await new Promise((resolve) => server.close(resolve));
    const invoke = createInvoke({ invokeUrl: url, functionId: xpIs('1') });
    expect(await invoke('xp', '{}', detached)).toEqual({
      kind: 'refused',
      reason: 'connection: ECONNREFUSED',
    });
    expect((await invoke('nothing', '{}', detached)).kind).toBe('refused');
    expect(
      (await createInvoke({ invokeUrl: undefined, functionId: xpIs('1') })('xp', '{}', detached)).kind,
    ).toBe('refused');
  });

  it('is unknown when a new connection breaks after the request was sent', async () => {
    const { url } = await serve((request) => request.socket.destroy());
    const invoke = createInvoke({ invokeUrl: url, functionId: xpIs('1') });
    expect((await invoke('xp', '{}', detached)).kind).toBe('unknown');
  });

  it('is sent again on a new connection when the kept one had been closed meanwhile', async () => {
    let connections = 0;
    let calls = 0;
    // A server that answers the first request of a connection and resets at the second, as after a freeze.
    const server = createTcpServer((socket) => {
      connections += 1;
      let answered = false;
      socket.on('error', () => {});
      socket.on('data', () => {
        if (answered) return void socket.resetAndDestroy();
        answered = true;
        calls += 1;
        socket.write('HTTP/1.1 202 Accepted\r\ncontent-length: 0\r\n\r\n');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = urlOf(server);
    const invoke = createInvoke({ invokeUrl: url, functionId: xpIs('1') });
    expect((await invoke('xp', '{}', detached)).kind).toBe('accepted');
    expect((await invoke('xp', '{}', detached)).kind).toBe('accepted');
    expect({ connections, calls }).toEqual({ connections: 2, calls: 2 });
    server.close();
  });

  it.each<[string, RequestListener]>([
    ['never ends', (_, response) => void response.writeHead(202, { 'content-length': '5' }).flushHeaders()],
    [
      'breaks off',
      (_, response) =>
        void response.writeHead(202, { 'content-length': '5' }).write('x', () => response.destroy()),
    ],
    ['is far too long', (_, response) => void response.writeHead(202).end('x'.repeat(2_000_000))],
    [
      'is no chunk',
      (_, response) => {
        response.writeHead(202, { 'transfer-encoding': 'chunked' }).flushHeaders();
        response.socket?.end('zz\r\n');
      },
    ],
  ])('that is detached is accepted at the head of a 202 whose body %s', async (_, listener) => {
    const { url } = await serve(listener);
    const invoke = createInvoke({ invokeUrl: url, functionId: xpIs('1') });
    const started = { type: 'detached', timeoutMs: 60_000 } as const;
    expect(await invoke('xp', '{}', started)).toEqual({ kind: 'accepted', body: '' });
  });

  it('that is detached is refused at the head of a 429 whose body never ends', async () => {
    const { url } = await serve((_, response) => {
      response.writeHead(429, { 'content-length': '5' }).flushHeaders();
    });
    const invoke = createInvoke({ invokeUrl: url, functionId: xpIs('1') });
    const outcome = await invoke('xp', '{}', { type: 'detached', timeoutMs: 60_000 });
    expect(outcome).toEqual({ kind: 'refused', reason: 'HTTP 429' });
  });

  it.each<[string, RequestListener]>([
    ['no answer in time', (_, response) => void response.writeHead(200).write('{', passLimit)],
    ['an answer that is too large', (_, response) => void response.end('x'.repeat(1_000_001))],
    [
      'connection: ECONNRESET',
      (_, response) => void response.writeHead(200).write('{', () => response.destroy()),
    ],
    ['connection: HPE_INVALID_CONSTANT', ({ socket }) => void socket.end('SSH-2.0-OpenSSH_9.2\r\n\r\n')],
  ])('synchronously is unknown where its answer is cut short: %s', async (reason, listener) => {
    const { url } = await serve(listener);
    const invoke = createInvoke({ invokeUrl: url, functionId: xpIs('1') });
    const isLate = reason === 'no answer in time';
    if (isLate) stopTime();
    const timeoutMs = isLate ? LIMIT_MS : 5000;
    expect(await invoke('xp', '{}', { type: 'sync', timeoutMs })).toEqual({ kind: 'unknown', reason });
  });

  it('carries what the signer adds, and is refused when signing fails or takes too long', async () => {
    const { url } = await serve((request, response) => {
      response.writeHead(request.headers.authorization === 'Signature x' ? 202 : 403).end();
    });
    const settings = { invokeUrl: url, functionId: xpIs('1') };
    const renew = async () => {};
    const signed = createInvoke({
      ...settings,
      signing: { sign: async ({ headers }) => ({ ...headers, authorization: 'Signature x' }), renew },
    });
    expect((await signed('xp', '{}', detached)).kind).toBe('accepted');
    const failing = createInvoke({
      ...settings,
      signing: { sign: async () => Promise.reject(new Error('no key')), renew },
    });
    expect((await failing('xp', '{}', detached)).kind).toBe('refused');
    const hanging = createInvoke({ ...settings, signing: { sign: () => new Promise(() => {}), renew } });
    expect((await hanging('xp', '{}', { type: 'detached', timeoutMs: 20 })).kind).toBe('refused');
  });

  describe('with credentials that OCI refuses', () => {
    async function arrange(renew: (renewed: () => void) => Promise<void>) {
      const seen: (string | undefined)[] = [];
      const { url } = await serve(async (request, response) => {
        for await (const _ of request);
        seen.push(request.headers.authorization);
        response
          .writeHead(request.headers.authorization === 'new' ? 202 : 401)
          .end('{"code":"NotAuthenticated"}');
      });
      let authorization = 'old';
      const invoke = createInvoke({
        invokeUrl: url,
        functionId: xpIs('1'),
        signing: {
          sign: async ({ headers }) => ({ ...headers, authorization }),
          renew: () =>
            renew(() => {
              authorization = 'new';
            }),
        },
      });
      return { invoke, seen };
    }

    it('is made once more with renewed ones', async () => {
      const { invoke, seen } = await arrange(async (renewed) => renewed());
      expect(await invoke('xp', '{}', detached)).toEqual({ kind: 'accepted', body: '' });
      expect(seen).toEqual(['old', 'new']);
    });

    it('is refused when the renewed ones are refused as well', async () => {
      const { invoke, seen } = await arrange(async () => {});
      expect(await invoke('xp', '{}', detached)).toEqual({ kind: 'refused', reason: 'HTTP 401' });
      expect(seen).toEqual(['old', 'old']);
    });

    it('is refused when renewing fails or takes too long', async () => {
      const failing = await arrange(() => Promise.reject(new Error('no token')));
      expect((await failing.invoke('xp', '{}', detached)).kind).toBe('refused');
      const hanging = await arrange(() => new Promise(() => {}));
      expect((await hanging.invoke('xp', '{}', { type: 'detached', timeoutMs: 40 })).kind).toBe('refused');
    });
  });
});

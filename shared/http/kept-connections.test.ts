import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createKeptConnections, NoExchangeError } from './kept-connections.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function listen(server: Server, protocol = 'http') {
  const sockets: Socket[] = [];
  server.on('connection', (socket: Socket) => sockets.push(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { origin: `${protocol}://127.0.0.1:${address.port}`, sockets };
}

const echo: RequestListener = async (request, response) => {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += chunk;
  const { method, url, headers } = request;
  response.end(JSON.stringify({ method, url, host: headers.host, x: headers['x-own'], body }));
};

function arrange(origin: string, tls?: { ca: string }) {
  const clock = { now: 1_000_000 };
  const connections = createKeptConnections({
    origin,
    maxBytes: 1_000_000,
    now: () => clock.now,
    ...(tls === undefined ? {} : { tls }),
  });
  const post = (body = '{}', headers: Record<string, string> = {}, path = '/a%2Fb') =>
    connections.post({ path, headers, body, deadline: clock.now + 5000 });
  return {
    clock,
    connections,
    post,
    json: async (body: string) => JSON.parse(String((await post(body)).body)),
  };
}

describe('a request', () => {
  it('arrives with method, path, headers and a body of any letters', async () => {
    const { origin } = await listen(createServer(echo));
    const { post } = arrange(origin);
    const { status, body } = await post('{"a":"ü🎩"}', { 'x-own': 'yes' });
    const host = new URL(origin).host;
    expect(status).toBe(200);
    expect(JSON.parse(String(body))).toEqual({
      method: 'POST',
      url: '/a%2Fb',
      host,
      x: 'yes',
      body: '{"a":"ü🎩"}',
    });
  });

  it('has the host and the length once, whatever headers a signer gave', async () => {
    const seen: string[][] = [];
    const { origin } = await listen(
      createServer((request, response) => {
        seen.push(request.rawHeaders.map((text) => text.toLowerCase()));
        response.end();
      }),
    );
    await arrange(origin).post('ü', { host: 'signed.test', 'content-length': '2' });
    expect(seen[0]).toEqual(['host', 'signed.test', 'content-length', '2']);
  });

  it.each([
    ['a header', () => arrange('http://127.0.0.1:1').post('', { x: 'a\r\nb: c' })],
    ['a path', () => arrange('http://127.0.0.1:1').post('', {}, '/a HTTP/1.1\r\nb: c')],
  ])('cannot be broken up by %s', async (_, post) => {
    await expect(post()).rejects.toThrow(TypeError);
  });

  it.skipIf(opensslMissing())(
    'goes over TLS to a server that proves its name, and to no other (needs openssl)',
    async () => {
      const { key, cert } = makeCertificate();
      const { origin, sockets } = await listen(createTlsServer({ key, cert }, echo), 'https');
      const { json } = arrange(origin, { ca: cert });
      expect(await json('first')).toMatchObject({ body: 'first' });
      expect(await json('second')).toMatchObject({ body: 'second' });
      expect(sockets).toHaveLength(1);
      const stranger = arrange(origin).post();
      await expect(stranger).rejects.toMatchObject({ sent: false, message: expect.stringContaining('CERT') });
    },
  );
});

describe('a connection', () => {
  it('is used again, also behind an answer in chunks', async () => {
    const { origin, sockets } = await listen(
      createServer((_, response) => {
        response.write('a');
        setImmediate(() => response.end('b'));
      }),
    );
    const { post } = arrange(origin);
    expect(String((await post()).body)).toBe('ab');
    expect(String((await post()).body)).toBe('ab');
    expect(sockets).toHaveLength(1);
  });

  it('is not used again after a pause, in which it may have died without a sign', async () => {
    const { origin, sockets } = await listen(createServer(echo));
    const { clock, post } = arrange(origin);
    await post();
    clock.now += 4001;
    await post();
    expect(sockets).toHaveLength(2);
  });

  it('is not used again when the other side closes it', async () => {
    const { origin, sockets } = await listen(
      createServer((_, response) => response.writeHead(202, { connection: 'close' }).end()),
    );
    const { post } = arrange(origin);
    await post();
    await post();
    expect(sockets).toHaveLength(2);
  });

  it('carries one request at a time; the next four stay for later', async () => {
    let waiting: (() => void)[] = [];
    const { origin, sockets } = await listen(
      createServer((_, response) => {
        waiting.push(() => response.end());
        if (waiting.length === 6) for (const end of waiting.splice(0)) end();
      }),
    );
    const { post } = arrange(origin);
    const all = () => Promise.all(Array.from({ length: 6 }, () => post()));
    await all();
    expect(sockets).toHaveLength(6);
    waiting = [];
    await all();
    expect(sockets).toHaveLength(8);
  });

  it('that the other side had given up costs one more attempt, on a new one', async () => {
    let requests = 0;
    const { origin, sockets } = await listen(
      createTcpServer((socket) => {
        let answered = false;
        socket.on('error', () => {});
        socket.on('data', () => {
          requests += 1;
          if (answered) return void socket.end();
          answered = true;
          socket.write('HTTP/1.1 202 Accepted\r\ncontent-length: 0\r\n\r\n');
        });
      }),
    );
    const { post } = arrange(origin);
    await post();
    expect((await post()).status).toBe(202);
    expect({ connections: sockets.length, requests }).toEqual({ connections: 2, requests: 3 });
  });

  it('that brings what nobody asked for is closed', async () => {
    const answer = 'HTTP/1.1 202 Accepted\r\ncontent-length: 0\r\n\r\n';
    const { origin, sockets } = await listen(
      createTcpServer((socket) => {
        socket.on('data', () => {
          socket.write(answer);
          if (sockets.length === 1)
            setTimeout(() => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n'), 5);
        });
      }),
    );
    const { post } = arrange(origin);
    await post();
    await new Promise((resolve) => sockets[0]?.once('close', resolve));
    expect((await post()).status).toBe(202);
    expect(sockets).toHaveLength(2);
  });
});

describe('no answer', () => {
  async function failureOf(answer: Promise<unknown>) {
    try {
      return await answer;
    } catch (error) {
      if (error instanceof NoExchangeError) return { sent: error.sent, reason: error.message };
      throw error;
    }
  }

  it('in time: the request may have been taken', async () => {
    let requests = 0;
    const { origin } = await listen(
      createServer((_, response) => {
        requests += 1;
        if (requests === 1) response.end();
      }),
    );
    const { connections, clock, post } = arrange(origin);
    await post();
    const late = connections.post({ path: '/', headers: {}, body: '{}', deadline: clock.now + 20 });
    expect(await failureOf(late)).toEqual({ sent: true, reason: 'no answer in time' });
  });

  it('because nobody listens: nothing was sent', async () => {
    expect(await failureOf(arrange('http://127.0.0.1:1').post())).toEqual({
      sent: false,
      reason: 'connection: ECONNREFUSED',
    });
  });

  it('because a new connection breaks: the request may have been taken, and is not sent again', async () => {
    const { origin, sockets } = await listen(createServer((request) => request.socket.destroy()));
    expect(await failureOf(arrange(origin).post())).toEqual({ sent: true, reason: 'connection: ECONNRESET' });
    expect(sockets).toHaveLength(1);
  });

  it.each([
    ['that breaks off', 'HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nx', 'an answer that breaks off'],
    ['of another protocol', 'SSH-2.0-OpenSSH_9.2\r\n\r\n', 'no answer of HTTP/1.1'],
  ])('but one %s', async (_, text, reason) => {
    const { origin } = await listen(
      createTcpServer((socket) => void socket.once('data', () => socket.end(text))),
    );
    expect(await failureOf(arrange(origin).post())).toEqual({ sent: true, reason });
  });
});

function opensslMissing(): boolean {
  try {
    execFileSync('openssl', ['version'], { stdio: 'ignore' });
    return false;
  } catch {
    return true;
  }
}

function makeCertificate(): { key: string; cert: string } {
  const directory = mkdtempSync(join(tmpdir(), 'clan-tls-'));
  const [key, cert] = [join(directory, 'key.pem'), join(directory, 'cert.pem')];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1', '-days', '2'];
  const algorithm = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  try {
    execFileSync('openssl', ['req', '-x509', ...algorithm, '-keyout', key, '-out', cert, ...subject], {
      stdio: 'ignore',
    });
    return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  } finally {
    rmSync(directory, { recursive: true });
  }
}

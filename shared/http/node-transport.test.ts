import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createLogger } from '../log/create-logger.ts';
import { createHttpClient, type HttpOptions } from './http-client.ts';
import { createNodeTransport } from './node-transport.ts';
import { readBytes } from './read-bytes.ts';
import type { Transport } from './transport.ts';

type Answer = (request: IncomingMessage, response: ServerResponse, body: string) => void;

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A server on this machine; counts the connections that were opened to it. */
async function serve(answer: Answer) {
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    answer(request, response, body);
  });
  let connections = 0;
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  closing.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => void server.close(resolve));
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { url: `http://127.0.0.1:${address.port}/a/b?c=d`, connections: () => connections };
}

async function text(transport: Transport, url: string, method = 'GET', body?: string): Promise<string> {
  const { signal } = new AbortController();
  const request = {
    method,
    headers: {},
    signal,
    redirect: 'manual',
    ...(body === undefined ? {} : { body }),
  } as const;
  return Buffer.from(await readBytes(await transport(url, request), 1000)).toString();
}
const http = (options: Partial<HttpOptions> = {}) =>
  createHttpClient({ log: createLogger({ level: 'none' }), sleep: async () => {}, ...options });
const request = (url: string) =>
  ({ method: 'GET', url, route: 'GET /a', bucket: 'a', repeatable: false }) as const;

describe('a request', () => {
  it('arrives with method, path, headers and a body of stated length', async () => {
    const { url } = await serve((asked, response, body) => {
      response.end(`${asked.method} ${asked.url} ${asked.headers['content-length']} ${body}`);
    });
    expect(await text(createNodeTransport(), url, 'PATCH', 'Wölfe')).toBe('PATCH /a/b?c=d 6 Wölfe');
  });

  it('goes where its own URL leads, however many others were called in between', async () => {
    const { url } = await serve((asked, response) =>
      response.end(`${asked.url} ${asked.headers.authorization}`),
    );
    const transport = createNodeTransport();
    const paths = Array.from({ length: 20 }, (_, number) => `/a%20b/${number}?c=${number}`);
    const asked = [...paths, ...paths.toReversed()];
    const answers: string[] = [];
    for (const path of asked) answers.push(await text(transport, new URL(path, url).href));
    expect(answers).toEqual(asked.map((path) => `${path} undefined`));
    const named = url.replace('127.0.0.1', 'wolf:secret@127.0.0.1');
    expect(await text(transport, named)).toBe('/a/b?c=d Basic d29sZjpzZWNyZXQ=');
  });

  it.each(['PUT', 'POST'])('of %s without a body says that it has none', async (method) => {
    const { url } = await serve((asked, response) => response.end(`${asked.headers['content-length']}`));
    expect(await text(createNodeTransport(), url, method)).toBe('0');
  });
});

describe('a connection', () => {
  it('is used again for the next call', async () => {
    const { url, connections } = await serve((_, response) => response.end('x'));
    const transport = createNodeTransport();
    await text(transport, url);
    await text(transport, url);
    expect(connections()).toBe(1);
  });

  it('is not used again after a pause, in which it may have died', async () => {
    const { url, connections } = await serve((_, response) => response.end('x'));
    let time = 0;
    const transport = createNodeTransport(() => time);
    await text(transport, url);
    time += 5000;
    await text(transport, url);
    expect(connections()).toBe(2);
  });
});

describe('a failed connection', () => {
  it('tells that nothing was sent where nobody listens', async () => {
    await expect(text(createNodeTransport(), 'http://127.0.0.1:1/')).rejects.toMatchObject({
      sent: false,
      wasKept: false,
      cause: { code: 'ECONNREFUSED' },
    });
  });

  it('tells that the request may have been taken where it broke afterwards', async () => {
    const { url } = await serve((asked) => asked.socket.destroy());
    await expect(text(createNodeTransport(), url)).rejects.toMatchObject({ sent: true, wasKept: false });
  });

  it('tells when it had been kept, and takes the other kept ones with it', async () => {
    let gone = false;
    let waiting: (() => void)[] = [];
    const { url, connections } = await serve((asked, response) => {
      if (gone) return void asked.socket.destroy();
      waiting.push(() => response.end('x'));
      if (waiting.length === 2) for (const end of waiting.splice(0)) end();
    });
    const transport = createNodeTransport();
    await Promise.all([text(transport, url), text(transport, url)]);
    gone = true;
    await expect(text(transport, url)).rejects.toMatchObject({ sent: true, wasKept: true });
    gone = false;
    waiting = [() => {}];
    await text(transport, url);
    expect(connections()).toBe(3);
  });

  it.skipIf(opensslMissing())(
    'with a server that cannot prove its name gets nothing sent (needs openssl)',
    async () => {
      const requests: string[] = [];
      const server = createTlsServer(makeCertificate(), (asked, response) => {
        requests.push(asked.url ?? '');
        response.end();
      });
      await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
      closing.push(async () => {
        server.closeAllConnections();
        await new Promise((resolve) => void server.close(resolve));
      });
      const address = server.address();
      const port = typeof address === 'object' ? address?.port : undefined;
      await expect(text(createNodeTransport(), `https://127.0.0.1:${port}/`)).rejects.toMatchObject({
        sent: false,
        cause: { code: expect.stringContaining('CERT') },
      });
      expect(requests).toEqual([]);
    },
  );
});

describe('through the client', () => {
  it('an answer comes with status and headers, and a redirect as it is', async () => {
    const { url } = await serve((_, response) => {
      response.writeHead(302, {
        location: 'http://elsewhere.test',
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': '2',
      });
      response.end('moved');
    });
    const answer = await http().send(request(url));
    expect([answer.status, answer.waitMs, Buffer.from(answer.bytes).toString()]).toEqual([
      302,
      2000,
      'moved',
    ]);
  });

  it('an answer that never comes, or never ends, is given up in time', async () => {
    const silent = await serve(() => undefined);
    const limit = { timeoutMs: 30 };
    await expect(http(limit).send(request(silent.url))).rejects.toThrow('it took longer than 30 ms');
    const endless = await serve((_, response) => {
      response.writeHead(200);
      response.write('x');
    });
    await expect(http(limit).send(request(endless.url))).rejects.toThrow('it took longer than 30 ms');
  });

  it('an answer that breaks off is no answer', async () => {
    const { url } = await serve((_, response) => {
      response.writeHead(200, { 'content-length': '10' });
      response.write('x', () => response.destroy());
    });
    await expect(http().send(request(url))).rejects.toThrow('the connection failed');
  });

  it('an answer that is too long is not read to its end', async () => {
    const { url } = await serve((_, response) => response.end('x'.repeat(5_000_000)));
    await expect(http().send({ ...request(url), maxBytes: 1000 })).rejects.toThrow('longer than 1000 bytes');
  });

  it('a service that is not there is tried again, since nothing was sent', async () => {
    const waits: number[] = [];
    const sleep = async (ms: number) => void waits.push(ms);
    const gone = http({ sleep, random: () => 0 }).send(request('http://127.0.0.1:1/'));
    await expect(gone).rejects.toThrow('(ECONNREFUSED)');
    expect(waits).toHaveLength(4);
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

import { createServer, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswer } from './read-answer.ts';

const LIMIT = 1000;
const read = (text: string | Buffer, closed = false, maxBytes = LIMIT) => {
  const answer = readAnswer(Buffer.from(text), { closed, maxBytes });
  return answer === undefined ? undefined : { ...answer, body: answer.body.toString('utf8') };
};

describe('an answer', () => {
  it.each([
    ['with a length', 'HTTP/1.1 202 Accepted\r\nContent-Length: 5\r\n\r\nhello', 202, 'hello'],
    ['of no length', 'HTTP/1.1 202 Accepted\r\ncontent-length:0\r\n\r\n', 202, ''],
    ['that may hold none', 'HTTP/1.1 204 No Content\r\nx: y\r\n\r\n', 204, ''],
    ['without a reason', 'HTTP/1.1 200\r\nContent-Length: 2\r\n\r\nok', 200, 'ok'],
    [
      'in chunks',
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n3\r\nabc\r\nA;x=y\r\n0123456789\r\n0\r\n\r\n',
      200,
      'abc0123456789',
    ],
    [
      'in chunks with trailers',
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\nx: y\r\nz: 0\r\n\r\n',
      200,
      'a',
    ],
    [
      'behind a provisional one',
      'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\na',
      200,
      'a',
    ],
    ['of other letters', 'HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nüöä', 200, 'üöä'],
  ])('%s is read, and not before it is whole', (_, text, status, body) => {
    const bytes = Buffer.from(text);
    expect(read(bytes)).toEqual({ status, body, reusable: true });
    for (let length = 0; length < bytes.length; length += 1) {
      expect(read(bytes.subarray(0, length))).toBeUndefined();
      expect(() => read(bytes.subarray(0, length), true)).toThrow('breaks off');
    }
  });

  it('without a length ends where the connection does', () => {
    const text = 'HTTP/1.1 200 OK\r\n\r\nall of it';
    expect(read(text)).toBeUndefined();
    expect(read(text, true)).toEqual({ status: 200, body: 'all of it', reusable: false });
  });

  it.each([
    ['says that it closes', 'HTTP/1.1 200 OK\r\nConnection: Close\r\nContent-Length: 1\r\n\r\na'],
    ['is of HTTP/1.0', 'HTTP/1.0 200 OK\r\nContent-Length: 1\r\n\r\na'],
    ['has more behind it', 'HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\naHTTP/1.1 200 OK\r\n'],
  ])('that %s is the last one of its connection', (_, text) => {
    expect(read(text)).toEqual({ status: 200, body: 'a', reusable: false });
  });
});

describe('what is refused', () => {
  it.each([
    ['another protocol', 'SSH-2.0-OpenSSH_9.2\r\n\r\n', 'no answer of HTTP/1.1'],
    ['another version', 'HTTP/2 200 OK\r\n\r\n', 'no answer of HTTP/1.1'],
    ['a status that is none', 'HTTP/1.1 20 OK\r\n\r\n', 'no answer of HTTP/1.1'],
    ['a header without a name', 'HTTP/1.1 200 OK\r\n: x\r\n\r\n', 'broken header'],
    ['a folded header', 'HTTP/1.1 200 OK\r\na: b\r\n c\r\n\r\n', 'broken header'],
    [
      'two lengths',
      'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
      'uncertain length',
    ],
    ['a length that is none', 'HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n', 'uncertain length'],
    [
      'a length and chunks',
      'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      'uncertain length',
    ],
    ['a coding', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n', 'unknown coding'],
    ['a chunk of no size', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n', 'broken chunk'],
    [
      'a chunk that is longer than it says',
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n',
      'broken chunk',
    ],
    ['a body that is too large', `HTTP/1.1 200 OK\r\nContent-Length: ${LIMIT + 1}\r\n\r\n`, 'too large'],
    [
      'chunks that are too large',
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffff\r\n',
      'too large',
    ],
    ['an endless body', `HTTP/1.1 200 OK\r\n\r\n${'x'.repeat(LIMIT + 1)}`, 'too large'],
    ['an endless head', `HTTP/1.1 200 OK\r\n${'a: b\r\n'.repeat(3000)}`, 'too long'],
  ])('%s', (_, text, message) => {
    expect(() => read(text)).toThrow(message);
  });

  it('is refused in words, whatever came', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('', 'HTTP/1.1 200 OK\r\n', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n'),
        fc.string({ unit: fc.constantFrom('a', '1', 'F', ':', ' ', ';', '\r', '\n', '\r\n', '\u0000') }),
        fc.boolean(),
        (before, text, closed) => {
          try {
            const answer = read(before + text, closed);
            expect(answer === undefined || !closed || answer.status === 200).toBe(true);
          } catch (error) {
            expect(error).toMatchObject({ name: 'AnswerFormError' });
          }
        },
      ),
    );
  });
});

describe('what Node.js answers', () => {
  it('is read as it was written, however it was', async () => {
    let next: (response: ServerResponse) => void = () => {};
    const server = createServer((_, response) => next(response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const raw = (): Promise<Buffer> =>
      new Promise((resolve, reject) => {
        const chunks: Buffer[] = [];
        const socket = connect({ port, host: '127.0.0.1' });
        socket.on('data', (chunk) => chunks.push(chunk));
        socket.on('end', () => resolve(Buffer.concat(chunks)));
        socket.on('error', reject);
        socket.write('POST / HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
      });
    try {
      await fc.assert(
        fc.asyncProperty(
          fc.integer({ min: 200, max: 599 }).filter((status) => status !== 204 && status !== 304),
          fc.array(fc.string({ maxLength: 40 }), { maxLength: 4 }),
          fc.boolean(),
          async (status, parts, withLength) => {
            const whole = parts.join('');
            next = (response) => {
              const length = { 'content-length': Buffer.byteLength(whole) };
              response.writeHead(status, withLength ? length : {});
              for (const part of parts) response.write(part);
              response.end();
            };
            const answer = readAnswer(await raw(), { closed: true, maxBytes: LIMIT });
            expect(answer).toMatchObject({ status, body: Buffer.from(whole) });
          },
        ),
        { numRuns: 60 },
      );
    } finally {
      server.close();
    }
  });
});

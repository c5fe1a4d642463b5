import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeServer, listen } from './listen.ts';
import { readRequestBytes } from './read-request-bytes.ts';

const server = createServer(async (incoming, outgoing) => {
  const body = await readRequestBytes(incoming, 1_000_000);
  outgoing.end(JSON.stringify({ read: body?.length ?? 'too large', complete: incoming.complete }));
});
let url: string;
beforeAll(async () => {
  url = `http://127.0.0.1:${await listen(server, 0, '127.0.0.1')}`;
});
afterAll(() => closeServer(server));

async function send(body: string | ReadableStream): Promise<unknown> {
  const response = await fetch(url, { method: 'POST', body, duplex: 'half' });
  return response.json();
}

it('gives a body that is as large as it may be', async () => {
  expect(await send('x'.repeat(1_000_000))).toEqual({ read: 1_000_000, complete: true });
});

it('takes a larger one to its end, so that its sender is there for the answer', async () => {
  const large = 'x'.repeat(1_000_001);
  const announced = send(large);
  const inPieces = send(new Blob([large]).stream());
  expect(await announced).toEqual({ read: 'too large', complete: true });
  expect(await inPieces).toEqual({ read: 'too large', complete: true });
});

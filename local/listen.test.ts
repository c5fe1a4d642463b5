import { createServer } from 'node:http';
import { expect, it } from 'vitest';
import { closeServer, ListenError, listen } from './listen.ts';

it('a port that is taken and an address of another machine are refused with what to set', async () => {
  const first = createServer();
  const port = await listen(first, 0, '127.0.0.1');
  await expect(listen(createServer(), port, '127.0.0.1')).rejects.toThrow(
    `Port ${port} of 127.0.0.1 is taken by another program. Stop it, or set PORT.`,
  );
  // TEST-NET-1 (RFC 5737): nobody's.
  const elsewhere = listen(createServer(), 0, '192.0.2.1');
  await expect(elsewhere).rejects.toBeInstanceOf(ListenError);
  await expect(elsewhere).rejects.toThrow('HOST: 192.0.2.1 is no address of this machine.');
  await closeServer(first);
});

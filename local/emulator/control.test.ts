import { expect, it } from 'vitest';
import { createControl } from './control.ts';

const control = createControl({ 'POST /emulator/faults': () => ({ status: 200, json: {} }) });
const ask = async (headers: Record<string, string>) => {
  const request = { method: 'POST', path: '/emulator/faults', query: new URLSearchParams() };
  return (await control({ ...request, headers, body: Buffer.alloc(0) })).status;
};

it.each<Record<string, string>>([
  {},
  { host: 'evil.test:4000' },
  { host: '127.0.0.1.evil.test:4000' },
  { host: '127.0.0.1:4000', origin: 'http://evil.test' },
  { host: '127.0.0.1:4000', origin: 'https://localhost.evil.test' },
  { host: '127.0.0.1:4000', origin: 'null' },
])('an emulator is not controlled by a page of another site, or under another name: %j', async (headers) => {
  expect(await ask(headers)).toBe(403);
});

it('an emulator is controlled by programs of this machine and its own page', async () => {
  expect(await ask({ host: '127.0.0.1:4000' })).toBe(200);
  expect(await ask({ host: 'localhost:4000', origin: 'http://127.0.0.1:8787' })).toBe(200);
});

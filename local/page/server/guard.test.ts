import { expect, it } from 'vitest';
import { isLoopback } from './guard.ts';

it.each(['127.0.0.1', '127.0.0.2', 'localhost', '::1'])('%s is reached from this machine only', (host) => {
  expect(isLoopback(host)).toBe(true);
});

it.each(['0.0.0.0', '::', '192.168.1.2', '127.0.0.1.evil.test', 'localhost.evil.test'])(
  '%s is reached from elsewhere, so the page is not there',
  (host) => {
    expect(isLoopback(host)).toBe(false);
  },
);

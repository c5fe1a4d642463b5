import { describe, expect, it } from 'vitest';
import { createLogger, type LoggerOptions } from './create-logger.ts';
import { Secrets } from './secrets.ts';

function setUp(options: LoggerOptions = {}) {
  const lines: string[] = [];
  const log = createLogger({ now: () => 0, write: (line) => lines.push(line), ...options });
  return { log, lines, last: () => JSON.parse(lines.at(-1) ?? '{}') };
}

describe('a log line', () => {
  it('is one line of JSON with time, level, message and fields', () => {
    const { log, lines } = setUp();
    log.with({ clan: 'tophat' }).info('Two\nlines', { ms: 3 });
    expect(lines).toEqual([
      '{"time":"1970-01-01T00:00:00.000Z","level":"info","message":"Two\\nlines","clan":"tophat","ms":3}',
    ]);
  });

  it('is left out below the chosen level', () => {
    const { log, lines } = setUp({ level: 'warning' });
    log.info('no');
    log.critical('yes');
    expect(lines).toHaveLength(1);
  });

  it('goes to the second listener whatever the level is', () => {
    const heard: string[] = [];
    const { log, lines } = setUp({
      level: 'none',
      onLine: ({ level, message }) => heard.push(`${level} ${message}`),
    });
    log.with({ a: 1 }).warning('low');
    expect(heard).toEqual(['warning low']);
    expect(lines).toEqual([]);
  });

  it('never fails on odd values', () => {
    const { log, last } = setUp();
    const circle: Record<string, unknown> = {
      big: 12n,
      nan: Number.NaN,
      when: new Date(Number.NaN),
      run: () => 1,
      set: new Set([1]),
      get bad() {
        throw new Error('no');
      },
    };
    circle['self'] = circle;
    log.info('odd', { circle, bytes: new Uint8Array(3) });
    expect(last().circle).toMatchObject({
      big: '12',
      nan: 'NaN',
      when: 'invalid date',
      run: '[function]',
      set: [1],
    });
    expect(last().circle.bad).toBe('[unreadable]');
    expect(last().bytes).toBe('[3 bytes]');
  });

  it('shows an error with its codes, stack and cause', () => {
    const { log, last } = setUp();
    const error = Object.assign(new Error('outer', { cause: new TypeError('inner') }), { code: 'busy' });
    log.error('failed', { error });
    expect(last().error).toMatchObject({
      name: 'Error',
      message: 'outer',
      code: 'busy',
      cause: { message: 'inner' },
    });
    expect(last().error.stack).toContain('at ');
  });
});

describe('a secret', () => {
  const botToken = `${'MTEwMDAwMDAwMDAwMDAwMDAwMQ'}.GaBcDe.${'x'.repeat(38)}`;
  const interactionToken = `aW50ZXJhY3Rpb246${'Q'.repeat(120)}`;

  it('that is known is removed from message, fields, errors and causes', () => {
    const secrets = new Secrets('hunter2hunter2');
    const { log, lines } = setUp({ secrets });
    const cause = new Error('with hunter2hunter2');
    log.error('has hunter2hunter2', {
      deep: [{ x: 'hunter2hunter2' }],
      error: new Error('hunter2hunter2', { cause }),
    });
    expect(lines.join()).not.toContain('hunter2');
    secrets.add('later-secret');
    log.with({ x: 1 }).info('later-secret');
    expect(lines.join()).not.toContain('later-secret');
  });

  it('that looks like one is removed without being known', () => {
    const { log, lines } = setUp();
    log.info(`token ${botToken}`, {
      url: `https://discord.com/api/v10/webhooks/1100000000000000001/${interactionToken}/messages/@original`,
      other: `/webhooks/1100000000000000001/any-text-here/messages/@original`,
      header: 'Bot abcdefghijklmnopqrstuvwxyz',
    });
    const text = lines.join();
    expect(text).not.toContain('GaBcDe');
    expect(text).not.toContain('QQQQ');
    expect(text).not.toContain('any-text-here');
    expect(text).not.toContain('abcdefghijkl');
    expect(text).toContain('/messages/@original');
  });

  it.each([
    ['aW50ZXJhY3Rpb246Q', '[redacted]'],
    ['Bot abcdefghijklmnopqrst', 'Bot [redacted]'],
    ['/webhooks/11000000000000000/x', '/webhooks/11000000000000000/[redacted]'],
    ['a/b@', 'a/[redacted]@'],
    ['password=x', 'password=[redacted]'],
  ])('of the shortest form is removed: %s', (text, clean) => {
    expect(new Secrets().remove(text)).toBe(clean);
  });

  it.each([
    ['clan_bot/Hunter2x@db.example:1521/pdb', 'clan_bot/[redacted]@db.example:1521/pdb'],
    ['ORA-01017: clan_bot/"Hunter2x y"@//db', 'ORA-01017: clan_bot/[redacted]@//db'],
    ['a/Hunter2x@b', 'a/[redacted]@b'],
    ['(SECURITY=(PASSWORD=Hunter2x)(USER=a))', '(SECURITY=(PASSWORD=[redacted])(USER=a))'],
    ['(my_wallet_password = "Hunter2x")', '(my_wallet_password = [redacted])'],
    ['tcps://db:2484/pdb?wallet_password=Hunter2x&a=1', 'tcps://db:2484/pdb?wallet_password=[redacted]&a=1'],
  ])('in a connect string is removed: %s', (text, clean) => {
    expect(new Secrets().remove(text)).toBe(clean);
  });

  it.each([
    'npm i @scope/name@1.2.3',
    '/webhooks/{token}/messages/@original',
    'https://registry.test/team/clan-bot@sha256:0af',
    'a password is missing: set ORACLE_PASSWORD',
  ])('is not seen where there is none: %s', (text) => {
    expect(new Secrets().remove(text)).toBe(text);
  });

  it('is removed by the name of its field', () => {
    const { log, last } = setUp();
    log.info('x', { botToken: 'short', nested: { 'x-api-key': 'k', password: 'p', name: 'n' } });
    expect(last()).toMatchObject({
      botToken: '[redacted]',
      nested: { 'x-api-key': '[redacted]', password: '[redacted]', name: 'n' },
    });
  });

  it('is remembered in a bounded number', () => {
    const secrets = new Secrets('the-first-secret');
    for (let count = 0; count < 600; count += 1) secrets.add(`secret-number-${count}`);
    expect(secrets.remove('the-first-secret secret-number-599')).toBe('the-first-secret [redacted]');
  });
});

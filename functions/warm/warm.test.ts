import { expect, it } from 'vitest';
import type { JobCall } from '../../shared/fn/job.ts';
import { createLogger } from '../../shared/log/create-logger.ts';
import { parseEnvironment } from '../../shared/platform/environment.ts';
import type { Invoke } from '../../shared/platform/invoke.ts';
import { warm } from './warm.ts';

const refused = () => Promise.reject(new Error('a warm-up reads no clan'));

function call(invoke: Invoke, lines: string[]): JobCall {
  return {
    job: 'warm',
    clan: undefined,
    body: {},
    environment: parseEnvironment({
      CLANS_DIR: '/c',
      FUNCTION_IDS: '{"xp":"1","points":"2","sync-ranks":"3"}',
    }),
    registry: { identity: refused, record: refused, recordOfClan: refused, identities: refused },
    openClan: refused,
    deliver: refused,
    invoke,
    log: createLogger({ write: (line) => void lines.push(line) }),
    now: () => 0,
    sleep: async () => undefined,
    random: () => 0,
    deadline: 1,
  };
}

it('warms each command function it may call, and goes on when one is refused', async () => {
  const sent: unknown[] = [];
  const lines: string[] = [];
  const invoke: Invoke = async (name, body, { type }) => {
    sent.push([name, body, type]);
    return name === 'xp' ? { kind: 'refused', reason: 'HTTP 429' } : { kind: 'accepted', body: '' };
  };
  expect(await warm(['xp', 'points', 'unknown'])(call(invoke, lines))).toEqual({ warmed: 1, of: 2 });
  expect(sent).toEqual([
    ['xp', '{"warm":true}', 'detached'],
    ['points', '{"warm":true}', 'detached'],
  ]);
  expect(lines.join()).toContain('HTTP 429');
});

import { expect, it } from 'vitest';
import { retry } from './retry.ts';

function failing(times: number) {
  let calls = 0;
  return async () => {
    calls += 1;
    if (calls <= times) throw new Error(`failure ${calls}`);
    return calls;
  };
}
const slept: number[] = [];
const sleep = async (ms: number) => {
  slept.push(ms);
};

it('runs again after the pause of the policy, until it works', async () => {
  expect(await retry(failing(2), { pauseAfter: (_, attempt) => attempt * 10, sleep })).toBe(3);
  expect(slept).toEqual([10, 20]);
});

it('throws what the policy lets pass, and what it throws itself', async () => {
  const twice = { pauseAfter: (_: unknown, attempt: number) => (attempt < 2 ? 1 : undefined), sleep };
  await expect(retry(failing(9), twice)).rejects.toThrow('failure 2');
  const pauseAfter = () => {
    throw new Error('no time left');
  };
  await expect(retry(failing(1), { pauseAfter, sleep })).rejects.toThrow('no time left');
});

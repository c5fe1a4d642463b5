import { describe, expect, it } from 'vitest';
import { Progress } from './progress.ts';

function shown(isTTY: boolean, total: number | undefined, steps: readonly number[]): string[] {
  const written: string[] = [];
  const progress = new Progress({ isTTY, write: (text) => void written.push(text) }, 'members', total);
  for (const done of steps) progress.step(done);
  progress.end();
  return written;
}

describe('progress', () => {
  it('is one line with a bar on a terminal, drawn again', () => {
    expect(shown(true, 2000, [0, 500, 501, 2000])).toEqual([
      `\r\u001b[2Kmembers [${'-'.repeat(30)}] 0 of 2,000`,
      `\r\u001b[2Kmembers [${'#'.repeat(8)}${'-'.repeat(22)}] 500 of 2,000`,
      `\r\u001b[2Kmembers [${'#'.repeat(30)}] 2,000 of 2,000`,
      '\n',
    ]);
  });

  it('is a plain line at each tenth elsewhere, so that a log of 100,000 stays short', () => {
    const steps = Array.from({ length: 201 }, (_, index) => index * 500);
    const lines = shown(false, 100_000, steps);
    expect(lines).toHaveLength(10);
    expect(lines[0]).toBe('members: 10,000 of 100,000\n');
    expect(lines.at(-1)).toBe('members: 100,000 of 100,000\n');
  });

  it('shows counts alone where the total is not known', () => {
    expect(shown(true, undefined, [500])).toEqual(['\r\u001b[2Kmembers: 500', '\n']);
    expect(shown(false, undefined, [500, 10_500])).toEqual(['members: 10,500\n']);
  });

  it('says nothing where there is nothing to do', () => {
    expect(shown(false, 0, [])).toEqual([]);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startSchedule, untilNext } from './schedule.ts';

const HOUR = 3_600_000;
const NOON = Date.UTC(2026, 10, 18, 12);

beforeEach(() => {
  vi.useFakeTimers({ now: NOON });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the hourly schedule', () => {
  it('runs the sync of each clan once an hour, each at a minute of its own', () => {
    const runs: { clan: string; minute: number }[] = [];
    const callDetached = async (_: string, body: Buffer) => {
      const { clan }: { clan: string } = JSON.parse(body.toString());
      runs.push({ clan, minute: new Date(Date.now()).getUTCMinutes() });
    };
    const clans = ['tophat', 'graves_family'];
    const stop = startSchedule({
      isServed: () => true,
      clans,
      now: Date.now,
      agent: { callDetached },
      show: () => {},
    });
    vi.advanceTimersByTime(3 * HOUR);
    stop();
    vi.advanceTimersByTime(3 * HOUR);
    for (const clan of clans) {
      const minutes = runs.filter((run) => run.clan === clan).map((run) => run.minute);
      expect(minutes).toHaveLength(3);
      expect(new Set(minutes).size).toBe(1);
    }
  });

  it('goes on after a run that could not be started', async () => {
    const shown: string[] = [];
    const callDetached = async () => {
      throw new Error('too much to do');
    };
    const stop = startSchedule({
      isServed: () => true,
      clans: ['tophat'],
      now: Date.now,
      agent: { callDetached },
      show: (line) => shown.push(line),
    });
    await vi.advanceTimersByTimeAsync(2 * HOUR);
    stop();
    expect(shown).toEqual(Array(2).fill('tophat: sync-ranks did not run: too much to do'));
  });

  it('never waits longer than an hour', () => {
    for (let minute = 0; minute < 60; minute += 1) {
      const wait = untilNext('tophat', NOON + minute * 60_000);
      expect(wait).toBeGreaterThan(0);
      expect(wait).toBeLessThanOrEqual(HOUR);
    }
  });
});

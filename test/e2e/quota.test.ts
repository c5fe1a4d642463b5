import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql } from '../../shared/database/database.ts';
import { startTestPlatform, type TestPlatform } from '../platform/start-platform.ts';

const SET_LONG_AGO = sql`UPDATE quotas SET first_week = 'w2026-01-05'`;
let platform: TestPlatform;

beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

const reports = () =>
  platform.discord.messages('tophat', 'admin').filter(({ text }) => text.includes('Quota · week from'));

it('a quota is set, shown, reported once with a file, and somebody is excused from its list', async () => {
  const set = await platform.command('admin', 'quota set', { points: 1000 });
  expect(set.text).toMatch(/1,000 points a week[\s\S]*counts from the week/);
  await (await platform.database()).execute(SET_LONG_AGO);
  expect((await platform.command('wolf', 'quota show')).text).toMatch(/of 1,000 points/);
  expect((await platform.command('officer', 'quota show')).text).toMatch(/below/);
  expect((await platform.command('wolf', 'quota set', { points: 1 })).text).toContain('admin');

  await platform.runJob('sync-ranks', 'tophat');
  await platform.runJob('sync-ranks', 'tophat');
  expect(reports().map(({ text }) => /week from ([\d-]+)/.exec(text)?.[1])).toHaveLength(4);
  expect(new Set(reports().map(({ text }) => /week from ([\d-]+)/.exec(text)?.[1])).size).toBe(4);

  const excused = await platform.command('officer', 'quota excuse', { member: 'wolf', reason: 'Exams' });
  expect(excused.text).toMatch(/is excused[\s\S]*✅ Admin channel/);
  expect((await platform.command('wolf', 'quota show')).text).toContain('excused: Exams');
});

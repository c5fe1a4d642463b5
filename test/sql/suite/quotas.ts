import { expect, it } from 'vitest';
import { rememberedMessage, rememberMessage } from '../../../shared/effects/remembered-message.ts';
import { createLogger } from '../../../shared/log/create-logger.ts';
import { excuse, excuseAll } from '../../../shared/quota/excuses.ts';
import { judgeWeek } from '../../../shared/quota/judge-week.ts';
import { addQuota, closeQuota, type Quota, quotasSince } from '../../../shared/quota/quota.ts';
import { weekAt } from '../../../shared/quota/week.ts';
import { postReports, waitingReports } from '../../../shared/quota/weekly-report.ts';
import { NOON, person, TEST_SETTINGS } from '../../support/clan.ts';
import { TEST_IDENTITY } from '../../support/identity.ts';
import type { Store } from './store.ts';

const [WOLF, FOX] = [person(1), person(2)];
const WEEK_MS = 7 * 86_400_000;
const WEEK = weekAt(NOON, 'UTC');
const BY = { actorId: person(9), now: NOON };
const QUOTA: Quota = {
  id: 'q1',
  amount: 5,
  counted: 'points',
  fromId: null,
  toId: null,
  category: 'Ränge',
  firstWeek: WEEK.key,
  lastWeek: null,
};

export function quotaCases(store: Store): void {
  it('a quota is one for a span, counts from its first to its last week, and ends once', async () => {
    await addQuota(store.db, QUOTA, BY);
    const second = store.db.transaction((tx) =>
      addQuota(tx, { ...QUOTA, id: 'q2' }, BY).catch((error: unknown) => error),
    );
    await expect(second).resolves.toMatchObject({ name: 'ConflictError' });
    expect(await quotasSince(store.db, WEEK.key)).toEqual([QUOTA]);
    const before = weekAt(NOON, 'UTC', 1).key;
    expect(await closeQuota(store.db, 'q1', before, BY)).toBe(true);
    expect(await closeQuota(store.db, 'q1', before, BY)).toBe(false);
    expect(await quotasSince(store.db, WEEK.key)).toEqual([]);
  });

  it('members are judged by the week, and excuses are kept once', async () => {
    for (const discordId of [WOLF, FOX]) await store.clan.seed({ discordId, joinedAt: NOON - WEEK_MS });
    const wanted = { week: WEEK, ranks: store.clan.ranks, quotas: [{ ...QUOTA, category: null }] };
    expect((await judgeWeek(store.db, wanted)).map(({ outcome }) => outcome)).toEqual(['below', 'below']);
    const given = { weekKey: WEEK.key, reason: 'krank 🐺', ...BY };
    await excuse(store.db, WOLF, { ...given, reason: null });
    await excuse(store.db, WOLF, given);
    expect(await excuseAll(store.db, [WOLF, FOX], { ...given, reason: null })).toBe(1);
    expect(await judgeWeek(store.db, { ...wanted, memberId: WOLF })).toMatchObject([
      { memberId: WOLF, outcome: 'excused', reason: 'krank 🐺', done: 0 },
    ]);
  });

  it('a report is written down with its message, and waits where there is no channel', async () => {
    await store.clan.seed({ discordId: WOLF, joinedAt: NOON - WEEK_MS });
    await addQuota(store.db, { ...QUOTA, category: null }, BY);
    const log = createLogger({ write: () => undefined, now: () => NOON });
    let random = 0;
    const at = (now: number, channels: Partial<typeof TEST_SETTINGS.channels> = {}) =>
      postReports(
        {
          ...{ db: store.db, log, clan: TEST_IDENTITY, now: () => now },
          settings: { ...TEST_SETTINGS, channels: { ...TEST_SETTINGS.channels, ...channels } },
          discord: {
            channel: async (id) => ({ id, name: id, guildId: TEST_IDENTITY.guildId, overwrites: [] }),
          },
          random: () => {
            random += 0.01;
            return random;
          },
        },
        now + 60_000,
      );
    expect(await at(NOON + WEEK_MS, { admin: null })).toBe(0);
    expect(await waitingReports(store.db)).toEqual([WEEK.monday]);
    expect(await at(NOON + WEEK_MS)).toBe(1);
    const of = { table: 'quota_reports', id: WEEK.key } as const;
    await rememberMessage(store.db, of, { channelId: '1', messageId: '2', attachmentId: undefined });
    expect(await rememberedMessage(store.db, of)).toEqual({ channelId: '1', messageId: '2' });
    expect(await at(NOON + WEEK_MS)).toBe(0);
    expect(await waitingReports(store.db)).toEqual([]);
  });
}

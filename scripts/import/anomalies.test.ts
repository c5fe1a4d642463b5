import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Database, sql } from '../../shared/database/database.ts';
import { findEvent, participantsOf } from '../../shared/events/event.ts';
import { findMember } from '../../shared/members/member.ts';
import { ledgerDifferences } from '../../shared/points/ledger-differences.ts';
import { listRanks } from '../../shared/ranks/rank.ts';
import { type OldData, type OldRow, oldDatabase, oldId, removeOld } from '../../test/support/old-bot.ts';
import {
  compared,
  countAll,
  emptyClan,
  type Imported,
  importOld,
  robloxWith,
} from '../../test/support/old-import.ts';
import { Anomalies, type AnomalyKind } from './anomalies.ts';
import { ImportError } from './import-error.ts';

let db: Database;
const paths: string[] = [];
beforeEach(async () => {
  db = await emptyClan();
});
afterEach(async () => {
  await db.close();
  for (const path of paths.splice(0)) removeOld(path);
});

function old(data: OldData): string {
  const path = oldDatabase(data);
  paths.push(path);
  return path;
}

const id = (number: number) => String(oldId(number));
const rank = (order: number, more: OldRow = {}): OldRow => ({
  rank_order: order,
  rank_name: `Rank ${order}`,
  points_required: 5,
  roblox_group_rank_id: order,
  admin_only: 0,
  ...more,
});
const nameOfRank = async (rankId: string | undefined) =>
  (await listRanks(db)).find((each) => each.id === rankId)?.name;

/** Each kind: old data that has it once, what stands in its line, and what was done. */
const CASES: Partial<
  Record<AnomalyKind, [data: OldData, line: RegExp, done?: (report: Imported) => Promise<void>]>
> = {
  'member-id': [
    { members: [{ discord_id: 42, points: 5, total_points: 6 }, {}] },
    /member 42 \(Wolf_0\): 5 points/,
    async (report) => {
      expect(compared(report, 'members')).toEqual([2, 1]);
      expect(compared(report, 'points')).toEqual([7, 2]);
    },
  ],
  'member-time': [
    { members: [{ created_at: 'last summer' }] },
    /last summer/,
    async () => expect(await findMember(db, id(0))).toMatchObject({ joinedAt: Date.UTC(2026, 10, 18, 12) }),
  ],
  'negative-points': [
    { members: [{ points: -5, total_points: 20 }] },
    /points -5, 0 taken/,
    async (report) => {
      expect(compared(report, 'points')).toEqual([-5, 0]);
      expect(await findMember(db, id(0))).toMatchObject({ points: 0, totalPoints: 20 });
    },
  ],
  'odd-points': [
    { members: [{ points: 7.5 }] },
    /points 7.5, 7 taken/,
    async (report) => expect(compared(report, 'points')).toEqual([7.5, 7]),
  ],
  'beyond-points': [
    { members: [{ points: 7 }, { points: '9223372036854775807', total_points: 1 }] },
    /Wolf_1.*9223372036854775807 points/,
    async (report) => {
      expect(compared(report, 'members')).toEqual([2, 1]);
      expect(compared(report, 'points')).toEqual([7, 7]);
    },
  ],
  'odd-participant': [
    { submissions: [{ participants: `Wolf Fox, <@${oldId(0)}> <@${oldId(1)}>` }] },
    /submission 1: Wolf Fox/,
    async () =>
      expect((await participantsOf(db, '1')).map(({ key }) => key)).toEqual([
        'r:wolf fox',
        `d:${oldId(0)}`,
        `d:${oldId(1)}`,
      ]),
  ],
  'nul-text': [
    { submissions: [{ participants: 'Wolf_0\u0000, Fox' }] },
    /raid_submissions 1: participants: read up to it/,
    async () => expect((await participantsOf(db, '1')).map(({ key }) => key)).toEqual(['r:wolf_0']),
  ],
  'lifetime-below-points': [
    { members: [{ points: 9, total_points: 0 }] },
    /0 lifetime, 9 points/,
    async () => expect(await findMember(db, id(0))).toMatchObject({ points: 9, totalPoints: 0 }),
  ],
  'no-name': [
    { members: [{ roblox_username: ' ' }] },
    /member \d+: brought along unlinked/,
    async () => expect(await findMember(db, id(0))).toMatchObject({ robloxName: null, robloxUserId: null }),
  ],
  'long-name': [{ members: [{ roblox_username: 'x'.repeat(80) }] }, /dropped/],
  'shared-name': [
    { members: [{ roblox_username: 'wolf' }, { roblox_username: 'Wolf' }] },
    new RegExp(`member ${id(0)} \\(wolf\\): member ${id(1)} has this name too`),
    async () => {
      expect(await findMember(db, id(0))).toMatchObject({
        robloxUserId: null,
        robloxName: 'wolf',
        points: 1,
      });
      expect(await findMember(db, id(1))).toMatchObject({ robloxUserId: '1', points: 2 });
    },
  ],
  'unknown-name': [
    { members: [{ roblox_username: 'Gone_Since' }] },
    /Gone_Since/,
    async () =>
      expect(await findMember(db, id(0))).toMatchObject({ robloxUserId: null, robloxName: 'Gone_Since' }),
  ],
  'no-such-rank': [
    { members: [{ current_rank: 99 }] },
    /rank 99/,
    async (report) => {
      expect(await nameOfRank((await findMember(db, id(0)))?.rankId)).toBe('Pending');
      expect(compared(report, 'on their old rank')).toEqual([1, 0]);
    },
  ],
  'bad-rank': [
    { ranks: [rank(1), rank(2, { points_required: -3 })], members: [] },
    /rank 2 Rank 2: wrong: points_required/,
    async (report) => expect(compared(report, 'ranks')).toEqual([2, 1]),
  ],
  'submission-id': [
    { submissions: [{ submission_id: -4, status: 'approved', points_awarded: 3 }] },
    /submission -4/,
    async (report) => expect(compared(report, 'points of approvals')).toEqual([3, 0]),
  ],
  'submitter-id': [
    { submissions: [{ submitter_id: 5 }] },
    /submission 1: 5/,
    async () => expect(await findEvent(db, '1')).toMatchObject({ hostId: null }),
  ],
  'submitter-not-member': [
    { members: [], submissions: [{ submitter_id: oldId(8) }] },
    new RegExp(id(8)),
    async () => expect(await findEvent(db, '1')).toMatchObject({ hostId: id(8) }),
  ],
  'no-participants': [
    { submissions: [{ participants: ' ,\n' }] },
    /submission 1/,
    async () => expect(await participantsOf(db, '1')).toEqual([]),
  ],
  'bad-participant': [
    { submissions: [{ participants: `Wolf_0, ${'x'.repeat(90)}` }] },
    /xxx/,
    async () => expect(await participantsOf(db, '1')).toMatchObject([{ robloxName: 'Wolf_0' }]),
  ],
  'named-twice': [
    { submissions: [{ participants: 'Wolf_0, wolf_0' }] },
    /submission 1: wolf_0/,
    async () => expect(await participantsOf(db, '1')).toHaveLength(1),
  ],
  'unknown-status': [
    { submissions: [{ status: 'on hold' }] },
    /on hold/,
    async () => expect(await findEvent(db, '1')).toMatchObject({ status: 'pending' }),
  ],
  'approved-without-points': [
    { submissions: [{ status: 'approved' }] },
    /submission 1/,
    async () => expect(await findEvent(db, '1')).toMatchObject({ status: 'approved', points: null }),
  ],
  'points-without-approval': [
    { submissions: [{ status: 'declined', points_awarded: 4 }] },
    /submission 1: 4/,
    async () => expect(await findEvent(db, '1')).toMatchObject({ status: 'declined', points: null }),
  ],
  'event-points': [
    { submissions: [{ status: 'approved', points_awarded: -4 }] },
    /submission 1: -4/,
    async (report) => expect(compared(report, 'points of approvals')).toEqual([-4, 0]),
  ],
  'reviewer-id': [
    { submissions: [{ status: 'declined', admin_id: 7 }] },
    /submission 1: 7/,
    async () => expect(await findEvent(db, '1')).toMatchObject({ status: 'declined', decidedBy: null }),
  ],
  'submission-time': [{ submissions: [{ timestamp: 'noon' }] }, /noon/],
  'cut-text': [
    { submissions: [{ start_time: 'x'.repeat(300) }] },
    /submission 1: xxx/,
    async () => expect((await findEvent(db, '1'))?.startsText).toHaveLength(200),
  ],
  'no-type': [
    { submissions: [{ event_type: '' }] },
    /submission 1/,
    async () => expect(await findEvent(db, '1')).toMatchObject({ type: 'Raid' }),
  ],
  'blacklist-id': [
    { blacklist: [{ discord_id: 3 }] },
    /member 3/,
    async (report) => expect(compared(report, 'blacklisted')).toEqual([1, 0]),
  ],
  'blacklist-time': [{ blacklist: [{ blacklisted_at: '?' }] }, /: \?/],
  'blacklister-id': [{ blacklist: [{ blacklisted_by: 4 }] }, /: 4/],
  'unknown-setting': [
    { config: { api_password: 'hunter2' } },
    /key api_password: not taken over/,
    async (report) => expect(report.list.join()).not.toContain('hunter2'),
  ],
  'bad-setting': [
    { config: { admin_channel_id: '0' } },
    /key admin_channel_id/,
    async (report) => expect(compared(report, 'configuration')).toEqual([1, 0]),
  ],
};

describe('old data that is odd is listed, with what was done:', () => {
  it.each(Object.entries(CASES))('%s', async (kind, [data, line, done]) => {
    const whole = { members: [{}], ...data };
    const report = await importOld(db, old(whole), { roblox: robloxWith(['Wolf', 'Wolf_0', 'Wolf_1']) });
    expect(report.list).toHaveLength(1);
    expect(report.list[0]).toMatch(new RegExp(`^\\[${kind}\\] `));
    expect(report.list[0]).toMatch(line);
    expect(report.anomalies.lines()[0]).toMatch(/^1 /);
    expect(await ledgerDifferences(db)).toEqual([]);
    await done?.(report);
    const after = await countAll(db);
    await importOld(db, old(whole), { roblox: robloxWith(['Wolf', 'Wolf_0', 'Wolf_1']) });
    expect(await countAll(db)).toEqual(after);
  });

  it('a name that differs by spaces only from another, of which Roblox has neither spelling: the first one has it', async () => {
    const members = [
      { roblox_username: 'fOx ', created_at: '2026-01-02T00:00:00' },
      { roblox_username: 'foX', created_at: '2026-01-01T00:00:00' },
    ];
    await importOld(db, old({ members }), { roblox: robloxWith(['Fox']) });
    expect(await findMember(db, id(0))).toMatchObject({ robloxUserId: null });
    expect(await findMember(db, id(1))).toMatchObject({ robloxUserId: '1', robloxName: 'Fox' });
  });

  it('an account that somebody else has linked here', async () => {
    await importOld(db, old({ members: [] }));
    const [first] = await listRanks(db);
    await db.execute(
      sql`INSERT INTO members (discord_id, roblox_user_id, roblox_name, rank_id, joined_at) VALUES ('235431342638279001', '1', 'Wolf_0', :rank_id, 1)`,
      { rank_id: first?.id ?? '' },
    );
    const report = await importOld(db, old({ members: [{}] }), { roblox: robloxWith(['Wolf_0']) });
    expect(report.list).toMatchObject(
      [/account-taken.*linked to 235431342638279001/].map((line) => expect.stringMatching(line)),
    );
    expect(await findMember(db, id(0))).toMatchObject({ robloxUserId: null, points: 1 });
  });

  it('a submission whose number another one has here', async () => {
    await importOld(db, old({ members: [{}], submissions: [{}] }));
    const other = old({
      members: [{}],
      submissions: [{ timestamp: '2026-03-03T00:00:00', participants: 'Bear' }],
    });
    const report = await importOld(db, other);
    expect(report.anomalies.count('other-submission')).toBe(1);
    expect((await participantsOf(db, '1')).map((one) => one.robloxName)).toEqual(['Wolf_0', 'Stranger']);
  });
});

describe('what nobody sees', () => {
  it('is left out of the names of ranks and of what was typed into a submission', async () => {
    const ranks = [rank(1, { rank_name: ' E\u202en\u200blist\n' })];
    const typed = { event_type: 'Ra\u202eid\n', start_time: '2:30\u200b PM\nEST' };
    const members = [{ current_rank: 1 }];
    const report = await importOld(db, old({ ranks, members, submissions: [typed] }));
    expect(report.anomalies.count('bad-rank')).toBe(0);
    expect(await nameOfRank((await findMember(db, id(0)))?.rankId)).toBe('Enlist');
    expect(await findEvent(db, '1')).toMatchObject({ type: 'Raid', startsText: '2:30 PM EST' });
  });
});

describe("ranks that the clan's own list", () => {
  const here = (ranks: readonly OldRow[]) => importOld(db, old({ ranks, members: [] }));

  it('has with other figures keep the figures of the list', async () => {
    await here([rank(1)]);
    const report = await importOld(
      db,
      old({
        ranks: [rank(1, { points_required: 9, roblox_group_rank_id: 7 })],
        members: [{ current_rank: 1 }],
      }),
    );
    expect(report.list.join()).toMatch(/rank-differs.*points was 9, is 5; Roblox rank was 7, is 1/);
    expect(await listRanks(db)).toMatchObject([{ pointsRequired: 5, robloxRank: '1' }]);
  });

  it('has under another name are the same rank when order and Roblox rank are', async () => {
    await here([rank(1), rank(2)]);
    await importOld(
      db,
      old({ ranks: [rank(1), rank(2, { rank_name: 'Old name' })], members: [{ current_rank: 2 }] }),
    );
    expect(await nameOfRank((await findMember(db, id(0)))?.rankId)).toBe('Rank 2');
  });

  it('has with another Discord role keep that role', async () => {
    await here([rank(1, { discord_role_id: oldId(50) })]);
    const report = await importOld(
      db,
      old({ ranks: [rank(1, { discord_role_id: oldId(51) })], members: [] }),
    );
    expect(report.anomalies.count('role-kept')).toBe(1);
    expect(await listRanks(db)).toMatchObject([{ discordRoleId: id(50) }]);
  });

  it('does not have are added when members hold them, and left out when nobody does', async () => {
    await here([rank(1)]);
    const report = await importOld(
      db,
      old({ ranks: [rank(1), rank(4), rank(5)], members: [{ current_rank: 4 }] }),
    );
    expect(report.anomalies.count('rank-added')).toBe(1);
    expect(report.anomalies.count('rank-left-out')).toBe(1);
    expect((await listRanks(db)).map((each) => each.name)).toEqual(['Rank 1', 'Rank 4']);
    expect(await nameOfRank((await findMember(db, id(0)))?.rankId)).toBe('Rank 4');
  });

  it('has something else in the place of are refused when members hold them, and nothing is changed', async () => {
    await here([rank(1)]);
    const before = await countAll(db);
    const path = old({
      ranks: [rank(1, { rank_name: 'Other', roblox_group_rank_id: 9 })],
      members: [{ current_rank: 1 }],
    });
    await expect(importOld(db, path)).rejects.toThrow(ImportError);
    await expect(importOld(db, path)).rejects.toThrow(/rank 1 "Other", which 1 members hold/);
    expect(await countAll(db)).toEqual(before);
  });
});

describe('the list', () => {
  it('shows a few of each kind and how many more there are; every one goes to the file', () => {
    const lines: string[] = [];
    const anomalies = new Anomalies((line) => void lines.push(line));
    for (let number = 0; number < 100_000; number += 1) anomalies.add('no-name', `member ${number}`);
    expect(lines).toHaveLength(100_000);
    expect(anomalies.lines()).toHaveLength(7);
    expect(anomalies.lines().at(-1)).toBe('    and 99995 more');
  });

  it('lets nothing in a name move the cursor or begin a line', () => {
    const lines: string[] = [];
    new Anomalies((line) => void lines.push(line)).add('unknown-name', 'a\u001b[2Jb\nc\u202ed');
    expect(lines[0]).toMatch(/^\[unknown-name\] a\[2Jb cd: /);
  });
});

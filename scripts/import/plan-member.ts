import { clip } from '../../shared/discord/text.ts';
import type { Anomalies } from './anomalies.ts';
import type { Comparison } from './comparison.ts';
import type { OldMember } from './old-rows.ts';
import { discordId, type OldNumber, oldNumber, oldTime } from './old-values.ts';

/** A member of the old bot as this one can have them. */
export interface PlannedMember {
  readonly discordId: string;
  /** As the old bot had it; null: none that could be used. */
  readonly name: string | null;
  readonly rankId: string;
  /** False: the old one does not exist, and this is the first rank. */
  readonly isOldRank: boolean;
  readonly points: number;
  readonly totalPoints: number;
  /** Unix milliseconds. */
  readonly joinedAt: number;
  /** Whether the old bot says when they came. */
  readonly isDated: boolean;
}

export interface MemberRules {
  /** The rank here for an old `current_rank`; undefined: there is no such rank. */
  readonly rankOf: (order: string | null) => string | undefined;
  readonly firstRankId: string;
  /** Unix milliseconds. */
  readonly now: number;
  readonly anomalies: Anomalies;
  readonly comparison: Comparison;
}

/** The longest that `members.roblox_name` holds. */
const LONGEST_NAME = 64;

/** Reads one old member. What is odd is fixed and listed; undefined: it cannot be brought along. */
export function planMember(row: OldMember, rules: MemberRules): PlannedMember | undefined {
  const { anomalies, comparison } = rules;
  const id = discordId(row.discord_id);
  if (id === undefined) {
    anomalies.add('member-id', describe(row), `${row.points ?? 0} points`);
    leaveOut(row, comparison);
    return undefined;
  }
  const figures = { points: oldNumber(row.points), totalPoints: oldNumber(row.total_points) };
  if (figures.points.problem === 'beyond' || figures.totalPoints.problem === 'beyond') {
    anomalies.add(
      'beyond-points',
      describe(row),
      `${row.points ?? 0} points, ${row.total_points ?? 0} lifetime points`,
    );
    leaveOut(row, comparison);
    return undefined;
  }
  const points = readPoints('points', figures.points, row, rules);
  const totalPoints = readPoints('lifetime points', figures.totalPoints, row, rules);
  if (totalPoints < points) {
    anomalies.add('lifetime-below-points', describe(row), `${totalPoints} lifetime, ${points} points`);
  }
  const joined = oldTime(row.created_at);
  if (joined === undefined) anomalies.add('member-time', describe(row), row.created_at ?? 'no date');
  return {
    discordId: id,
    name: readName(row, anomalies),
    ...readRank(row, rules),
    points,
    totalPoints,
    joinedAt: joined ?? rules.now,
    isDated: joined !== undefined,
  };
}

function leaveOut(row: OldMember, comparison: Comparison): void {
  comparison.explain('members', -1);
  comparison.explain('on their old rank', -1);
  comparison.explain('points', -oldNumber(row.points).old);
  comparison.explain('lifetime points', -oldNumber(row.total_points).old);
}

/** How an old member is named in the report. */
export function describe(row: Pick<OldMember, 'discord_id' | 'roblox_username'>): string {
  const name = row.roblox_username?.trim() ?? '';
  return `member ${row.discord_id}${name === '' ? '' : ` (${clip(name, LONGEST_NAME)})`}`;
}

function readPoints(
  what: 'points' | 'lifetime points',
  { old, value, problem }: OldNumber,
  row: OldMember,
  { anomalies, comparison }: MemberRules,
): number {
  if (problem !== undefined) {
    const kind = problem === 'negative' ? 'negative-points' : 'odd-points';
    const text = what === 'points' ? row.points : row.total_points;
    anomalies.add(kind, describe(row), `${what} ${text ?? 'missing'}, ${value} taken`);
    comparison.explain(what, value - old);
  }
  return value;
}

function readName(row: OldMember, anomalies: Anomalies): string | null {
  const name = row.roblox_username?.trim() ?? '';
  if (name === '') {
    anomalies.add('no-name', describe(row));
    return null;
  }
  if (name.length > LONGEST_NAME) {
    anomalies.add('long-name', describe(row));
    return null;
  }
  return name;
}

function readRank(
  row: OldMember,
  { rankOf, firstRankId, anomalies, comparison }: MemberRules,
): Pick<PlannedMember, 'rankId' | 'isOldRank'> {
  const known = rankOf(row.current_rank);
  if (known !== undefined) return { rankId: known, isOldRank: true };
  anomalies.add('no-such-rank', describe(row), `rank ${row.current_rank ?? 'missing'}`);
  comparison.explain('on their old rank', -1);
  return { rankId: firstRankId, isOldRank: false };
}

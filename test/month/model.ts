import { dayBegins, dayName } from './calendar.ts';

/** The ranks of the clan, the lowest first. `points`: what leads to it; null: given by hand. */
export const RANKS = [
  { name: 'Pending', tag: 'P', points: 0, roblox: '90001', robloxRank: 1, discord: '1600000000000000001' },
  { name: 'Enlist', tag: 'E', points: 5, roblox: '90002', robloxRank: 2, discord: '1600000000000000002' },
  { name: 'Soldier', tag: 'S', points: 20, roblox: '90045', robloxRank: 45, discord: '1600000000000000003' },
  {
    name: 'Veteran',
    tag: 'V',
    points: null,
    roblox: '90118',
    robloxRank: 118,
    discord: '1600000000000000004',
  },
  { name: 'Captain', tag: 'C', points: 60, roblox: '90121', robloxRank: 121, discord: '1600000000000000005' },
] as const;
export type RankName = (typeof RANKS)[number]['name'];

/** Points that somebody got or lost, and the time whose week they belong to. */
export interface Entry {
  /** By which the ledger's line is found: the reason of what was given by hand, the id of an event. */
  readonly marker: string;
  readonly memberId: string;
  readonly delta: number;
  readonly at: number;
  readonly isEvent: boolean;
  undone: boolean;
}

export interface Leave {
  readonly memberId: string;
  readonly startsAt: number;
  readonly endsAt: number;
  status: 'requested' | 'approved' | 'running' | 'ended' | 'over';
  /** When it was ended early. */
  closedAt: number | null;
}

export interface MemberModel {
  readonly id: string;
  readonly joinedAt: number;
  rank: RankName;
  points: number;
  total: number;
  /** What moved them, the latest last: the rank that they left, and when. */
  readonly left: { readonly rank: RankName; readonly at: number }[];
}

interface Quota {
  readonly from: RankName;
  readonly to: RankName;
  readonly amount: number;
  readonly counts: 'points' | 'events';
  readonly firstWeek: number;
  lastWeek: number;
}

/** A line of a weekly report. */
export interface ReportLine {
  readonly memberId: string;
  readonly rank: RankName;
  readonly outcome: 'below' | 'excused' | 'leave' | 'new' | 'met';
  readonly done: number;
  readonly quota: number;
  readonly counts: 'points' | 'events';
}

const OUTCOMES: readonly ReportLine['outcome'][] = ['below', 'excused', 'leave', 'new', 'met'];

/**
 * What a clan should look like after what its members did, kept beside the bot and without its code. A method is called when
 * the bot said that it did something.
 */
export class ClanModel {
  readonly timeZone: string;
  readonly members = new Map<string, MemberModel>();
  readonly entries: Entry[] = [];
  readonly leaves = new Map<string, Leave>();
  /** Promotion cards that wait, by member; and how many there were. */
  readonly cards = new Map<string, RankName>();
  cardsPosted = 0;
  /** Events that wait, by id. */
  readonly events = new Map<string, { readonly hostId: string; readonly participants: readonly string[] }>();
  readonly quotas: Quota[] = [];
  readonly #excuses = new Set<string>();

  constructor(timeZone: string) {
    this.timeZone = timeZone;
  }

  member(id: string): MemberModel {
    const found = this.members.get(id);
    if (found === undefined) throw new Error(`nobody is ${id}`);
    return found;
  }

  join(id: string, rank: RankName, at: number): void {
    this.members.set(id, { id, joinedAt: at, rank, points: 0, total: 0, left: [] });
  }

  give(memberId: string, delta: number, entry: Pick<Entry, 'marker' | 'at' | 'isEvent'>): void {
    const member = this.member(memberId);
    member.points += delta;
    member.total += delta;
    this.entries.push({ ...entry, memberId, delta, undone: false });
    if (delta > 0) this.#offerCard(member);
  }

  /** Takes an entry back as far as there are points, in the week in which it was made. */
  undo(entry: Entry, at: number): void {
    const member = this.member(entry.memberId);
    const points = Math.max(-entry.delta, -member.points);
    const lifetime = Math.max(-entry.delta, -member.total);
    member.points += points;
    member.total += lifetime;
    entry.undone = true;
    const taken = { marker: `undo at ${at}`, memberId: entry.memberId, delta: lifetime, undone: true };
    this.entries.push({ ...taken, at: entry.at, isEvent: false });
    this.#offerCard(member);
  }

  /** Somebody is moved; a move up takes the points of the progress. */
  move(memberId: string, to: RankName, at: number): void {
    const member = this.member(memberId);
    if (orderOf(to) > orderOf(member.rank)) member.points = 0;
    member.left.push({ rank: member.rank, at });
    member.rank = to;
    this.cards.delete(memberId);
  }

  /** What the member's points lead to now, if there is something. */
  due(memberId: string): RankName | undefined {
    const { rank, points } = this.member(memberId);
    const current = RANKS[orderOf(rank)];
    if (current === undefined || current.points === null) return undefined;
    const next = RANKS.find((one, order) => order > orderOf(rank) && one.points !== null);
    return next !== undefined && points >= (next.points ?? 0) ? next.name : undefined;
  }

  #offerCard({ id }: MemberModel): void {
    const due = this.due(id);
    if (due === undefined || this.cards.get(id) === due) return;
    this.cards.set(id, due);
    this.cardsPosted += 1;
  }

  openLeave(memberId: string): Leave | undefined {
    return [...this.leaves.values()].find(
      (leave) => leave.memberId === memberId && ['requested', 'approved', 'running'].includes(leave.status),
    );
  }

  /** What the hourly job does to leaves. */
  hour(now: number): void {
    for (const leave of this.leaves.values()) {
      if (leave.status === 'approved' && leave.startsAt <= now) leave.status = 'running';
      if (leave.status === 'running' && leave.endsAt <= now) leave.status = 'ended';
      if (leave.status === 'requested' && leave.endsAt <= now) leave.status = 'over';
    }
  }

  /** In which week, counted from 0, a time falls. */
  weekOf(at: number): number {
    let week = 0;
    while (at >= dayBegins(7 * (week + 1), this.timeZone)) week += 1;
    return week;
  }

  setQuota(quota: Pick<Quota, 'from' | 'to' | 'amount' | 'counts'>, at: number): void {
    const week = this.weekOf(at);
    const before = this.quotas.find(
      (one) => one.from === quota.from && one.to === quota.to && one.lastWeek === Number.POSITIVE_INFINITY,
    );
    if (before !== undefined) before.lastWeek = week;
    this.quotas.push({ ...quota, firstWeek: week + 1, lastWeek: Number.POSITIVE_INFINITY });
  }

  excuse(memberId: string, week: number): void {
    this.#excuses.add(`${memberId}:${week}`);
  }

  /** Points of a week, as its leaderboard counts them. */
  pointsOf(memberId: string, week: number): number {
    return this.entries
      .filter((entry) => entry.memberId === memberId && this.weekOf(entry.at) === week)
      .reduce((sum, { delta }) => sum + delta, 0);
  }

  /** The report of a week, as it reads when it is made now; undefined where no quota counts. */
  report(week: number): readonly ReportLine[] | undefined {
    const counting = this.quotas.filter(({ firstWeek, lastWeek }) => firstWeek <= week && week <= lastWeek);
    if (counting.length === 0) return undefined;
    const lines = [...this.members.values()].flatMap((member) => {
      const endsAt = dayBegins(7 * (week + 1), this.timeZone);
      if (member.joinedAt >= endsAt) return [];
      const rank = member.left.find(({ at }) => at >= endsAt)?.rank ?? member.rank;
      const covering = counting.filter(
        ({ from, to }) => orderOf(from) <= orderOf(rank) && orderOf(rank) <= orderOf(to),
      );
      const width = ({ from, to }: Quota) => orderOf(to) - orderOf(from);
      // The narrowest; of two the one that was set last.
      const quota = [...covering].reverse().sort((a, b) => width(a) - width(b))[0];
      return quota === undefined ? [] : [this.#line(member, rank, quota, week)];
    });
    const missing = ({ quota, done }: ReportLine) => quota - done;
    return lines.sort(
      (a, b) =>
        OUTCOMES.indexOf(a.outcome) - OUTCOMES.indexOf(b.outcome) ||
        missing(b) - missing(a) ||
        (a.memberId < b.memberId ? -1 : 1),
    );
  }

  #line(member: MemberModel, rank: RankName, quota: Quota, week: number): ReportLine {
    const [startsAt, endsAt] = [dayBegins(7 * week, this.timeZone), dayBegins(7 * (week + 1), this.timeZone)];
    const events = this.entries.filter(
      ({ memberId, isEvent, undone, at }) =>
        memberId === member.id && isEvent && !undone && this.weekOf(at) === week,
    ).length;
    const done = quota.counts === 'points' ? this.pointsOf(member.id, week) : events;
    const onLeave = [...this.leaves.values()].some(
      (leave) =>
        leave.memberId === member.id &&
        ['approved', 'running', 'ended'].includes(leave.status) &&
        leave.startsAt < endsAt &&
        Math.min(leave.endsAt, leave.closedAt ?? leave.endsAt) > startsAt,
    );
    const outcome = () => {
      if (done >= quota.amount) return 'met';
      if (this.#excuses.has(`${member.id}:${week}`)) return 'excused';
      if (onLeave) return 'leave';
      return member.joinedAt >= startsAt ? 'new' : 'below';
    };
    const { amount, counts } = quota;
    return { memberId: member.id, rank, outcome: outcome(), done, quota: amount, counts };
  }
}

export function orderOf(rank: RankName): number {
  return RANKS.findIndex(({ name }) => name === rank);
}

/** The Monday of a week, as reports name it. */
export function mondayOf(week: number): string {
  return dayName(7 * week);
}

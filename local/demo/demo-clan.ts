import type { ClanRecord } from '../../shared/clans/clan-record.ts';
import type { RankRow } from '../../shared/clans/ranks-file.ts';
import type { DemoPerson } from './people.ts';

/** What the emulators and the seed need to know of a clan. */
export interface DemoClan {
  readonly record: ClanRecord;
  readonly displayName: string;
  readonly ranks: readonly RankRow[];
  /** PEM; without it nobody can act in the clan from here. */
  readonly privateKey: string | undefined;
}

const CHANNELS = ['general', 'events', 'admin', 'event-log', 'point-log', 'bot-log'] as const;
export type DemoChannel = (typeof CHANNELS)[number];
const TIER_ROLES = ['Officer', 'Moderator', 'Admin'] as const;

/** The ids of a clan's server, made from the server's own id so that every start makes the same. */
export function guildIds({ guildId }: Pick<ClanRecord, 'guildId'>) {
  const id = (offset: number) => `${BigInt(guildId) + BigInt(offset)}`;
  return {
    channels: CHANNELS.map((name, index) => ({ name, id: id(100 + index) })),
    channel: (name: DemoChannel): string => id(100 + CHANNELS.indexOf(name)),
    tierRoles: TIER_ROLES.map((name, index) => ({ name, id: id(200 + index) })),
    tierRole: (name: (typeof TIER_ROLES)[number]): string => id(200 + TIER_ROLES.indexOf(name)),
    verifiedRole: id(210),
    rankRole: (index: number): string => id(300 + index),
  };
}

/** The rank that a person of the demo has: along the point-based ranks, by their standing. */
export function rankOf(clan: Pick<DemoClan, 'ranks'>, person: DemoPerson): RankRow | undefined {
  if (person.standing === undefined) return undefined;
  const ladder = clan.ranks.filter((rank) => !rank.admin_only);
  return ladder[Math.round(person.standing * (ladder.length - 1))] ?? clan.ranks[0];
}

/** Points of a person: some short of the next rank that points lead to. */
export function pointsOf(clan: Pick<DemoClan, 'ranks'>, person: DemoPerson): number {
  const rank = rankOf(clan, person);
  const next = clan.ranks.find((each) => !each.admin_only && each.rank_order > (rank?.rank_order ?? 0));
  return Math.max(0, (next?.points_required ?? 20) - person.missing);
}

import type { Rank } from '../ranks/rank.ts';
import { countsIn, type Quota, type Span } from './quota.ts';

/** The ranks of a span, by rising order; none when a rank that bounds it is gone. */
export function ranksOfSpan({ fromId, toId, category }: Span, ranks: readonly Rank[]): readonly Rank[] {
  const bound = (id: string | null, open: number) =>
    id === null ? open : ranks.find((rank) => rank.id === id)?.order;
  const from = bound(fromId, Number.NEGATIVE_INFINITY);
  const to = bound(toId, Number.POSITIVE_INFINITY);
  if (from === undefined || to === undefined) return [];
  return ranks.filter(
    (rank) => rank.order >= from && rank.order <= to && (category === null || rank.category === category),
  );
}

/**
 * The quota of each rank in a week, by the rank's id. Where spans overlap, the narrowest wins: the one of the fewest
 * ranks, and of equal ones the one that was set last.
 */
export function quotasOfRanks(
  quotas: readonly Quota[],
  ranks: readonly Rank[],
  weekKey: string,
): ReadonlyMap<string, Quota> {
  const found = new Map<string, { readonly quota: Quota; readonly width: number }>();
  for (const quota of quotas.filter((one) => countsIn(one, weekKey))) {
    const span = ranksOfSpan(quota, ranks);
    for (const { id } of span) {
      const known = found.get(id);
      if (known === undefined || span.length <= known.width) found.set(id, { quota, width: span.length });
    }
  }
  return new Map([...found].map(([id, { quota }]) => [id, quota]));
}

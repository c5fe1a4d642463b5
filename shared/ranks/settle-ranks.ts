/** A rank of a plan, while orders and names may still be those of another one. */
export interface Unsettled {
  readonly order: number;
  readonly name: string;
  /** The name that it has now; undefined: it is new. */
  readonly nameNow: string | undefined;
  readonly keepsOrder: boolean;
  readonly keepsName: boolean;
}

const MAX_NAME = 100;

/**
 * Gives every rank an order and a name of its own. Those that a command set are kept; of the others an order that is
 * taken moves up, and a name that is taken leaves the rank its present one. The name is undefined for a new rank
 * whose name is taken. Upper and lower case count as the same.
 */
export function settleRanks<T extends Unsettled>(
  ranks: readonly T[],
): ReadonlyMap<T, { readonly order: number; readonly name: string | undefined }> {
  const orders = settleOrders(ranks);
  const names = settleNames(ranks);
  return new Map(
    ranks.map((rank) => [rank, { order: orders.get(rank) ?? rank.order, name: names.get(rank) }]),
  );
}

function settleOrders<T extends Unsettled>(ranks: readonly T[]): ReadonlyMap<T, number> {
  const taken = new Set(ranks.filter((rank) => rank.keepsOrder).map((rank) => rank.order));
  const orders = new Map<T, number>();
  let next = 0;
  for (const rank of ranks.filter((one) => !one.keepsOrder).toSorted((a, b) => a.order - b.order)) {
    let order = Math.max(rank.order, next);
    while (taken.has(order)) order += 1;
    orders.set(rank, order);
    next = order + 1;
  }
  return orders;
}

function settleNames<T extends Unsettled>(ranks: readonly T[]): ReadonlyMap<T, string | undefined> {
  const names = new Map<T, string | undefined>();
  const taken = new Set<string>();
  const take = (rank: T, name: string): boolean => {
    if (taken.has(name.toLowerCase())) return false;
    taken.add(name.toLowerCase());
    names.set(rank, name);
    return true;
  };
  for (const rank of ranks) if (rank.keepsName) take(rank, rank.name);
  for (const rank of ranks) {
    if (rank.keepsName || take(rank, rank.name)) continue;
    const { nameNow } = rank;
    if (nameNow === undefined || take(rank, nameNow)) continue;
    for (let number = 2; !take(rank, `${nameNow.slice(0, MAX_NAME - 6)} (${number})`); number += 1);
  }
  return names;
}

import type { GuildMember } from '../discord/client.ts';

const FIRST_SLOTS = 1_024;

/**
 * Which of some roles everybody in a guild holds, 12 bytes a member: of other roles nothing is kept, and who hold the
 * same ones share a list. Members come by rising id, as Discord lists them.
 */
export class ListedMembers {
  readonly #keeps: ReadonlySet<string>;
  readonly #lists: string[][] = [];
  readonly #numbers = new Map<string, number>();
  #ids = new BigUint64Array(FIRST_SLOTS);
  #held = new Uint32Array(FIRST_SLOTS);
  #size = 0;

  constructor(roleIds: Iterable<string>) {
    this.#keeps = new Set(roleIds);
  }

  /** Those of a page that come behind everybody who is listed already; returns whether there were any. */
  add(page: readonly GuildMember[]): boolean {
    const before = this.#size;
    const byId = page.map(({ userId, roleIds }) => ({ id: BigInt(userId), roleIds }));
    for (const { id, roleIds } of byId.sort((a, b) => (a.id < b.id ? -1 : 1))) {
      if (this.#size > 0 && id <= (this.#ids[this.#size - 1] ?? 0n)) continue;
      if (this.#size === this.#ids.length) this.#grow();
      this.#ids[this.#size] = id;
      this.#held[this.#size] = this.#listOf(roleIds);
      this.#size += 1;
    }
    return this.#size > before;
  }

  /** Behind whom Discord is to go on; undefined: nobody is listed. */
  get last(): string | undefined {
    return this.#size === 0 ? undefined : String(this.#ids[this.#size - 1]);
  }

  /** The roles that a member holds; undefined: not in the guild. */
  get(userId: string): readonly string[] | undefined {
    const wanted = BigInt(userId);
    let from = 0;
    let to = this.#size;
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.#ids[middle] ?? 0n) < wanted) from = middle + 1;
      else to = middle;
    }
    return from < this.#size && this.#ids[from] === wanted ? this.#lists[this.#held[from] ?? 0] : undefined;
  }

  #listOf(roleIds: readonly string[]): number {
    const kept = roleIds.filter((id) => this.#keeps.has(id)).sort();
    const key = kept.join();
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#lists.push(kept) - 1;
      this.#numbers.set(key, number);
    }
    return number;
  }

  #grow(): void {
    const ids = new BigUint64Array(this.#ids.length * 2);
    const held = new Uint32Array(this.#held.length * 2);
    ids.set(this.#ids);
    held.set(this.#held);
    this.#ids = ids;
    this.#held = held;
  }
}

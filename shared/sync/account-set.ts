const FIRST_SLOTS = 1_024;

/**
 * Ids of Roblox accounts, 16 to 32 bytes each: a hundred thousand take 2 MB, where a `Set` of texts takes ten. Ids are
 * numbers below 2^53, as Roblox gives them.
 */
export class AccountSet {
  #slots = new Float64Array(FIRST_SLOTS);
  #size = 0;

  has(id: string): boolean {
    return this.#slots[this.#slotOf(Number(id))] !== 0;
  }

  add(id: string): void {
    const value = Number(id);
    const slot = this.#slotOf(value);
    if (this.#slots[slot] !== 0) return;
    this.#slots[slot] = value;
    this.#size += 1;
    if (this.#size * 2 > this.#slots.length) this.#grow();
  }

  /** Where this id is, or the empty place where it belongs. */
  #slotOf(value: number): number {
    const last = this.#slots.length - 1;
    let slot = Math.imul(value >>> 0, 0x9e3779b1) >>> 8;
    for (slot &= last; this.#slots[slot] !== 0 && this.#slots[slot] !== value; ) slot = (slot + 1) & last;
    return slot;
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = new Float64Array(before.length * 2);
    for (const value of before) if (value !== 0) this.#slots[this.#slotOf(value)] = value;
  }
}

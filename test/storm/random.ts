/** Numbers that a seed repeats: mulberry32, in [0, 1). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Draws with one source of numbers. */
export class Dice {
  readonly random: () => number;

  constructor(seed: number) {
    this.random = randomOf(seed);
  }

  /** A whole number from 0 to `below - 1`. */
  under(below: number): number {
    return Math.floor(this.random() * below);
  }

  chance(probability: number): boolean {
    return this.random() < probability;
  }

  /** Throws when there is none. */
  one<const T>(values: readonly T[]): T {
    const drawn = values[this.under(values.length)];
    if (drawn === undefined) throw new RangeError('There is nothing to draw from.');
    return drawn;
  }
}

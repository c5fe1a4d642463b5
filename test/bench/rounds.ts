/** Does what is measured once and returns what it took, in milliseconds. */
export type Measure = () => Promise<number>;

/** How often: so many rounds after so many that do not count. */
export interface Rounds {
  readonly count: number;
  readonly warmUp: number;
}

/** Milliseconds of each round, by subject. */
export type Taken = ReadonlyMap<string, readonly number[]>;

/**
 * Measures all subjects `count` times in turn (A B A B ...), after `warmUp` rounds that do not count, so that
 * whatever else the machine does meets all of them alike.
 */
export async function measureInTurn(
  subjects: Readonly<Record<string, Measure>>,
  { count, warmUp }: Rounds,
): Promise<Taken> {
  const entries = Object.entries(subjects).map(([name, measure]) => ({
    name,
    measure,
    taken: [] as number[],
  }));
  for (let round = -warmUp; round < count; round += 1) {
    for (const { measure, taken } of entries) {
      const ms = await measure();
      if (round >= 0) taken.push(ms);
    }
  }
  return new Map(entries.map(({ name, taken }) => [name, taken]));
}

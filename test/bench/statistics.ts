/** Milliseconds, or whatever else was measured, of many rounds. */
export interface Summary {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

export function summary(values: readonly number[]): Summary {
  const sorted = values.toSorted((a, b) => a - b);
  return { min: sorted[0] ?? Number.NaN, median: median(sorted), max: sorted.at(-1) ?? Number.NaN };
}

/**
 * How `subject` compares with `reference`, measured in the same rounds: the median of the rounds' own ratios. What
 * else the machine does in a round slows both, and a round that it disturbed counts no more than any other.
 */
export function pairedRatio(subject: readonly number[], reference: readonly number[]): Paired {
  const ratios = subject
    .map((value, round) => value / (reference[round] ?? Number.NaN))
    .toSorted((a, b) => a - b);
  return { ratio: median(ratios), from: quantile(ratios, 0.25), to: quantile(ratios, 0.75) };
}

export interface Paired {
  readonly ratio: number;
  /** Half of the rounds lie between these. */
  readonly from: number;
  readonly to: number;
}

function median(sorted: readonly number[]): number {
  return quantile(sorted, 0.5);
}

function quantile(sorted: readonly number[], part: number): number {
  return sorted[Math.floor((sorted.length - 1) * part)] ?? Number.NaN;
}

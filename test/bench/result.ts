import type { Taken } from './rounds.ts';
import { type Paired, pairedRatio, type Summary, summary } from './statistics.ts';

/** What a measurement says of one subject. */
export interface Row {
  readonly name: string;
  /** In `unit`. */
  readonly value: Summary | number;
  readonly unit: 'ms' | 'MB' | 'KB' | '';
  /** Against the reference of its measurement. */
  readonly ratio?: Paired;
  readonly budget?: Budget;
}

export interface Budget {
  /** `at most 1.3 x`. */
  readonly text: string;
  readonly limit: number;
  readonly met: boolean;
}

/** One measurement: a reference and what is compared with it, or figures that stand by themselves. */
export interface Result {
  readonly title: string;
  readonly rows: readonly Row[];
}

/**
 * The rows of subjects that were measured in turn, each with its ratio to the subject `reference`. `limits`: at most
 * so many times the reference.
 */
export function rowsInTurn(
  taken: Taken,
  reference: string,
  limits: Readonly<Record<string, number | undefined>>,
): readonly Row[] {
  const referred = taken.get(reference) ?? [];
  return [...taken].map(([name, values]) => {
    const row = { name, value: summary(values), unit: 'ms' as const };
    if (name === reference) return row;
    const ratio = pairedRatio(values, referred);
    const limit = limits[name];
    return limit === undefined
      ? { ...row, ratio }
      : { ...row, ratio, budget: atMost(ratio.ratio, limit, 'x') };
  });
}

export function atMost(value: number, limit: number, unit: string): Budget {
  return { text: `at most ${limit} ${unit}`.trim(), limit, met: value <= limit };
}

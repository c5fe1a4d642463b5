/** What does not depend on the machine. */
export interface Figures {
  /** By command, until all its effects are done. */
  readonly roundTrips: Readonly<Record<string, number>>;
  /** By function. */
  readonly bundleBytes: Readonly<Record<string, number>>;
}

/** A fix may cost a few lines; what is more than this is a decision. */
const BUNDLE_TOLERANCE = 1.02;

/** What is larger now than what was kept, a line each; what was not kept yet is named as well. */
export function grown(kept: Figures, now: Figures): readonly string[] {
  return [
    ...compare(kept.roundTrips, now.roundTrips, { tolerance: 1, unit: 'round trips' }),
    ...compare(kept.bundleBytes, now.bundleBytes, { tolerance: BUNDLE_TOLERANCE, unit: 'bytes' }),
  ];
}

function compare(
  kept: Readonly<Record<string, number>>,
  now: Readonly<Record<string, number>>,
  { tolerance, unit }: { readonly tolerance: number; readonly unit: string },
): readonly string[] {
  return Object.entries(now).flatMap(([name, value]) => {
    const before = kept[name];
    if (before === undefined) return [`${name}: ${value} ${unit}, and no figure was kept`];
    return value > before * tolerance ? [`${name}: ${value} ${unit}, was ${before}`] : [];
  });
}

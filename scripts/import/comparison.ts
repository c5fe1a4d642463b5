import { ImportError } from './import-error.ts';

const ROWS = [
  'ranks',
  'members',
  'with a Roblox account',
  'on their old rank',
  'points',
  'lifetime points',
  'submissions',
  'approved',
  'declined',
  'pending',
  'points of approvals',
  'participants',
  'blacklisted',
  'configuration',
] as const;
export type ComparedRow = (typeof ROWS)[number];

/** One figure: as the old database has it, as it was read back from the new one, and what anomalies account for. */
export interface Compared {
  readonly name: ComparedRow;
  readonly old: number;
  readonly now: number;
  readonly explained: number;
}

/** Old against new. Both sides are counted by themselves; what differs must be explained by an anomaly. */
export class Comparison {
  readonly #rows = new Map<ComparedRow, { old: number; now: number; explained: number }>(
    ROWS.map((name) => [name, { old: 0, now: 0, explained: 0 }]),
  );

  old(name: ComparedRow, figure: number): void {
    this.#row(name).old += figure;
  }

  /** Of what was read back from the new schema. */
  now(name: ComparedRow, figure: number): void {
    this.#row(name).now += figure;
  }

  /** An anomaly makes the new figure differ from the old one by so much. */
  explain(name: ComparedRow, difference: number): void {
    this.#row(name).explained += difference;
  }

  rows(): readonly Compared[] {
    return [...this.#rows].map(([name, figures]) => ({ name, ...figures }));
  }

  /** Throws `ImportError` when a figure differs by anything that no anomaly accounts for. */
  check(): void {
    const wrong = this.rows().filter(({ old, now, explained }) => Math.abs(now - old - explained) > 1e-6);
    if (wrong.length === 0) return;
    const figures = wrong.map(({ name, old, now, explained }) => {
      return `${name}: ${old} before, ${old + explained} expected, ${now} found`;
    });
    throw new ImportError(
      `The figures do not add up, so nothing was changed. ${figures.join('; ')}. ` +
        'If the old bot was running, stop it and try again; else this is a mistake of the import: report it.',
    );
  }

  #row(name: ComparedRow): { old: number; now: number; explained: number } {
    const row = this.#rows.get(name);
    if (row === undefined) throw new Error(`there is no row ${name}`);
    return row;
  }
}

/** The table for a console; `isEmulated`: accounts were asked of an emulator and not of Roblox. Numbers with their digits in groups of three. */
export function comparisonTable(
  rows: readonly Compared[],
  { isEmulated = false }: { readonly isEmulated?: boolean } = {},
): string[] {
  const cells = [
    ['', 'old', 'new', 'difference'],
    ...rows.map(({ name, old, now }) => [
      isEmulated && name === 'with a Roblox account'
        ? `${name} (asked of the emulator, not of Roblox)`
        : name,
      shown(old),
      shown(now),
      now === old ? '' : `${now > old ? '+' : ''}${shown(now - old)}, listed above`,
    ]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...cells.map((row) => (row[column] ?? '').length)));
  return cells.map(([name = '', old = '', now = '', difference = '']) =>
    `${name.padEnd(widths[0] ?? 0)}  ${old.padStart(widths[1] ?? 0)}  ${now.padStart(widths[2] ?? 0)}  ${difference}`.trimEnd(),
  );
}

function shown(figure: number): string {
  return figure.toLocaleString('en-US', { maximumFractionDigits: 2 });
}

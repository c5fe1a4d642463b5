const WIDTH = 30;
/** Where the total is not known: a line, or the terminal's line again, for so many. */
const UNKNOWN = { bar: 500, lines: 10_000 } as const;

/** Where progress is shown; standard error, so that what a script prints can be piped on. */
export interface ProgressOutput {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/**
 * Shows how far long work is: on a terminal one line with a bar that is drawn again at each hundredth, elsewhere a
 * plain line at each tenth. Without a total only the count is shown. `end` leaves the last state standing.
 */
export class Progress {
  readonly #output: ProgressOutput;
  readonly #label: string;
  readonly #total: number | undefined;
  #shown = -1;

  constructor(output: ProgressOutput, label: string, total?: number) {
    this.#output = output;
    this.#label = label;
    this.#total = total;
  }

  step(done: number): void {
    const isTerminal = this.#output.isTTY === true;
    const part = this.#total === undefined ? undefined : Math.min(1, done / Math.max(1, this.#total));
    const steps = Math.floor(
      part === undefined ? done / UNKNOWN[isTerminal ? 'bar' : 'lines'] : part * (isTerminal ? 100 : 10),
    );
    if (steps === this.#shown || (!isTerminal && steps === 0)) return;
    this.#shown = steps;
    const text = this.#text(done, isTerminal ? part : undefined);
    this.#output.write(isTerminal ? `\r\u001b[2K${text}` : `${text}\n`);
  }

  end(): void {
    if (this.#output.isTTY === true && this.#shown >= 0) this.#output.write('\n');
  }

  #text(done: number, part: number | undefined): string {
    const count = done.toLocaleString('en-US');
    const counts = this.#total === undefined ? count : `${count} of ${this.#total.toLocaleString('en-US')}`;
    if (part === undefined) return `${this.#label}: ${counts}`;
    const filled = Math.round(part * WIDTH);
    return `${this.#label} [${'#'.repeat(filled)}${'-'.repeat(WIDTH - filled)}] ${counts}`;
  }
}

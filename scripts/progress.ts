const WIDTH = 30;

/** Where progress is shown; standard error, so that what a script prints can be piped on. */
export interface ProgressOutput {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/**
 * Shows how far long work is: on a terminal one line with a bar that is drawn anew at each hundredth, elsewhere a
 * plain line at each tenth. `end` leaves the last state standing.
 */
export class Progress {
  readonly #output: ProgressOutput;
  readonly #label: string;
  readonly #total: number;
  #shown = -1;

  constructor(output: ProgressOutput, label: string, total: number) {
    this.#output = output;
    this.#label = label;
    this.#total = total;
  }

  step(done: number): void {
    const bar = this.#output.isTTY === true;
    const part = this.#total === 0 ? 1 : Math.min(1, done / this.#total);
    const steps = Math.floor(part * (bar ? 100 : 10));
    if (steps === this.#shown || (!bar && steps === 0)) return;
    this.#shown = steps;
    const counts = `${done.toLocaleString('en-US')} of ${this.#total.toLocaleString('en-US')}`;
    if (!bar) {
      this.#output.write(`${this.#label}: ${counts}\n`);
      return;
    }
    const filled = Math.round(part * WIDTH);
    const line = `${this.#label} [${'#'.repeat(filled)}${'-'.repeat(WIDTH - filled)}] ${counts}`;
    this.#output.write(`\r\u001b[2K${line}`);
  }

  end(): void {
    if (this.#output.isTTY === true && this.#shown >= 0) this.#output.write('\n');
  }
}

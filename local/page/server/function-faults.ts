export type EndAt = 'before-commit' | 'after-commit' | 'between-effects';

/** What goes wrong with functions: each happens once, and is then over. */
export class FunctionFaults {
  /** Where the next command is killed. */
  endAt: EndAt | undefined;
  /** The next command that is handed over is carried out twice. */
  twice = false;
  /** Milliseconds that the database takes for each round trip; 0 is as fast as it is. */
  latencyMs = 0;
  readonly #commands: ReadonlySet<string>;
  readonly #changed: () => void;

  /** `commands`: the functions that are hit; jobs heal what was broken and are left alone. */
  constructor(commands: readonly string[], changed: () => void) {
    this.#commands = new Set(commands);
    this.#changed = changed;
  }

  headersFor(name: string, detached: boolean): Readonly<Record<string, string>> {
    if (this.endAt === undefined || !detached || !this.#commands.has(name)) return {};
    return { 'X-Local-End-At': this.endAt };
  }

  /** A process was killed: the fault has happened. */
  killed(): void {
    this.endAt = undefined;
    this.#changed();
  }

  isTwice(name: string): boolean {
    if (!this.twice || !this.#commands.has(name)) return false;
    this.twice = false;
    this.#changed();
    return true;
  }

  environment(): Readonly<Record<string, string>> {
    return this.latencyMs === 0 ? {} : { DATABASE_LATENCY_MS: `${this.latencyMs}` };
  }
}

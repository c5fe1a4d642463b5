/** A fault that a test or `npm run discord` switches on: what matching requests get instead of the right answer. */
export interface Fault {
  /** Matched against `METHOD /path`, the path without the API's prefix: `/^PUT .*\/roles\//`. */
  readonly route: RegExp;
  /** The status answered. Left out: the request is only slowed down, or dropped. */
  readonly status?: number;
  /** Discord's error code in the body. */
  readonly code?: number;
  /** How often, then the fault is gone. Left out: until it is removed. */
  readonly times?: number;
  /** Waited before the answer, in milliseconds. */
  readonly delayMs?: number;
  /** Held until this has happened; for tests in the emulator's own process. */
  readonly until?: Promise<void>;
  /** With status 429, in seconds. Default 1. */
  readonly retryAfter?: number;
  /** Cuts the connection without an answer. */
  readonly drop?: boolean;
  /** `after`: the request is carried out first, and only its answer is lost or replaced. Default `before`. */
  readonly when?: 'before' | 'after';
  /** A body of its own, for the error shapes that a service uses. */
  readonly body?: unknown;
}

export interface ActiveFault extends Fault {
  readonly id: number;
  /** How many requests it has hit. */
  readonly hits: number;
}

/** The faults that are switched on now, first added first. */
export class Faults {
  readonly #faults: { fault: Fault; id: number; hits: number }[] = [];
  #nextId = 1;

  /** Returns an id for `remove`. */
  add(fault: Fault): number {
    const id = this.#nextId++;
    // A regular expression with `g` or `y` keeps a position between tests and would miss every other request.
    const route = new RegExp(fault.route.source, fault.route.flags.replace(/[gy]/g, ''));
    this.#faults.push({ fault: { ...fault, route }, id, hits: 0 });
    return id;
  }

  remove(id: number): boolean {
    const index = this.#faults.findIndex((entry) => entry.id === id);
    if (index >= 0) this.#faults.splice(index, 1);
    return index >= 0;
  }

  clear(): void {
    this.#faults.length = 0;
  }

  list(): readonly ActiveFault[] {
    return this.#faults.map(({ fault, id, hits }) => ({ ...fault, id, hits }));
  }

  /** The fault this request runs into, if any; counts it. */
  take(method: string, path: string): Fault | undefined {
    const entry = this.#faults.find(({ fault }) => fault.route.test(`${method} ${path}`));
    if (entry === undefined) return undefined;
    entry.hits += 1;
    if (entry.fault.times !== undefined && entry.hits >= entry.fault.times) this.remove(entry.id);
    return entry.fault;
  }
}

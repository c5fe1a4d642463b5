import type { OracleConnection, OracleDriver } from '../../shared/database/oracle-driver.ts';

/** The two whose statements are put in an order. */
export type Actor = 'first' | 'second';

/** Resolves with whether a session waits for a lock that another one holds. */
type IsBlocked = () => Promise<boolean>;

interface Waiting {
  readonly go: () => void;
}

/**
 * Puts the steps (statements, array binds and commits) of two transactions into a given order: the first takes
 * `lead` steps, then the second takes `reply` steps, then the first goes on to its end and the second after it. An actor
 * that waits for a row lock of the other is passed over until it goes on.
 */
export class Interleaving {
  readonly #isBlocked: IsBlocked;
  readonly #waiting = new Map<Actor, Waiting>();
  readonly #ended = new Set<Actor>();
  readonly steps: Record<Actor, number> = { first: 0, second: 0 };

  constructor(isBlocked: IsBlocked) {
    this.#isBlocked = isBlocked;
  }

  /** A driver whose connections ask for their turn before each step. */
  driver(driver: OracleDriver, actor: Actor): OracleDriver {
    return {
      ...driver,
      createPool: async (options) => {
        const pool = await driver.createPool(options);
        return { ...pool, getConnection: async () => this.#inTurn(await pool.getConnection(), actor) };
      },
    };
  }

  #inTurn(connection: OracleConnection, actor: Actor): OracleConnection {
    const turn = () => this.#turn(actor);
    return {
      callTimeout: 0,
      async execute(...args) {
        await turn();
        return connection.execute(...args);
      },
      async executeMany(...args) {
        await turn();
        return connection.executeMany(...args);
      },
      async commit() {
        await turn();
        return connection.commit();
      },
      close: (options) => connection.close(options),
    };
  }

  #turn(actor: Actor): Promise<void> {
    return new Promise((go) => void this.#waiting.set(actor, { go }));
  }

  /** Runs both in the order that `lead` and `reply` say. Resolves when both have ended, each with its result or error. */
  async run<A, B>(
    work: { readonly first: () => Promise<A>; readonly second: () => Promise<B> },
    { lead, reply }: { readonly lead: number; readonly reply: number },
  ): Promise<[PromiseSettledResult<A>, PromiseSettledResult<B>]> {
    this.#ended.clear();
    this.steps.first = 0;
    this.steps.second = 0;
    const ending = (actor: Actor) => () => void this.#ended.add(actor);
    const both = Promise.allSettled([
      work.first().finally(ending('first')),
      work.second().finally(ending('second')),
    ]);
    while (this.#ended.size < 2) {
      await this.#settled();
      const next = this.#next(lead, reply);
      const waiting = next === undefined ? undefined : this.#waiting.get(next);
      if (next === undefined || waiting === undefined) continue;
      this.#waiting.delete(next);
      this.steps[next] += 1;
      waiting.go();
    }
    return both;
  }

  /** Who goes on: as the order says, unless they wait for the other's lock or have ended. */
  #next(lead: number, reply: number): Actor | undefined {
    const wanted: Actor = this.steps.first < lead ? 'first' : this.steps.second < reply ? 'second' : 'first';
    const other: Actor = wanted === 'first' ? 'second' : 'first';
    return [wanted, other].find((actor) => this.#waiting.has(actor));
  }

  /** Resolves when each has ended, asks for its turn, or waits for a lock of the other. */
  async #settled(): Promise<void> {
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve));
      const running = (['first', 'second'] as const).filter(
        (actor) => !this.#ended.has(actor) && !this.#waiting.has(actor),
      );
      if (running.length === 0) return;
      if (running.length + this.#ended.size < 2 && (await this.#isBlocked())) return;
    }
  }
}

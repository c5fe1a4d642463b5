// For tests only: a process of a function that dies at a numbered point, and what it works with.
import type { Database, Queryable } from '../../shared/database/database.ts';
import { DatabaseError } from '../../shared/database/errors.ts';
import type { DiscordClient } from '../../shared/discord/client.ts';
import type { RobloxClient } from '../../shared/roblox/client.ts';

/** What a database answers instead: locked, gone, full or read-only, or gone after the statement was carried out. */
export type Trouble = 'none' | 'busy' | 'unreachable' | 'other' | 'lost';

/** The process is dead: whatever it still tries gets this, as if nothing of it ran any more. */
export class Killed extends Error {
  override readonly name = 'Killed';
}

/**
 * Counts the points at which a process may die: before and after every statement, commit and call of a service. At
 * point `killAt` it dies; 0: never. `trouble`: asked at every statement and commit, what the database answers. `random`: a
 * number in [0, 1).
 */
export class Life {
  readonly #killAt: number;
  readonly #trouble: () => Trouble;
  /** The process's own: no two of them name a lease alike. */
  readonly random: () => number;
  points = 0;
  dead = false;

  constructor(killAt: number, trouble: () => Trouble, random: () => number) {
    this.#killAt = killAt;
    this.#trouble = trouble;
    this.random = random;
  }

  point(): void {
    this.points += 1;
    if (this.points === this.#killAt) this.dead = true;
    if (this.dead) throw new Killed('killed');
  }

  /** Something outside is asked. It may happen and its answer never be read. */
  async call<T>(work: () => Promise<T>): Promise<T> {
    this.point();
    const result = await work();
    this.point();
    return result;
  }

  /** A single write or read, in or outside a transaction. */
  async #statement<T>(work: () => Promise<T>, mayBeLost: boolean): Promise<T> {
    return this.call(async () => {
      const trouble = this.#trouble();
      if (trouble !== 'none' && trouble !== 'lost') throw new DatabaseError(trouble, 'storm');
      const result = await work();
      if (trouble === 'lost') throw new DatabaseError(mayBeLost ? 'lost' : 'unreachable', 'storm');
      return result;
    });
  }

  #queryable(target: Queryable, alone: boolean): Queryable {
    return {
      query: (row, statement, binds) => this.#statement(() => target.query(row, statement, binds), false),
      execute: (statement, binds) => this.#statement(() => target.execute(statement, binds), alone),
      executeMany: (statement, rows) => this.#statement(() => target.executeMany(statement, rows), alone),
    };
  }

  database(db: Database): Database {
    return {
      engine: db.engine,
      ...this.#queryable(db, true),
      // Within a transaction a broken connection has committed nothing; at its end it may have.
      transaction: (work) =>
        this.#statement(() => db.transaction((tx) => work(this.#queryable(tx, false))), true),
      runMigrationStatement: (text, record) => db.runMigrationStatement(text, record),
      close: async () => undefined,
    };
  }

  discord(client: DiscordClient): DiscordClient {
    const { replies, ...rest } = client;
    return {
      ...this.#calling(rest),
      replies: (applicationId, token) => this.#calling(replies(applicationId, token)),
    };
  }

  roblox(client: RobloxClient): RobloxClient {
    return this.#calling(client);
  }

  /** The same client, whose every call is a point before and one after. */
  #calling<T extends object>(client: T): T {
    return new Proxy(client, {
      get: (target, name, receiver) => {
        const method: unknown = Reflect.get(target, name, receiver);
        if (typeof method !== 'function') return method;
        return (...args: readonly unknown[]) => this.call(async () => Reflect.apply(method, target, args));
      },
    });
  }
}

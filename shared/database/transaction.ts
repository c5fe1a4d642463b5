import type * as z from 'zod/mini';
import type { Binds, Queryable, Sql } from './database.ts';
import { DatabaseError } from './errors.ts';

/** What `transaction` hands to its work. Refuses to be used once the transaction is over. */
export class Transaction implements Queryable {
  readonly #connection: Queryable;
  readonly #beforeEach: () => Promise<void>;
  #ended = false;
  #halfway = false;

  /** `beforeEach` runs before each statement. */
  constructor(connection: Queryable, beforeEach: () => Promise<void> = async () => {}) {
    this.#connection = connection;
    this.#beforeEach = beforeEach;
  }

  async query<T>(row: z.ZodMiniType<T>, statement: Sql, binds?: Binds): Promise<T[]> {
    this.#refuseAfterEnd();
    await this.#beforeEach();
    return await this.#connection.query(row, statement, binds);
  }

  async execute(statement: Sql, binds?: Binds): Promise<number> {
    this.#refuseAfterEnd();
    await this.#beforeEach();
    return await this.#connection.execute(statement, binds);
  }

  /** The engines keep the rows before the one that failed, so after a failure only a rollback is right. */
  async executeMany(statement: Sql, rows: readonly Binds[]): Promise<number> {
    this.#refuseAfterEnd();
    await this.#beforeEach();
    try {
      return await this.#connection.executeMany(statement, rows);
    } catch (error) {
      this.#halfway = true;
      throw error;
    }
  }

  /** To be asked before the commit. Throws `DatabaseError` 'usage' when a bulk failure was swallowed. */
  refuseIfHalfway(): void {
    if (this.#halfway)
      throw new DatabaseError('usage', 'A bulk statement failed halfway: this transaction cannot commit.');
  }

  end(): void {
    this.#ended = true;
  }

  #refuseAfterEnd(): void {
    if (this.#ended) throw new DatabaseError('usage', 'This transaction has ended.');
  }
}

import type { ClanContext } from '../context/clan-runtime.ts';
import { delayMs } from '../outbox/backoff.ts';
import {
  type EffectState,
  effectStates,
  finishInOutbox,
  putBackIntoOutbox,
  type RowEnd,
  releaseRows,
  type TakenRow,
  takeFromOutbox,
} from '../outbox/outbox-store.ts';
import { lookAfterCommit } from './after-commit.ts';
import { endOf, performRow, reasonOf } from './deliver.ts';
import type { DeliveryMemory, EffectResult, Performers } from './performer.ts';
import { keepPauses } from './service-pause.ts';

/** So many ends are written down together at most: after a crash no more effects than these are performed again. */
const MOST_OPEN_ENDS = 10;
const LOOK_AGAIN_MS = 100;
const MANY = 5;

export interface OwnOptions {
  /** The interaction: its rows are `<base>-1`, `<base>-2` ... */
  readonly base: string;
  readonly performers: Performers;
  /** No row is begun at or after this, in Unix milliseconds. */
  readonly deadline: number;
}

/**
 * The effects of a change in the hands of the delivery that committed it, which wrote them already taken. How they end is
 * kept in memory and written down together. A row whose subject another change has a row of is given back, and so is one
 * that was not begun.
 */
export class OwnEffects {
  readonly #context: ClanContext;
  readonly #options: OwnOptions;
  readonly #rows: readonly TakenRow[];
  readonly #states = new Map<string, EffectState>();
  /** In hand and not performed. */
  readonly #held: Map<string, TakenRow>;
  /** Given back after the commit, because of another change's row. */
  readonly #givenBack = new Map<string, TakenRow>();
  /** Subjects of which a row waits: the next ones wait as well. */
  readonly #waiting = new Set<string>();
  #ends: RowEnd[] = [];
  #memory: DeliveryMemory;

  constructor(context: ClanContext, rows: readonly TakenRow[], options: OwnOptions) {
    this.#context = context;
    this.#options = options;
    this.#rows = rows;
    this.#held = new Map(rows.map((row) => [row.effectId, row]));
    for (const { effectId, kind } of rows) this.#states.set(effectId, { status: 'due', kind, result: null });
    this.#memory = { states: this.#states };
  }

  /** What performing a reply needs to know of them. */
  get memory(): DeliveryMemory {
    return this.#memory;
  }

  /** Asks what is to be known after the commit, and gives back what must not be performed yet. */
  async begin(): Promise<void> {
    const [first] = this.#rows;
    if (first === undefined) return;
    const { db, now } = this.#context;
    const { blocked, pauses } = await lookAfterCommit(db, { base: this.#options.base, owner: first.owner });
    this.#memory = { ...this.#memory, pauses: keepPauses(db, now, pauses) };
    const given = this.#rows.filter((row) => blocked.has(row.effectId));
    for (const row of given) {
      this.#waiting.add(row.subject);
      this.#held.delete(row.effectId);
      this.#givenBack.set(row.effectId, row);
    }
    await releaseRows(db, given);
  }

  /**
   * Performs these and those of the same subjects before them, one after the other: a service that denies the bot is then
   * asked once and not by many at the same moment. Never throws.
   */
  async perform(wanted: ReadonlySet<string>): Promise<void> {
    for (const row of this.#withEarlier(wanted)) {
      if (!this.#held.has(row.effectId) || this.#waiting.has(row.subject)) continue;
      if (this.#context.now() >= this.#options.deadline) return;
      this.#held.delete(row.effectId);
      await this.#performOne(row);
    }
  }

  /** The same for all that are left. Throws `DatabaseError`. */
  async performRest(): Promise<void> {
    // Others must not wait for rows that were performed while many more are.
    if (this.#held.size >= MANY) await this.#writeEnds();
    await this.perform(new Set(this.#rows.map((row) => row.effectId)));
  }

  /**
   * Waits for those of these that were given back, and performs them when their turn comes; until then (Unix
   * milliseconds). Of those that somebody else performed it finds out how they ended. Never throws.
   */
  async performGivenBack(
    wanted: ReadonlySet<string>,
    { until, sleep }: { readonly until: number; readonly sleep: (ms: number) => Promise<void> },
  ): Promise<void> {
    const { db, now, log } = this.#context;
    const open = new Map([...this.#givenBack].filter(([effectId]) => wanted.has(effectId)));
    try {
      while (open.size > 0 && now() < until) {
        await sleep(LOOK_AGAIN_MS);
        for (const [effectId, { owner }] of open) {
          const row = await takeFromOutbox(db, effectId, { owner, now: now() });
          if (row === undefined) continue;
          open.delete(effectId);
          await this.#performOne(row);
        }
        for (const [effectId, state] of await effectStates(db, [...open.keys()])) {
          if (state.status === 'due') continue;
          this.#states.set(effectId, state);
          open.delete(effectId);
        }
      }
    } catch (error) {
      log.error('Effects were left to the next delivery run', { error });
    }
  }

  /** Adds how the reply ended to what is written down. */
  async endReply(row: TakenRow, result: EffectResult): Promise<void> {
    await this.#note(row, result);
  }

  /** Writes down what is left of how they ended, and gives back what was not begun. Throws `DatabaseError`. */
  async close(): Promise<void> {
    await this.#writeEnds();
    const left = [...this.#held.values()];
    this.#held.clear();
    await releaseRows(this.#context.db, left);
  }

  #withEarlier(wanted: ReadonlySet<string>): readonly TakenRow[] {
    const subjects = new Set<string>();
    const chosen = this.#rows.toReversed().filter((row) => {
      if (wanted.has(row.effectId)) subjects.add(row.subject);
      return subjects.has(row.subject);
    });
    return chosen.toReversed();
  }

  async #performOne(row: TakenRow): Promise<void> {
    const { result } = await performRow(row, { ...this.#context, ...this.#memory }, this.#options.performers);
    try {
      await this.#note(row, result);
    } catch (error) {
      this.#context.log.error('How an effect ended could not be written down', {
        effect: row.effectId,
        error,
      });
    }
  }

  async #note(row: TakenRow, result: EffectResult): Promise<void> {
    const { db, now, random } = this.#context;
    if ('again' in result) {
      this.#states.set(row.effectId, { status: 'due', kind: row.kind, result: result.again });
      this.#waiting.add(row.subject);
      const dueAt = now() + delayMs(row.attempts, random, result.afterMs);
      if (!(await putBackIntoOutbox(db, row, { dueAt, result: reasonOf(result) }))) this.#sayLost(1);
      return;
    }
    const end = endOf(row, result);
    this.#states.set(row.effectId, { status: end.status, kind: row.kind, result: end.result });
    this.#ends.push(end);
    const isOnce = 'done' in result && result.once === true;
    if (isOnce || this.#ends.length >= MOST_OPEN_ENDS) await this.#writeEnds();
  }

  async #writeEnds(): Promise<void> {
    const ends = this.#ends;
    this.#ends = [];
    const written = await finishInOutbox(this.#context.db, ends, this.#context.now());
    if (written < ends.length) this.#sayLost(ends.length - written);
  }

  #sayLost(rows: number): void {
    this.#context.log.warning('The lease ran out while an effect was performed', { rows });
  }
}

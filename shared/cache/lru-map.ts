/**
 * A map of the `max` entries used last: reading or writing an entry makes it the newest, and the oldest leaves for one
 * too many. `undefined` is no value. `onDrop` is called with what left for room.
 */
export class LruMap<K, V> {
  readonly #entries = new Map<K, V>();
  readonly #max: number;
  readonly #onDrop: (value: V) => void;

  constructor(max: number, onDrop: (value: V) => void = () => undefined) {
    this.#max = max;
    this.#onDrop = onDrop;
  }

  get size(): number {
    return this.#entries.size;
  }

  get(key: K): V | undefined {
    const value = this.#entries.get(key);
    if (value !== undefined) this.set(key, value);
    return value;
  }

  set(key: K, value: V): void {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    for (const [oldest, dropped] of this.#entries) {
      if (this.#entries.size <= this.#max) break;
      this.#entries.delete(oldest);
      this.#onDrop(dropped);
    }
  }

  delete(key: K): void {
    this.#entries.delete(key);
  }

  clear(): void {
    this.#entries.clear();
  }

  values(): readonly V[] {
    return [...this.#entries.values()];
  }
}

import { randomBytes } from 'node:crypto';
import type { MessageEvent, World } from './world.ts';

/** A message that came, changed or went. */
export interface JournalEntry {
  /** Grows by one with each entry. */
  readonly revision: number;
  readonly kind: MessageEvent['kind'];
  readonly messageId: string;
  readonly channelId: string;
  /** Of an ephemeral message: the only person who sees it. */
  readonly visibleTo: string | null;
}

const KEPT = 2_000;

/**
 * What happened to messages since the start, the latest 2,000 entries, so that those who watch can go on after a lost
 * connection. A place in it is `<start>.<revision>`; a place of an earlier start is too old.
 */
export class Journal {
  readonly #entries: JournalEntry[] = [];
  readonly #start = randomBytes(6).toString('hex');
  readonly #watchers = new Set<(entry: JournalEntry) => void>();
  #revision = 0;

  constructor(world: World) {
    world.events.on('message', ({ kind, message }) => {
      this.#revision += 1;
      const entry = {
        revision: this.#revision,
        kind,
        messageId: message.id,
        channelId: message.channelId,
        visibleTo: message.visibleTo,
      };
      this.#entries.push(entry);
      if (this.#entries.length > KEPT) this.#entries.shift();
      for (const watcher of this.#watchers) watcher(entry);
    });
  }

  get revision(): number {
    return this.#revision;
  }

  place(revision = this.#revision): string {
    return `${this.#start}.${revision}`;
  }

  /** What came after a place, oldest first; undefined when that is no longer known. */
  after(place: string): readonly JournalEntry[] | undefined {
    const [start, digits = ''] = place.split('.');
    const revision = /^\d+$/.test(digits) ? Number(digits) : Number.NaN;
    const oldest = this.#entries[0]?.revision ?? this.#revision + 1;
    if (start !== this.#start || !(revision <= this.#revision && revision >= oldest - 1)) return undefined;
    return this.#entries.filter((entry) => entry.revision > revision);
  }

  /** Calls `watcher` with every entry from now on. Returns what ends that. */
  watch(watcher: (entry: JournalEntry) => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }
}

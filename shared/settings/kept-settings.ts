import { LruMap } from '../cache/lru-map.ts';
import type { Settings } from '../clans/settings.ts';
import type { Database } from '../database/database.ts';
import { loadSettings } from './settings-store.ts';

interface Kept {
  readonly db: Database;
  readonly version: string;
  readonly read: ReadSettings;
}

/** A clan's settings, with what stands for their version (`ClanRuntime.config`). */
export interface ReadSettings {
  readonly settings: Settings;
  readonly config?: object | undefined;
}

/** The settings of the clans used last, at most `max` of them, each as long as its version stays the same. */
export class KeptSettings {
  readonly #kept: LruMap<string, Kept>;

  constructor(max: number) {
    this.#kept = new LruMap(max);
  }

  /** Without a version they are read. Throws `DatabaseError` and `NoSettingsError`. */
  async of(clan: string, db: Database, version: string | undefined): Promise<ReadSettings> {
    if (version === undefined) return { settings: await loadSettings(db) };
    const known = this.#kept.get(clan);
    if (known?.db === db && known.version === version) return known.read;
    const read = { settings: await loadSettings(db), config: {} };
    this.#kept.set(clan, { db, version, read });
    return read;
  }
}

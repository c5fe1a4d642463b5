/** A service whose calls can be paused for one clan. */
export type PausableService = 'discord' | 'roblox';

export interface ServicePause {
  readonly service: PausableService;
  /** Denials in a row since the last success. */
  readonly deniedCount: number;
  /** Unix milliseconds; in the past or 0: not paused. */
  readonly pausedUntil: number;
  /** What the service said last. */
  readonly reason: string | null;
}

/** Pauses as they were read not long ago, by whoever performs several effects. */
export interface KnownPauses {
  /** How a service stands; undefined: it was never denied. */
  find(service: PausableService): Promise<ServicePause | undefined>;
  /** To be called when a call did not go well: they are read again then. */
  forget(): void;
}

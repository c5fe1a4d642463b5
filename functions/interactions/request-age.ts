const MINUTE_MS = 60_000;
const REMEMBERED_MINUTES = 10;

/** How old a proven request is on arrival, in milliseconds. Both times in Unix milliseconds. */
export type RequestAge = (sentAt: number, arrivedAt: number) => number;

/**
 * Ages of requests beside a clock that may be off. The way from Discord to here, the clocks' difference included,
 * takes at least what the fastest proven request of the last 10 minutes took; what comes on top of that is age. The
 * first request of a process is therefore as good as new.
 */
export function createRequestAge(): RequestAge {
  /** By minute, what its fastest request took. */
  const fastest = new Map<number, number>();
  return (sentAt, arrivedAt) => {
    const took = arrivedAt - sentAt;
    const minute = Math.floor(arrivedAt / MINUTE_MS);
    fastest.set(minute, Math.min(took, fastest.get(minute) ?? took));
    for (const past of fastest.keys()) {
      if (Math.abs(minute - past) >= REMEMBERED_MINUTES) fastest.delete(past);
    }
    return took - Math.min(...fastest.values());
  };
}

/** One request that an emulator answered. */
export interface RecordedRequest {
  readonly method: string;
  /** Without the API's prefix. */
  readonly path: string;
  /** `GET /guilds/{guild_id}/roles`, or the method and path where no route matched. */
  readonly route: string;
  readonly status: number;
  readonly at: number;
  /** The parsed JSON body (of a multipart request its payload_json). */
  readonly body: unknown;
}

const KEPT = 5_000;

/** Counts requests by route, and keeps the latest 5,000 of them. */
export class Requests {
  readonly #counts = new Map<string, number>();
  readonly #latest: RecordedRequest[] = [];
  #invalid = 0;

  add(request: RecordedRequest): void {
    this.#counts.set(request.route, (this.#counts.get(request.route) ?? 0) + 1);
    if ([401, 403, 429].includes(request.status)) this.#invalid += 1;
    this.#latest.push(request);
    if (this.#latest.length > KEPT) this.#latest.splice(0, this.#latest.length - KEPT);
  }

  /** How many requests matched: a route as recorded, or any whose route the expression matches. All when left out. */
  count(route?: string | RegExp): number {
    let sum = 0;
    for (const [name, count] of this.#counts) if (matches(name, route)) sum += count;
    return sum;
  }

  /** Requests answered 401, 403 or 429. Of Discord's, 10,000 in 10 minutes ban the address that sent them. */
  invalid(): number {
    return this.#invalid;
  }

  list(route?: string | RegExp): readonly RecordedRequest[] {
    return this.#latest.filter((request) => matches(request.route, route));
  }

  counts(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#counts);
  }

  clear(): void {
    this.#counts.clear();
    this.#latest.length = 0;
    this.#invalid = 0;
  }
}

function matches(name: string, route: string | RegExp | undefined): boolean {
  if (route === undefined) return true;
  return typeof route === 'string' ? name === route : route.test(name);
}

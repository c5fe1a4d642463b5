const FIRST_RATE = 5;
const SEARCH = 2;
/** How often the gap between the last rate that was kept and the first that was not is halved. */
const HALVES = 3;
/** Of the highest rate that was kept: a rate just below the edge is over it in a bad minute. */
const HOLD = 0.9;
const BACK = 0.9;

/**
 * The highest rate that can be kept, in requests per second, found window by window: it doubles until a window is not
 * kept, halves the gap three times, and is held at nine tenths of what was kept. A rate that was not kept is tried once
 * more, since processes start when it is new. Once it is held it only goes down, a tenth whenever a window was not kept.
 */
export class RateSearch {
  #rate = FIRST_RATE;
  #kept = FIRST_RATE;
  #tooHigh: number | undefined;
  #isSecond = false;
  #halves = 0;
  #isFound = false;

  get rate(): number {
    return this.#rate;
  }

  /** Whether the rate is held and not looked for any more. */
  get isFound(): boolean {
    return this.#isFound;
  }

  /** What the window at `rate` came to. */
  judge(isKept: boolean): void {
    if (this.#isFound) {
      if (!isKept) this.#rate *= BACK;
      return;
    }
    if (!isKept && !this.#isSecond) {
      this.#isSecond = true;
      return;
    }
    this.#isSecond = false;
    if (isKept) this.#kept = this.#rate;
    else this.#tooHigh = this.#rate;
    if (this.#tooHigh === undefined) {
      this.#rate *= SEARCH;
    } else if (this.#halves < HALVES) {
      this.#halves += 1;
      this.#rate = (this.#kept + this.#tooHigh) / 2;
    } else {
      this.#isFound = true;
      this.#rate = this.#kept * HOLD;
    }
  }
}

/** Sees the calls of functions on this machine. Nothing of it exists where the functions really run. */
export interface FnWatch {
  /** Files that every function's process loads before its bundle. */
  readonly preload: readonly string[];
  /** Goes into the configuration of each process that starts from now on. */
  environment(): Readonly<Record<string, string>>;
  /** A call came. Returns headers that go with it to the process. */
  received(call: {
    readonly id: string;
    readonly name: string;
    readonly detached: boolean;
    readonly body: Buffer;
  }): Readonly<Record<string, string>>;
  /** A process begins with the call; `cold` when it was started for it. */
  began(id: string, cold: boolean): void;
  /** The outer status, or why there is no answer. */
  ended(id: string, outcome: string): void;
  /** A line that a preloaded file wrote. */
  reported(line: string): void;
  /** Whether an accepted call of this function is carried out a second time. */
  isTwice(name: string): boolean;
}

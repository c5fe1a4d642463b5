/** The result of one check. `ok`: as it should be. `warn`: works, or could not be checked; look at it. `fail`: fix it. */
export type State = 'ok' | 'warn' | 'fail';

export interface Line {
  readonly check: string;
  readonly state: State;
  readonly text: string;
  /** What to do about it, in one line. Every line that is not `ok` has one. */
  readonly remedy?: string;
}

/** Lines of one check. */
export function linesOf(check: string) {
  const line = (state: State) => (text: string, remedy: string) => ({ check, state, text, remedy });
  return {
    ok: (text: string): Line => ({ check, state: 'ok', text }),
    warn: line('warn'),
    fail: line('fail'),
  };
}

/** For people: a line each, and below it what to do. */
export function asText(lines: readonly Line[]): string {
  const width = Math.max(...lines.map((line) => line.check.length));
  const shown = lines.flatMap(({ check, state, text, remedy }) => [
    `${state.padEnd(4)}  ${check.padEnd(width)}  ${text}`,
    ...(remedy === undefined ? [] : [`${' '.repeat(width + 8)}-> ${remedy}`]),
  ]);
  const count = (state: State) => lines.filter((line) => line.state === state).length;
  return [...shown, `${count('fail')} to fix, ${count('warn')} to look at. Nothing was changed.`].join('\n');
}

/** For programs: the same lines, and whether one of them fails. */
export function asJson(lines: readonly Line[]): string {
  return JSON.stringify({ ok: !lines.some((line) => line.state === 'fail'), lines }, undefined, 2);
}

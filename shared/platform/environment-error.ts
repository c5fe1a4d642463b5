/** The configuration is wrong. The message names the variable and what was expected, never its value. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';

  constructor(problem: string) {
    super(`The function's configuration is wrong. ${problem}`);
  }
}

import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { ScriptError } from '../command-line.ts';
import { OnboardingError } from './onboarding-error.ts';

/** Asks the person at the console. */
export interface Prompter {
  /** Whether somebody can answer: without a terminal the rest throws, but for a question with a fallback. */
  readonly canAsk: boolean;
  /** One line; `fallback` for an empty one. Throws `ScriptError` where nobody can answer, or answers no more. */
  text(question: string, fallback?: string): Promise<string>;
  /** The same without showing what is typed. */
  secret(question: string): Promise<string>;
}

export interface Console {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
}

/** `missing` says what to give instead where nobody can answer, by the question. */
export function askAt({ input, output }: Console, missing: (question: string) => string): Prompter {
  const canAsk = input.isTTY === true;
  async function line(question: string, hidden: boolean): Promise<string> {
    if (!canAsk) throw new ScriptError(missing(question));
    const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
    // From here on the terminal shows nothing by itself, so the question comes after it.
    const reader = createInterface({ input, output: hidden ? silent : output, terminal: true });
    if (hidden) output.write(`${question} (not shown): `);
    try {
      const ended = new Promise<never>((_, reject) => {
        reader.once('close', () => reject(new ScriptError('Stopped.')));
        reader.once('SIGINT', () => reject(new ScriptError('Stopped.')));
      });
      const answer = await Promise.race([reader.question(hidden ? '' : `${question}: `), ended]);
      if (hidden) output.write('\n');
      return answer.trim();
    } finally {
      reader.close();
    }
  }
  return {
    canAsk,
    async text(question, fallback) {
      if (fallback !== undefined && !canAsk) return fallback;
      const answer = await line(fallback === undefined ? question : `${question} [${fallback}]`, false);
      return answer === '' && fallback !== undefined ? fallback : answer;
    },
    secret: (question) => line(question, true),
  };
}

export interface Question<T> {
  readonly question: string;
  /** Taken instead of an answer, such as an option's value. */
  readonly given?: string | undefined;
  /** Offered, and taken for an empty line. */
  readonly fallback?: string | undefined;
  readonly secret?: boolean;
  /** Throws `OnboardingError` with the reason for an answer that is not good. */
  readonly check: (answer: string) => T | Promise<T>;
}

/**
 * Asks until the answer is good, saying each time why it was not. A reason that is not about this answer (an error that
 * `isOther` knows) is thrown. Where nobody can answer, the reason is thrown at once.
 */
export async function askUntil<T>(
  ask: Prompter,
  { question, given, fallback, secret = false, check }: Question<T>,
  isOther: (error: OnboardingError) => boolean = () => false,
): Promise<T> {
  for (let ready = given; ; ready = undefined) {
    const answer = ready ?? (secret ? await ask.secret(question) : await ask.text(question, fallback));
    try {
      return await check(answer);
    } catch (error) {
      if (!(error instanceof OnboardingError) || !ask.canAsk || isOther(error)) throw error;
      process.stdout.write(`${error.message}\n`);
    }
  }
}

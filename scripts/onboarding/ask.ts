import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { UsageError } from '../command-line.ts';

/** Asks the person at the console. */
export interface Ask {
  /** One line; `fallback` for an empty one. Throws `UsageError` where nobody can answer. */
  text(question: string, fallback?: string): Promise<string>;
  /** The same without showing what is typed. */
  secret(question: string): Promise<string>;
}

export interface Console {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
}

/** `missing` says what to give instead where nobody can answer, by the question. */
export function askAt({ input, output }: Console, missing: (question: string) => string): Ask {
  async function line(question: string, hidden: boolean): Promise<string> {
    if (!input.isTTY) throw new UsageError(missing(question));
    const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
    if (hidden) output.write(`${question} (not shown): `);
    const reader = createInterface({ input, output: hidden ? silent : output, terminal: true });
    try {
      const answer = await reader.question(hidden ? '' : `${question}: `);
      if (hidden) output.write('\n');
      return answer.trim();
    } finally {
      reader.close();
    }
  }
  return {
    async text(question, fallback) {
      if (fallback !== undefined && !input.isTTY) return fallback;
      const answer = await line(fallback === undefined ? question : `${question} [${fallback}]`, false);
      return answer === '' && fallback !== undefined ? fallback : answer;
    },
    secret: (question) => line(question, true),
  };
}

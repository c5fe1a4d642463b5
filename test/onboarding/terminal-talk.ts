import { type ChildProcess, spawnSync } from 'node:child_process';

export const hasScript = spawnSync('script', ['--version']).status === 0;

/** The command line that runs another one at a terminal of its own (util-linux's script). */
export function atTerminal(command: string): readonly [string, ...string[]] {
  return ['script', '--quiet', '--flush', '--return', '--command', command, '/dev/null'];
}

/** A conversation with a program at a terminal. */
export class TerminalTalk {
  readonly #child: ChildProcess;
  readonly exit: Promise<number | null>;
  #output = '';
  /** What was shown up to here is answered. */
  #answered = 0;
  #onOutput = () => {};

  constructor(child: ChildProcess) {
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        // biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal's escapes begin with one.
        this.#output += text.replace(/\u001b\[[\d;]*[A-Za-z]/g, '').replaceAll('\r', '');
        this.#onOutput();
      });
    }
    this.exit = new Promise((done) => child.once('close', (code) => done(code)));
  }

  get output(): string {
    return this.#output;
  }

  /** Waits for a question that was not answered yet, and types the answer with a line end, or Ctrl-C. */
  async answer(question: RegExp, text: string): Promise<void> {
    await new Promise<void>((done, reject) => {
      this.#onOutput = () => {
        const match = question.exec(this.#output.slice(this.#answered));
        if (match === null) return;
        this.#onOutput = () => {};
        this.#answered = this.#output.length;
        done();
      };
      this.#onOutput();
      this.exit.then((code) => reject(new Error(`It ended with ${code}:\n${this.#output}`)));
    });
    this.#child.stdin?.write(text === CTRL_C ? text : `${text}\r`);
  }
}

export const CTRL_C = '\u0003';

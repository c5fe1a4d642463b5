import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';

const KEPT = 300;

/** Reads lines from standard input, with history and editing at a terminal, and as they come from a pipe. */
export interface Prompt {
  /** Undefined at the end of input, or after Ctrl-C or Ctrl-D. */
  read(question: string): Promise<string | undefined>;
  close(): void;
}

export function openPrompt(historyFile: string, completions: (line: string) => Promise<string[]>): Prompt {
  const isTerminal = process.stdin.isTTY === true;
  const lines = createInterface({
    input: process.stdin,
    ...(isTerminal ? { output: process.stdout, history: readHistory(historyFile), historySize: KEPT } : {}),
    completer: (line: string, done: (error: null, found: [string[], string]) => void) => {
      completions(line).then(
        (found) => done(null, [found, line]),
        () => done(null, [[], line]),
      );
    },
  });
  // Lines that arrive while nobody asks (from a pipe, or typed ahead) wait here.
  const waiting: string[] = [];
  let asked: ((line: string | undefined) => void) | undefined;
  let ended = false;
  const answer = (line: string | undefined) => {
    const resolve = asked;
    asked = undefined;
    resolve?.(line);
  };
  lines.on('line', (line) => {
    if (asked === undefined) waiting.push(line);
    else answer(line);
  });
  lines.on('close', () => {
    ended = true;
    answer(undefined);
  });
  lines.on('SIGINT', () => lines.close());
  lines.on('history', (history) => writeHistory(historyFile, history));
  return {
    read(question) {
      const [line] = waiting.splice(0, 1);
      if (line !== undefined) {
        if (!isTerminal) process.stdout.write(`${question}${line}\n`);
        return Promise.resolve(line);
      }
      if (ended) return Promise.resolve(undefined);
      return new Promise((resolve) => {
        asked = (given) => {
          if (!isTerminal && given !== undefined) process.stdout.write(`${question}${given}\n`);
          resolve(given);
        };
        if (isTerminal) {
          lines.setPrompt(question);
          lines.prompt();
        }
      });
    },
    close: () => lines.close(),
  };
}

function readHistory(path: string): string[] {
  try {
    return readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line !== '');
  } catch {
    return [];
  }
}

function writeHistory(path: string, history: readonly string[]): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, history.slice(0, KEPT).join('\n'), { mode: 0o600 });
  } catch {
    // A history that cannot be kept is no reason to stop.
  }
}

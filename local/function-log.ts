import { closeSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import * as z from 'zod/mini';
import { cut } from '../shared/text/cut.ts';

const LogLine = z.looseObject({ level: z.string(), message: z.string() });
const SHOWN_LEVELS = ['error', 'critical'];
const MAX_SHOWN = 500;

export interface FunctionLog {
  /** Takes output of one process; keep one per stream, since it joins lines across chunks. */
  newStream(): (chunk: Buffer) => void;
  /** Ends the file; what comes afterwards is dropped. */
  close(): void;
}

const MAX_FILE_BYTES = 10_000_000;

/**
 * What a function writes goes to `<directory>/<name>.log` as it is; its errors also to `show`, a short line each.
 * A file that has grown to `maxBytes` becomes `<name>.log.1`, in place of the one before it.
 */
export function openFunctionLog(
  directory: string,
  name: string,
  show: (line: string) => void,
  maxBytes = MAX_FILE_BYTES,
): FunctionLog {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const path = join(directory, `${name}.log`);
  let file: number | undefined = openSync(path, 'a', 0o600);
  let size = fstatSync(file).size;

  function write(chunk: Buffer): void {
    // What a killed process had still written comes after the end.
    if (file === undefined) return;
    try {
      if (size >= maxBytes) {
        renameSync(path, `${path}.1`);
        const next = openSync(path, 'a', 0o600);
        closeSync(file);
        file = next;
        size = 0;
      }
      size += writeSync(file, chunk);
    } catch (error) {
      // A full disk must not stop the functions; who reads the console learns of it.
      show(`The log of ${name} cannot be written: ${error instanceof Error ? error.message : error}`);
    }
  }

  return {
    newStream() {
      const decoder = new StringDecoder('utf8');
      let rest = '';
      return (chunk) => {
        write(chunk);
        const lines = (rest + decoder.write(chunk)).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) {
          const shown = readable(line);
          if (shown !== undefined) show(`[${name}] ${shown}`);
        }
      };
    },
    close() {
      if (file !== undefined) closeSync(file);
      file = undefined;
    },
  };
}

/** An error of the function as one line; `undefined` for lines that are no errors. Anything but JSON is one. */
function readable(line: string): string | undefined {
  if (line.trim() === '') return undefined;
  const parsed = LogLine.safeParse(parseJson(line));
  if (!parsed.success) return cut(line, MAX_SHOWN);
  const { level, message, time: _, ...fields } = parsed.data;
  if (!SHOWN_LEVELS.includes(level)) return undefined;
  return cut(`${level}: ${message} ${JSON.stringify(fields)}`, MAX_SHOWN);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import * as z from 'zod/mini';

const LogLine = z.looseObject({ level: z.string(), message: z.string() });
const SHOWN_LEVELS = ['error', 'critical'];
const MAX_SHOWN = 500;

export interface FunctionLog {
  /** Takes output of one process; keep one `take` per stream, since it joins lines across chunks. */
  newStream(): (chunk: Buffer) => void;
  close(): Promise<void>;
}

/** What a function writes goes to `<directory>/<name>.log` as it is; its errors also to `show`, a short line each. */
export function openFunctionLog(directory: string, name: string, show: (line: string) => void): FunctionLog {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const file = createWriteStream(join(directory, `${name}.log`), { flags: 'a', mode: 0o600 });
  file.on('error', (error) => show(`The log of ${name} cannot be written: ${error.message}`));
  return {
    newStream() {
      const decoder = new StringDecoder('utf8');
      let rest = '';
      return (chunk) => {
        file.write(chunk);
        const lines = (rest + decoder.write(chunk)).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) {
          const shown = readable(line);
          if (shown !== undefined) show(`[${name}] ${shown}`);
        }
      };
    },
    close: () => new Promise((resolve) => file.end(() => resolve())),
  };
}

/** An error of the function as one line; `undefined` for lines that are no errors. Anything but JSON is one. */
function readable(line: string): string | undefined {
  if (line.trim() === '') return undefined;
  const parsed = LogLine.safeParse(parseJson(line));
  if (!parsed.success) return line.slice(0, MAX_SHOWN);
  const { level, message, time: _, ...fields } = parsed.data;
  if (!SHOWN_LEVELS.includes(level)) return undefined;
  return `${level}: ${message} ${JSON.stringify(fields)}`.slice(0, MAX_SHOWN);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { PlatformEnvironmentError, type Variables } from './environment.ts';

/** A file of variables cannot be read. The message names the file and what to do, never a line of it. */
export class EnvFileError extends PlatformEnvironmentError {
  override readonly name = 'EnvFileError';
}

/**
 * The variables of a file such as `.env`. UTF-8 and UTF-16 with a byte order mark are read, as Windows' editors and
 * PowerShell's `>` write them. Throws `EnvFileError` for a file that is not there, and for one that is no such text.
 */
export function readEnvFile(path: string): Variables {
  return parseEnv(decode(bytesOf(path), path));
}

/**
 * Reads a file of variables into `process.env` when it is there, as `node --env-file` does: what is set already wins.
 * Throws `EnvFileError`.
 */
export function loadEnvFile(path = '.env'): void {
  if (!existsSync(path)) return;
  for (const [name, value] of Object.entries(readEnvFile(path))) process.env[name] ??= value;
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : String(error);
    throw new EnvFileError(code === 'ENOENT' ? `${path} is not there.` : `${path} cannot be read (${code}).`);
  }
}

function decode(bytes: Uint8Array, path: string): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  let text: string;
  try {
    // Takes a byte order mark away.
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw notText(path, `not ${encoding.toUpperCase()} text`);
  }
  // UTF-16 without its mark is full of them.
  if (text.includes('\0')) throw notText(path, 'it holds NUL characters, as UTF-16 without a mark does');
  return text;
}

function notText(path: string, why: string): EnvFileError {
  return new EnvFileError(
    `${path} cannot be read (${why}). Save it as UTF-8; in PowerShell: Set-Content -Encoding utf8.`,
  );
}

import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
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
  return parseEnv(readEnvText(path));
}

/** The text of such a file, with its comments. Throws `EnvFileError`. */
export function readEnvText(path: string): string {
  return decode(bytesOf(path), path);
}

/** Whose variables a call needs, as it says itself. */
export interface EnvFileWishes {
  readonly clan?: string | undefined;
  /** `--env-file`. */
  readonly envFile?: string | undefined;
}

/** Where the variables of a bot under systemd lie (`deploy/server`). */
const UNIT_FILES = '/etc/clan-bot';

/**
 * The file with the variables of a call: the one that it names, else `.env.<clan>`, `/etc/clan-bot/<clan>.env` or
 * `.env`, the first that is there. Throws `EnvFileError` when the named one is not there.
 */
export function findEnvFile({ clan, envFile }: EnvFileWishes, unitFiles = UNIT_FILES): string | undefined {
  if (envFile !== undefined) {
    if (!existsSync(envFile)) throw new EnvFileError(`${envFile} is not there (--env-file).`);
    return envFile;
  }
  const ofClan = clan === undefined ? [] : [`.env.${clan}`, join(unitFiles, `${clan}.env`)];
  return [...ofClan, '.env'].find((path) => existsSync(path));
}

/**
 * Reads the file of a call (`findEnvFile`) into `process.env`: what is set already wins. With a unit's file comes the
 * unit's data directory: `/var/lib/clan-bot/<clan>` unless the file says otherwise. Returns the file. Throws
 * `EnvFileError`.
 */
export function loadEnvFile(wishes: EnvFileWishes = {}): string | undefined {
  const file = findEnvFile(wishes);
  if (file === undefined) return undefined;
  loadVariables(readEnvFile(file));
  const [, root, clan] = /^(.*)\/etc\/clan-bot\/(\w+)\.env$/.exec(resolve(file)) ?? [];
  if (clan !== undefined) process.env['DATA_DIR'] ??= `${root}/var/lib/clan-bot/${clan}`;
  return file;
}

/** What is set in `process.env` already stays. */
export function loadVariables(variables: Variables): void {
  for (const [name, value] of Object.entries(variables)) process.env[name] ??= value;
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

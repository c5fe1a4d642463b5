import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, extname, resolve } from 'node:path';
import { TerminalError } from './terminal-error.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.json': 'application/json',
  '.txt': 'text/plain',
  '.pdf': 'application/pdf',
};

/** A file for an option or a modal, as the emulator's control route takes it. */
export interface EncodedFile {
  readonly name: string;
  readonly contentType: string;
  readonly base64: string;
}

/** Reads a file by its path (`~` is the home folder). Throws `TerminalError` when it cannot be read. */
export function readFile(path: string): EncodedFile {
  const full = resolve(path.replace(/^~(?=\/|$)/, homedir()));
  try {
    const contentType = TYPES[extname(full).toLowerCase()] ?? 'application/octet-stream';
    return { name: basename(full), contentType, base64: readFileSync(full).toString('base64') };
  } catch (cause) {
    throw new TerminalError(`The file ${full} cannot be read.`, { cause });
  }
}

import { spawn } from 'node:child_process';

/** A program that this needs is missing, or failed; its own output has been shown. */
export class ProgramError extends Error {
  override readonly name = 'ProgramError';
}

/** Runs a program at this console and waits for its end. Throws `ProgramError` unless it ends with code 0. */
export async function runProgram(program: string, args: readonly string[]): Promise<void> {
  process.stdout.write(`> ${program} ${args.join(' ')}\n`);
  const child = spawn(program, args, { stdio: 'inherit' });
  await new Promise<void>((resolve, reject) => {
    child.once('error', () => reject(new ProgramError(`${program} could not be started. Is it installed?`)));
    child.once('exit', (code, signal) => {
      if (code === 0) resolve();
      else
        reject(
          new ProgramError(`${program} failed (${signal ?? `code ${code}`}); nothing further was done.`),
        );
    });
  });
}

/** What a program prints. Throws `ProgramError`. */
export async function outputOf(program: string, args: readonly string[]): Promise<string> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.on('data', (chunk) => {
    text += chunk;
  });
  return new Promise<string>((resolve, reject) => {
    child.once('error', () => reject(new ProgramError(`${program} could not be started. Is it installed?`)));
    child.once('close', (code) => {
      if (code === 0) resolve(text);
      else reject(new ProgramError(`${program} ${args[0] ?? ''} failed (code ${code}).`));
    });
  });
}

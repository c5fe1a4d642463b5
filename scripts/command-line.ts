import {
  Command,
  CommanderError,
  InvalidArgumentError,
  Option,
  type OptionValues,
} from '@commander-js/extra-typings';
import { OwnFileError } from '../local/own-file.ts';
import { ClanName } from '../shared/clans/clan-record.ts';
import { Secrets } from '../shared/log/secrets.ts';

/** The script is called wrongly; its help follows the message. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What was asked for cannot be done here. The message says why and what to do. */
export class ScriptError extends Error {
  override readonly name = 'ScriptError';
}

type ErrorKind = abstract new (...args: never[]) => Error;

/** A script of package.json: its name, what it does, and `--help`. Options and arguments are added to it. */
export function command(script: string, summary: string) {
  return new Command(script === 'start' ? 'npm start --' : `npm run ${script} --`)
    .description(summary)
    .helpOption('--help', 'shows this and does nothing')
    .configureHelp({ helpWidth: 110, showGlobalOptions: true })
    .showHelpAfterError()
    .exitOverride();
}

/** `--clan`. */
export function clanOption(description: string) {
  return new Option('--clan <clan>', description).argParser(clanName);
}

/** `--env-file`, of every script that reads a clan's variables. */
export function envFileOption() {
  return new Option(
    '--env-file <file>',
    "the clan's variables; otherwise .env.<clan>, /etc/clan-bot/<clan>.env or .env, the first that is there",
  );
}

/** Of an option or argument that takes a clan's name. */
export function clanName(text: string): string {
  if (ClanName.safeParse(text).success) return text;
  throw new InvalidArgumentError("A clan's name has 2 to 30 of a-z, 0-9 and _, starting with a letter.");
}

/**
 * Runs a script with what it was called with. `--help` prints help, with code 0. A wrong call shows what is wrong and
 * the help, with code 2. An error of the `expected` kinds (and `ScriptError` and `OwnFileError`) is shown by its message
 * alone, any other one with its stack; both with `failure`.
 */
export function runScript<Args extends unknown[], Options extends OptionValues>(
  program: Command<Args, Options>,
  main: (options: Options, ...args: Args) => Promise<void> | void,
  { expected = [], failure = 1 }: { expected?: readonly ErrorKind[]; failure?: number } = {},
): void {
  const failed = (error: unknown) => {
    if (error instanceof UsageError) {
      process.stderr.write(`error: ${error.message}\n\n${program.helpInformation()}`);
      process.exitCode = 2;
      return;
    }
    const isExpected = [ScriptError, OwnFileError, ...expected].some((kind) => error instanceof kind);
    const text = error instanceof Error ? (isExpected ? error.message : error.stack) : error;
    // A driver's or another program's error may quote what it was called with.
    process.stderr.write(`${new Secrets().remove(String(text))}\n`);
    process.exitCode = failure;
  };
  try {
    program.parse(process.argv.slice(2), { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Commander has written the help or the error.
    process.exitCode = error.exitCode === 0 ? 0 : 2;
    return;
  }
  Promise.resolve()
    .then(() => main(program.opts(), ...program.processedArgs))
    .catch(failed);
}

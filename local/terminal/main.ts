// npm run discord: talks to the clans of the running platform as one of their members.
import { join } from 'node:path';
import { loadEnvFile } from '../env-file.ts';
import { PlatformEnvironmentError, parsePlatformEnvironment } from '../environment.ts';
import { findRunningPlatform } from '../platform-file.ts';
import { parseTerminalArguments, USAGE } from './arguments.ts';
import { openSession } from './open-session.ts';
import { openPrompt, type Prompt } from './prompt.ts';
import { runLine, VERB_NAMES } from './run-line.ts';
import { readCommands, type Session } from './session.ts';
import { TerminalError } from './terminal-error.ts';

const show = (text: string) => void process.stdout.write(`${text}\n`);

async function main(): Promise<void> {
  const wanted = parseTerminalArguments(process.argv.slice(2));
  if (wanted.help) return show(USAGE);
  loadEnvFile();
  const { dataDir } = parsePlatformEnvironment(process.env);
  const platform = await findRunningPlatform(dataDir);
  if (platform === undefined) {
    throw new TerminalError(
      `The platform does not run on ${dataDir}: run "npm start" first, in another terminal.`,
    );
  }
  let prompt: Prompt | undefined;
  const session = await openSession(platform, wanted, {
    show,
    ask: async (question) => prompt?.read(question),
  });
  if (wanted.line !== undefined && process.stdin.isTTY !== true) return runLine(session, wanted.line);
  prompt = openPrompt(join(dataDir, 'discord-history'), (line) => completions(session, line));
  try {
    if (wanted.line !== undefined) await runLine(session, wanted.line);
    else await converse(session, prompt);
  } finally {
    prompt.close();
  }
}

/** Lines until the end of input; a line that could not be carried out says so and the next one is read. */
async function converse(session: Session, prompt: Prompt): Promise<void> {
  show(
    `${session.clan.guild}: you are ${session.person.name} in #${session.channel}. "help" says what you can type.`,
  );
  for (;;) {
    const line = await prompt.read(`${session.clan.clan}> `);
    if (line === undefined || /^(exit|quit)$/.test(line.trim())) return;
    try {
      await runLine(session, line);
    } catch (error) {
      if (!(error instanceof TerminalError)) throw error;
      show(error.message);
      process.exitCode = process.stdin.isTTY === true ? 0 : 1;
    }
  }
}

/** What the Tab key offers: commands and the first words of a line. */
async function completions(session: Session, line: string): Promise<string[]> {
  if (!line.startsWith('/')) return VERB_NAMES.filter((verb) => verb.startsWith(line));
  const commands = await readCommands(session);
  return commands
    .filter((command) => command.type === 1 && `/${command.path}`.startsWith(line))
    .map((command) => `/${command.path} `);
}

/** Who reads the output stopped, as `| head` does: nothing more is to be said. */
process.stdout.on('error', (error) => {
  if (!('code' in error) || error.code !== 'EPIPE') throw error;
  process.exit(process.exitCode ?? 0);
});

main().catch((error: unknown) => {
  const expected = error instanceof TerminalError || error instanceof PlatformEnvironmentError;
  const unknownOption =
    error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  const text =
    expected || unknownOption
      ? error.message
      : error instanceof Error
        ? (error.stack ?? error.message)
        : String(error);
  process.stderr.write(`${text}\n${unknownOption ? `${USAGE}\n` : ''}`);
  process.exitCode = 1;
});

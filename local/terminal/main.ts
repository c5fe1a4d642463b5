// npm run discord: talks to the clans of the running platform as one of their members.
import { join } from 'node:path';
import { clanOption, command, envFileOption, runScript } from '../../scripts/command-line.ts';
import { loadEnvFile } from '../env-file.ts';
import { PlatformEnvironmentError, parsePlatformEnvironment } from '../environment.ts';
import { findRunningPlatform } from '../platform-file.ts';
import { openSession } from './open-session.ts';
import { openPrompt, type Prompt } from './prompt.ts';
import { runLine, VERB_NAMES } from './run-line.ts';
import { readCommands, type Session } from './session.ts';
import { TerminalError } from './terminal-error.ts';

/** `npm run discord`: whom to be, where, and a line to carry out; without a line it opens a prompt. */
const PROGRAM = command(
  'discord',
  'Talks to the clans of the running platform as one of their members. Without a line it opens a prompt; "help" says what can be typed there.',
)
  .argument('[line...]', 'one line to carry out')
  .addOption(clanOption('the clan (default: the first one)'))
  .option('--as <person>', 'who is speaking')
  .option('--channel <channel>', 'where')
  .addOption(envFileOption())
  .addHelpText(
    'after',
    `
Examples:
  npm run discord -- --clan tophat --as officer '/points add member:@Wolf amount:5'
  npm run discord -- --clan tophat --as officer 'click approve points:5'`,
  );

const show = (text: string) => void process.stdout.write(`${text}\n`);

async function main(
  { envFile, ...person }: ReturnType<typeof PROGRAM.opts>,
  words: readonly string[],
): Promise<void> {
  loadEnvFile({ envFile, clan: person.clan });
  const { dataDir } = parsePlatformEnvironment(process.env);
  const platform = await findRunningPlatform(dataDir);
  if (platform === undefined) {
    throw new TerminalError(
      `The platform does not run on ${dataDir}: run "npm start" first, in another terminal.`,
    );
  }
  const line = words.length === 0 ? undefined : words.join(' ');
  let prompt: Prompt | undefined;
  const session = await openSession(platform, person, {
    show,
    ask: async (question) => prompt?.read(question),
  });
  if (line !== undefined && process.stdin.isTTY !== true) return runLine(session, line);
  prompt = openPrompt(join(dataDir, 'discord-history'), (typed) => completions(session, typed));
  try {
    if (line !== undefined) await runLine(session, line);
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

runScript(PROGRAM, main, { expected: [TerminalError, PlatformEnvironmentError] });

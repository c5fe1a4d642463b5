// npm start: the whole platform on this machine, until it is stopped.
import { clanOption, command, envFileOption, runScript } from '../scripts/command-line.ts';
import { ClanRecordsError, loadClanRecords } from './clan-records.ts';
import { loadEnvFile } from './env-file.ts';
import { PlatformEnvironmentError, parsePlatformEnvironment } from './environment.ts';
import { ListenError } from './listen.ts';
import { AlreadyRunningError, startPlatform } from './platform.ts';
import { startMessage } from './start-message.ts';
import { NoClanToServeError } from './stopped-clans.ts';

/** The platform cannot keep its data; the message says why and what to do. */
class DataDirError extends Error {
  override readonly name = 'DataDirError';
}

/** What the person at the console can fix; shown without a stack. */
const EXPECTED = [
  AlreadyRunningError,
  ClanRecordsError,
  DataDirError,
  NoClanToServeError,
  PlatformEnvironmentError,
  ListenError,
];

const PROGRAM = command(
  'start',
  'The whole platform on this machine, until it is stopped: emulators where no URL of a service is set.',
)
  .addOption(clanOption('the clan whose variables are read (.env.<clan>)'))
  .option('--new', "begins with an empty database where a clan's file was and is missing")
  .addOption(envFileOption());

const show = (line: string) => void process.stdout.write(`${line}\n`);

/** What to do where the system does not let the platform write. */
const REMEDIES: Readonly<Record<string, string>> = {
  EACCES: 'This user may not write there: give it the directory, or set DATA_DIR.',
  EPERM: 'This user may not write there: give it the directory, or set DATA_DIR.',
  EROFS: 'Nothing can be written there: set DATA_DIR to another directory.',
  ENOTDIR: 'A file is where a directory should be: set DATA_DIR to a directory.',
  ENOSPC: 'The disk is full: make room, or set DATA_DIR to a directory on another one.',
};

function explained(error: unknown): unknown {
  const remedy = error instanceof Error && 'code' in error ? REMEDIES[String(error.code)] : undefined;
  if (!(error instanceof Error) || remedy === undefined) return error;
  const { DATA_DIR: dataDir = '.data' } = process.env;
  return new DataDirError(`${error.message}\n${remedy} Data are kept in ${dataDir}.`, { cause: error });
}

async function main({ clan, envFile, new: isNew }: ReturnType<typeof PROGRAM.opts>): Promise<void> {
  // What this process and its functions make (databases, logs, sockets) is this user's alone.
  process.umask(0o077);
  const signals = watchSignals();
  loadEnvFile({ clan, envFile });
  const environment = parsePlatformEnvironment(process.env);
  const clans = await loadClanRecords(environment);
  const platform = await startPlatform({
    environment,
    clans,
    show,
    clocks: true,
    keepEmulators: true,
    demoEvent: true,
    newDatabases: isNew === true,
    page: true,
  });
  if (!signals.came()) {
    for (const line of startMessage(platform, clans)) show(line);
    if (platform.pageUrl !== undefined) show(`page ${platform.pageUrl}`);
    show(`ready ${platform.url}`);
  }
  await signals.first;
  show('stopping');
  await platform.stop();
  process.exit(0);
}

/** The first signal stops cleanly, also while the platform starts; a second one does not wait. */
function watchSignals(): { readonly first: Promise<void>; came(): boolean } {
  let came = false;
  const first = new Promise<void>((resolve) => {
    const onSignal = () => {
      if (came) process.exit(130);
      came = true;
      resolve();
    };
    process.on('SIGINT', onSignal);
    process.on('SIGTERM', onSignal);
  });
  return { first, came: () => came };
}

runScript(
  PROGRAM,
  async (options) => {
    try {
      await main(options);
    } catch (error) {
      process.stderr.write('The platform was not started.\n');
      throw explained(error);
    }
  },
  { expected: EXPECTED },
);

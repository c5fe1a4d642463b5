// npm start: the whole platform on this machine, until it is stopped.
import { clanOption, command, envFileOption, runScript } from '../scripts/command-line.ts';
import { ClanRecordsError, loadClanRecords } from './clan-records.ts';
import { loadEnvFile } from './env-file.ts';
import { PlatformEnvironmentError, parsePlatformEnvironment } from './environment.ts';
import { PortInUseError } from './listen.ts';
import { AlreadyRunningError, startPlatform } from './platform.ts';
import { startMessage } from './start-message.ts';
import { NoClanToServeError } from './stopped-clans.ts';

/** What the person at the console can fix; shown without a stack. */
const EXPECTED = [
  AlreadyRunningError,
  ClanRecordsError,
  NoClanToServeError,
  PlatformEnvironmentError,
  PortInUseError,
];

const PROGRAM = command(
  'start',
  'The whole platform on this machine, until it is stopped: emulators where no URL of a service is set.',
)
  .addOption(clanOption('the clan whose variables are read (.env.<clan>)'))
  .option('--new', "begins with an empty database where a clan's file was and is missing")
  .addOption(envFileOption());

const show = (line: string) => void process.stdout.write(`${line}\n`);

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
      throw error;
    }
  },
  { expected: EXPECTED },
);

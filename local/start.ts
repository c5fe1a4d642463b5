// npm start: the whole platform on this machine, until it is stopped.
import { ConfigError } from '../shared/configs/config-error.ts';
import { MigrationError } from '../shared/database/migration.ts';
import { ClanRecordsError, loadClanRecords } from './clan-records.ts';
import { loadEnvFile } from './env-file.ts';
import { PlatformEnvironmentError, parsePlatformEnvironment } from './environment.ts';
import { howToTalk } from './how-to-talk.ts';
import { PortInUseError } from './listen.ts';
import { AlreadyRunningError, startPlatform } from './platform.ts';
import { SchemaError } from './prepare-clans.ts';

/** What the person at the console can mend; shown without a stack. */
const EXPECTED = [
  AlreadyRunningError,
  ClanRecordsError,
  ConfigError,
  MigrationError,
  PlatformEnvironmentError,
  PortInUseError,
  SchemaError,
];

const show = (line: string) => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const signals = watchSignals();
  loadEnvFile();
  const environment = parsePlatformEnvironment(process.env);
  const clans = await loadClanRecords(environment);
  const platform = await startPlatform({
    environment,
    clans,
    show,
    clocks: true,
    keepEmulators: true,
    demoEvent: true,
  });
  if (!signals.came()) {
    for (const line of howToTalk(platform, clans)) show(line);
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

main().catch((error: unknown) => {
  const isExpected = EXPECTED.some((kind) => error instanceof kind);
  const text = error instanceof Error ? (isExpected ? error.message : (error.stack ?? error.message)) : error;
  process.stderr.write(`The platform was not started.\n${text}\n`);
  process.exit(1);
});

// npm run job -- sync-ranks --clan tophat

import { loadEnvFile } from '../local/env-file.ts';
import { PlatformEnvironmentError, parsePlatformEnvironment } from '../local/environment.ts';
import { findRunningPlatform } from '../local/platform-file.ts';
import { parseCommandLine, runScript, UsageError } from './command-line.ts';

const USAGE = `npm run job -- <job> [--clan <clan>]
  Runs a job of the running platform at once and shows its answer, for example:
  npm run job -- sync-ranks --clan tophat`;

/** The job was refused or failed; the message is its answer. */
class JobError extends Error {
  override readonly name = 'JobError';
}

async function main(): Promise<void> {
  const { values, positionals } = parseCommandLine({ clan: { type: 'string' } }, USAGE);
  const [job, ...rest] = positionals;
  if (job === undefined || rest.length > 0) throw new UsageError(USAGE);
  loadEnvFile();
  const { dataDir } = parsePlatformEnvironment(process.env);
  const platform = await findRunningPlatform(dataDir);
  if (platform === undefined) {
    throw new UsageError(
      `The platform does not run on ${dataDir}: run "npm start" first, in another terminal.`,
    );
  }
  const id = platform.functionIds[job];
  if (id === undefined) {
    const known = Object.keys(platform.functionIds).join(', ');
    throw new UsageError(`There is no function ${job}; there are: ${known}.`);
  }
  if (values.clan !== undefined && !platform.clans.includes(values.clan)) {
    throw new UsageError(`There is no clan ${values.clan}; there are: ${platform.clans.join(', ')}.`);
  }
  const response = await fetch(`${platform.invokeUrl}/20181201/functions/${id}/actions/invoke`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'fn-invoke-type': 'sync' },
    body: JSON.stringify({ job, clan: values.clan }),
  });
  const answer = pretty(await response.text());
  if (!response.ok) throw new JobError(`${job} failed (${response.status}):\n${answer}`);
  process.stdout.write(`${answer}\n`);
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

runScript(main, [JobError, PlatformEnvironmentError]);

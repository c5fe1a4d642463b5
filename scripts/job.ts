// npm run job -- sync-ranks --clan tophat
import { loadEnvFile } from '../local/env-file.ts';
import { PlatformEnvironmentError, parsePlatformEnvironment } from '../local/environment.ts';
import { findRunningPlatform } from '../local/platform-file.ts';
import { whyStopped } from '../local/stopped-clans.ts';
import { clanOption, command, envFileOption, runScript, ScriptError } from './command-line.ts';

const PROGRAM = command('job', 'Runs a job of the running platform at once and shows its answer.')
  .argument('<job>', 'a function, such as sync-ranks or deliver-outbox')
  .addOption(clanOption('the clan, for a job that works on one'))
  .addOption(envFileOption())
  .addHelpText('after', '\nExample: npm run job -- sync-ranks --clan tophat');

runScript(
  PROGRAM,
  async ({ clan, envFile }, job) => {
    loadEnvFile({ clan, envFile });
    const { dataDir } = parsePlatformEnvironment(process.env);
    const platform = await findRunningPlatform(dataDir);
    if (platform === undefined) {
      throw new ScriptError(
        `The platform does not run on ${dataDir}: run "npm start" first, in another terminal.`,
      );
    }
    const id = platform.functionIds[job];
    if (id === undefined) {
      const known = Object.keys(platform.functionIds).join(', ');
      throw new ScriptError(`There is no function ${job}; there are: ${known}.`);
    }
    if (clan !== undefined && !platform.clans.includes(clan)) {
      const why = await whyStopped(dataDir, clan);
      throw new ScriptError(
        why === undefined
          ? `There is no clan ${clan}; there are: ${platform.clans.join(', ')}.`
          : `The platform does not serve ${clan}. Correct this and start it again:\n${why}`,
      );
    }
    const response = await fetch(`${platform.invokeUrl}/20181201/functions/${id}/actions/invoke`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'fn-invoke-type': 'sync' },
      body: JSON.stringify({ job, clan }),
    });
    const answer = pretty(await response.text());
    if (!response.ok) throw new ScriptError(`${job} failed (${response.status}):\n${answer}`);
    process.stdout.write(`${answer}\n`);
  },
  { expected: [PlatformEnvironmentError] },
);

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

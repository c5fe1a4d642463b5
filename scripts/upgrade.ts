// npm run upgrade: brings the platform in the cloud to a pushed version, in the order that loses nothing
// (docs/UPGRADING.md): provision-clan first, then every clan's schema, then the functions.
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Option } from '@commander-js/extra-typings';
import { outputOf, ProgramError, runProgram } from './cloud/run-program.ts';
import { versionTag } from './cloud/version-tag.ts';
import { command, runScript } from './command-line.ts';

const PROGRAM = command(
  'upgrade',
  'Brings the platform in the cloud to a pushed version, in the order that loses nothing (docs/UPGRADING.md).',
)
  .addOption(
    new Option('--tag <tag>', 'the pushed image (npm run image), built from this checkout')
      .argParser(versionTag)
      .makeOptionMandatory(),
  )
  .option('--yes', 'does not ask before each change; Terraform shows its plan all the same');

const ROOT = resolve(import.meta.dirname, '..');
const PLATFORM = 'terraform/platform';
/** Terraform reads it at every apply, so that one without this script keeps the version. */
const TAG_FILE = `${PLATFORM}/image.auto.tfvars`;

runScript(
  PROGRAM,
  async ({ tag, yes }) => {
    const apply = yes === true ? ['apply', '-auto-approve'] : ['apply'];
    const running = await runningTag();
    if (running !== undefined && running !== tag) {
      say(`1. provision-clan to ${tag}; everything else stays at ${running}`);
      await writeTags({ image_tag: running, provision_image_tag: tag });
      await terraform(apply);
      say('2. every clan: schema');
      await writeEnvironment();
      await runProgram(process.execPath, [
        '--disable-warning=ExperimentalWarning',
        resolve(ROOT, 'scripts/run.mjs'),
        resolve(ROOT, 'scripts/migrate.ts'),
        '--all',
      ]);
      say(`3. all functions to ${tag}`);
    }
    await writeTags({ image_tag: tag });
    await terraform(apply);
    await writeEnvironment();
    say(`The platform runs ${tag}. Commands that changed: npm run register-commands -- --clan <each>`);
  },
  { expected: [ProgramError] },
);

/** The version that runs now; undefined before the first image. */
async function runningTag(): Promise<string | undefined> {
  const kept = await readFile(TAG_FILE, 'utf8').catch(() => '');
  const tag = /^image_tag\s*=\s*"([^"]*)"$/m.exec(kept)?.[1];
  return tag === undefined || tag === '' ? undefined : tag;
}

async function writeTags(tags: Readonly<Record<string, string>>): Promise<void> {
  const lines = Object.entries(tags).map(([name, value]) => `${name} = "${value}"\n`);
  await writeFile(TAG_FILE, `# Written by "npm run upgrade".\n${lines.join('')}`);
}

function terraform(args: readonly string[]): Promise<void> {
  return runProgram('terraform', [`-chdir=${PLATFORM}`, ...args]);
}

/** What the operator's scripts know of the platform; holds no secret. */
async function writeEnvironment(): Promise<void> {
  const text = await outputOf('terraform', [`-chdir=${PLATFORM}`, 'output', '-raw', 'environment']);
  await writeFile('.env.cloud', text);
}

function say(line: string): void {
  process.stdout.write(`\n${line}\n`);
}

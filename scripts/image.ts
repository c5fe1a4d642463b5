// npm run image: builds the one image of all functions, and pushes it.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import * as z from 'zod/mini';
import { ProgramError, runProgram } from './cloud/run-program.ts';
import { parseCommandLine, runScript, UsageError } from './command-line.ts';

const USAGE = `npm run image -- [--push <repository>] [--tag <tag>] [--base <image>]
  --push  the repository: terraform -chdir=terraform/platform output -raw image (docker login it first)
  --tag   the version; that of package.json unless told
  --base  OCI's Node.js 22 image unless told`;

const ROOT = resolve(import.meta.dirname, '..');
const Package = z.object({ version: z.string() });

async function main(): Promise<void> {
  const { values, positionals } = parseCommandLine(
    { push: { type: 'string' }, tag: { type: 'string' }, base: { type: 'string' } },
    USAGE,
  );
  if (positionals.length > 0) throw new UsageError(USAGE);
  const tag = values.tag ?? (await versionOfPackage());
  if (!/^\w[\w.-]{0,127}$/.test(tag))
    throw new UsageError(`--tag: expected a version such as 1.0.0.\n${USAGE}`);
  const image = `${values.push ?? 'clan-bot'}:${tag}`;
  const base = values.base === undefined ? [] : ['--build-arg', `BASE=${values.base}`];
  // The functions application runs on x86, whatever this machine is.
  await runProgram('docker', ['build', '--platform', 'linux/amd64', ...base, '--tag', image, ROOT]);
  if (values.push === undefined) {
    process.stdout.write(`Built ${image}. --push <repository> puts it where OCI Functions finds it.\n`);
    return;
  }
  await runProgram('docker', ['push', image]);
  process.stdout.write(`Pushed ${image}. Now: npm run upgrade -- --tag ${tag}\n`);
}

async function versionOfPackage(): Promise<string> {
  return Package.parse(JSON.parse(await readFile(resolve(ROOT, 'package.json'), 'utf8'))).version;
}

runScript(main, [ProgramError]);

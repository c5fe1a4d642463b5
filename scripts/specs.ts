// npm run specs: fetches the official files that tests check against into test/specs, which git ignores.
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { command, runScript, ScriptError } from './command-line.ts';

const RAW = 'https://raw.githubusercontent.com';
const SOURCES: Readonly<Record<string, string>> = {
  'discord-openapi.json': `${RAW}/discord/discord-api-spec/main/specs/openapi.json`,
  'roblox-openapi.json': `${RAW}/Roblox/creator-docs/main/content/en-us/reference/cloud/openapi.json`,
  'wycheproof-ed25519.json': `${RAW}/C2SP/wycheproof/main/testvectors_v1/ed25519_test.json`,
};
const LIMIT_MS = 60_000;

const PROGRAM = command(
  'specs',
  'Fetches the official files that tests check against into test/specs, which git ignores.',
);

runScript(PROGRAM, async () => {
  const directory = resolve(import.meta.dirname, '../test/specs');
  await mkdir(directory, { recursive: true });
  const problems: string[] = [];
  for (const [name, url] of Object.entries(SOURCES)) {
    try {
      const text = await fetchJson(url);
      await writeFile(join(directory, `${name}.tmp`), text);
      await rename(join(directory, `${name}.tmp`), join(directory, name));
      process.stdout.write(`${join(directory, name)}: ${Math.round(text.length / 1024)} KB\n`);
    } catch (error) {
      problems.push(`${name}: ${url}: ${error instanceof Error ? error.message : error}`);
    }
  }
  if (problems.length > 0) throw new ScriptError(problems.join('\n'));
});

async function fetchJson(url: string): Promise<string> {
  const response = await fetch(url, { signal: AbortSignal.timeout(LIMIT_MS) });
  if (!response.ok) throw new Error(`answered ${response.status}`);
  const text = await response.text();
  JSON.parse(text);
  return text;
}

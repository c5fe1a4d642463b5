// npm run specs: fetches the official files that tests check against into test/specs, which git ignores.
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { command, runScript, ScriptError } from './command-line.ts';
import { documentExamples } from './specs/document-examples.ts';

const RAW = 'https://raw.githubusercontent.com';
const SOURCES: Readonly<Record<string, () => Promise<string>>> = {
  'discord-openapi.json': () => fetchJson(`${RAW}/discord/discord-api-spec/main/specs/openapi.json`),
  'roblox-openapi.json': () =>
    fetchJson(`${RAW}/Roblox/creator-docs/main/content/en-us/reference/cloud/openapi.json`),
  'wycheproof-ed25519.json': () => fetchJson(`${RAW}/C2SP/wycheproof/main/testvectors_v1/ed25519_test.json`),
  'discord-doc-examples.json': () => documentExamples(fetchText),
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
  for (const [name, read] of Object.entries(SOURCES)) {
    try {
      const text = await read();
      await writeFile(join(directory, `${name}.tmp`), text);
      await rename(join(directory, `${name}.tmp`), join(directory, name));
      process.stdout.write(`${join(directory, name)}: ${Math.round(text.length / 1024)} KB\n`);
    } catch (error) {
      problems.push(`${name}: ${error instanceof Error ? error.message : error}`);
    }
  }
  if (problems.length > 0) throw new ScriptError(problems.join('\n'));
});

async function fetchText(url: string): Promise<string> {
  let response: Response;
  try {
    response = await fetch(url, { signal: AbortSignal.timeout(LIMIT_MS) });
  } catch (error) {
    throw new Error(`${url}: ${error instanceof Error ? error.message : error}`);
  }
  if (!response.ok) throw new Error(`${url}: answered ${response.status}`);
  return response.text();
}

async function fetchJson(url: string): Promise<string> {
  const text = await fetchText(url);
  JSON.parse(text);
  return text;
}

// How much memory and time a large clan needs: `npx vitest bench scripts/import`. Each run is the real script in a
// process of its own whose heap is limited to 24 MB, of which a clan that was held in memory would need several times
// as much. On 2 cores with Node 22, the whole process: 1,000 members 90 MB; 100,000 members with 50,000 submissions
// 104 MB and 7.5 s, a second import of them 6.4 s; their export of 140 MB of lines 93 MB and 6 s.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { bench, describe } from 'vitest';
import { oldDatabase } from '../../test/support/old-bot.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const HEAP_MB = 24;

function clanOf(members: number): string {
  return oldDatabase({
    members: Array.from({ length: members }, () => ({})),
    submissions: Array.from({ length: members / 2 }, (_, index) => ({
      participants: `Wolf_${index}, Fox, Bear`,
    })),
  });
}

/** Runs a script to its end and shows the most memory that it had. */
async function run(what: string, script: string, options: readonly string[], dataDir: string): Promise<void> {
  const peak = `process.on('exit', () => console.error('${what}: ' + (process.resourceUsage().maxRSS >> 10) + ' MB'))`;
  const limits = [`--max-old-space-size=${HEAP_MB}`, '--max-semi-space-size=1'];
  const child = spawn(
    process.execPath,
    [
      ...limits,
      '--import',
      `data:text/javascript,${encodeURIComponent(peak)}`,
      'scripts/run.mjs',
      script,
      '--clan',
      'tophat',
      ...options,
    ],
    { cwd: ROOT, env: { ...process.env, DATA_DIR: dataDir }, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${script} ended with ${code}`);
}

describe.each([1000, 100_000])('%i members', (members) => {
  const from = clanOf(members);
  const dataDir = dirname(from);
  process.on('exit', () => rmSync(dataDir, { recursive: true }));
  const single = { iterations: 1, time: 0, warmupIterations: 0, warmupTime: 0 };
  bench(
    'import',
    () => run(`${members} imported`, 'scripts/import.ts', ['--from', from, '--no-roblox'], dataDir),
    single,
  );
  bench(
    'export',
    () => run(`${members} exported`, 'scripts/export.ts', ['--to', join(dataDir, 'export.jsonl')], dataDir),
    single,
  );
});

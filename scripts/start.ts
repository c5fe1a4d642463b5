// npm start: builds the functions, then serves them (local/start.ts). Asking for help builds nothing.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

if (!process.argv.includes('--help')) {
  const build = [join(import.meta.dirname, 'run.mjs'), join(import.meta.dirname, 'build.ts')];
  if (spawnSync(process.execPath, ['--', ...build], { stdio: 'inherit' }).status !== 0) process.exit(1);
}
await import('../local/start.ts');

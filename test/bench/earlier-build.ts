import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const ROOT = resolve(import.meta.dirname, '../..');
const run = promisify(execFile);

/**
 * Checks an earlier commit out and installs it (`npm ci`) in a temporary folder, hands that folder to `use` and removes
 * it afterwards. The project's history must be here.
 */
export async function withEarlierBuild<T>(commit: string, use: (tree: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-earlier-build-'));
  const tree = join(folder, 'project');
  try {
    await run('git', ['worktree', 'add', '--detach', tree, commit], { cwd: ROOT });
    await run('npm', ['ci', '--ignore-scripts'], { cwd: tree });
    return await use(tree);
  } finally {
    await run('git', ['worktree', 'remove', '--force', tree], { cwd: ROOT }).catch(() => {});
    await rm(folder, { recursive: true, force: true });
  }
}

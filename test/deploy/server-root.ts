// A server of its own for a test: a mount namespace in which /etc, /opt and /var/lib are the machine's, and what is
// written to them goes into a folder of the test. Needs root, unshare and overlayfs.
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const OVERLAID = ['etc', 'opt', 'var/lib'];

export interface ServerRoot {
  /** Where stand-ins keep process ids and logs. */
  readonly state: string;
  /** Puts a program before those of the machine. */
  addProgram(name: string, script: string): void;
  /** A command line as root types it in `/opt/clan-bot`, or in `/` while that is not there. */
  spawn(command: string): ChildProcess;
  run(command: string): Promise<{ readonly code: number | null; readonly output: string }>;
  close(): void;
}

/** Why it cannot be made here; undefined: it can. */
export function whyNoServerRoot(): string | undefined {
  if (process.getuid?.() !== 0) return 'needs root';
  const folder = mkdtempSync(join(tmpdir(), 'clan-bot-overlay-'));
  for (const name of ['upper', 'work']) mkdirSync(join(folder, name));
  const mount = `mount -t overlay overlay -o lowerdir=/etc,upperdir=${folder}/upper,workdir=${folder}/work /etc`;
  const { status } = spawnSync('unshare', ['--mount', '--propagation', 'private', 'sh', '-c', mount]);
  rmSync(folder, { recursive: true, force: true });
  return status === 0 ? undefined : 'needs unshare and overlayfs';
}

export function openServerRoot(environment: Readonly<Record<string, string>>): ServerRoot {
  const folder = mkdtempSync(join(tmpdir(), 'clan-bot-server-'));
  // The units' users read what lies in it.
  chmodSync(folder, 0o755);
  const at = (name: string) => join(folder, name);
  for (const name of ['bin', 'state']) mkdirSync(at(name));
  const mounts = OVERLAID.map((name) => {
    const [upper, work] = [at(`upper/${name}`), at(`work/${name}`)];
    for (const path of [upper, work]) mkdirSync(path, { recursive: true });
    return `mount -t overlay overlay -o lowerdir=/${name},upperdir=${upper},workdir=${work} /${name}`;
  });
  const script = [...mounts, `touch ${at('ready')}`, 'exec sleep infinity'].join(' && ');
  const holder = spawn('unshare', ['--mount', '--propagation', 'private', 'sh', '-c', script], {
    stdio: 'ignore',
  });
  execFileSync('sh', [
    '-c',
    `for i in $(seq 100); do [ -e ${at('ready')} ] && exit 0; sleep 0.1; done; exit 1`,
  ]);
  const env = {
    HOME: '/root',
    PATH: `${at('bin')}:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin`,
    OWN_SERVER_STATE: at('state'),
    ...environment,
  };

  function start(command: string): ChildProcess {
    const line = `cd /opt/clan-bot 2>/dev/null || cd /; ${command}`;
    const args = ['--target', String(holder.pid), '--mount', 'bash', '-c', line];
    return spawn('nsenter', args, { env });
  }
  return {
    state: at('state'),
    addProgram(name, text) {
      writeFileSync(join(at('bin'), name), `#!/bin/sh\n${text}\n`, { mode: 0o755 });
    },
    spawn: start,
    run(command) {
      const child = start(command);
      child.stdin?.end();
      let output = '';
      for (const stream of [child.stdout, child.stderr])
        stream?.on('data', (chunk) => {
          output += chunk;
        });
      return new Promise((done) => child.once('close', (code) => done({ code, output })));
    },
    close() {
      const units = spawnSync('sh', ['-c', `cat ${at('state')}/*.pid`], { encoding: 'utf8' }).stdout;
      for (const pid of units.split(/\s+/).filter(Boolean)) stopGroup(Number(pid));
      holder.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A unit's process leads a group of its own. */
function stopGroup(pid: number): void {
  const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  if (command.includes('clan-bot')) process.kill(-pid, 'SIGKILL');
}

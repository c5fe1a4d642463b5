// In place of systemctl where no systemd runs: does what the units of deploy/server say, but for the sandbox. Keeps
// process ids and logs in OWN_SERVER_STATE.
import { spawn, spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseEnv } from 'node:util';

const STATE = process.env['OWN_SERVER_STATE'] ?? '/nowhere';
const STOP_MS = 30_000;

interface Unit {
  readonly name: string;
  readonly isTimer: boolean;
  /** The values of a key, in order. */
  values(key: string): readonly string[];
}

function readUnit(given: string): Unit {
  const [, base = '', instance = '', kind = 'service'] = /^([\w-]+@)(\w+)(?:\.(\w+))?$/.exec(given) ?? [];
  const file = `/etc/systemd/system/${base}.${kind}`;
  if (!existsSync(file)) throw new Error(`Unit ${given} not found.`);
  const lines = [...readFileSync(file, 'utf8').matchAll(/^(\w+)=(.*)$/gm)];
  return {
    name: `${base}${instance}.${kind}`,
    isTimer: kind === 'timer',
    values: (key) =>
      lines.flatMap(([, name, value = '']) => (name === key ? value.replaceAll('%i', instance) : [])),
  };
}

function one(unit: Unit, key: string): string {
  const value = unit.values(key).at(-1);
  if (value === undefined) throw new Error(`${unit.name} has no ${key}.`);
  return value;
}

function run(command: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
  return stdout.trim();
}

const pidFile = (unit: Unit) => join(STATE, `${unit.name}.pid`);

async function start(unit: Unit): Promise<void> {
  if (unit.isTimer || existsSync(pidFile(unit))) return;
  const user = one(unit, 'User');
  const uid = Number(run('id', '-u', user));
  const gid = Number(run('id', '-g', user));
  for (const directory of one(unit, 'StateDirectory').split(' ')) {
    run('install', '--directory', `--mode=${one(unit, 'StateDirectoryMode')}`, `/var/lib/${directory}`);
    run('chown', '-R', `${user}:`, `/var/lib/${directory}`);
  }
  const environment = {
    PATH: '/usr/local/bin:/usr/bin:/bin',
    USER: user,
    ...parseEnv(unit.values('Environment').join('\n')),
    ...parseEnv(readFileSync(one(unit, 'EnvironmentFile'), 'utf8')),
  };
  const log = openSync(join(STATE, `${unit.name}.log`), 'a');
  const umask = one(unit, 'UMask');
  const child = spawn('/bin/sh', ['-c', `umask ${umask}; exec ${one(unit, 'ExecStart')}`], {
    cwd: one(unit, 'WorkingDirectory'),
    env: environment,
    uid,
    gid,
    detached: true,
    stdio: ['ignore', log, log],
  });
  if (one(unit, 'Type') === 'oneshot') {
    const code = await new Promise((done) => child.once('exit', done));
    if (code !== 0) throw new Error(`Job for ${unit.name} failed with code ${String(code)}.`);
    return;
  }
  writeFileSync(pidFile(unit), String(child.pid));
  child.unref();
}

async function stop(unit: Unit): Promise<void> {
  if (!existsSync(pidFile(unit))) return;
  const pid = Number(readFileSync(pidFile(unit), 'utf8'));
  process.kill(pid, 'SIGTERM');
  for (const end = Date.now() + STOP_MS; isRunning(pid); await setTimeout(50)) {
    if (Date.now() > end) throw new Error(`${unit.name} does not stop.`);
  }
  rmSync(pidFile(unit));
}

/** A process that ended and that nobody has waited for is not running. */
function isRunning(pid: number): boolean {
  const stat = `/proc/${pid}/stat`;
  return existsSync(stat) && !/\) Z /.test(readFileSync(stat, 'utf8'));
}

const [verb = '', ...names] = process.argv.slice(2).filter((word) => word !== '--now');
appendFileSync(join(STATE, 'systemctl.log'), `${verb} ${names.join(' ')}\n`);
if (verb !== 'daemon-reload' && names.join() !== 'caddy') {
  for (const unit of names.map(readUnit)) {
    if (verb === 'stop' || verb === 'restart') await stop(unit);
    if (verb === 'start' || verb === 'restart' || verb === 'enable') await start(unit);
  }
}

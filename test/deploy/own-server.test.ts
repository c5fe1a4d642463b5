import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  GROUP,
  GUILD,
  KEY,
  type NewClanWorld,
  startNewClanWorld,
  TOKEN,
} from '../onboarding/new-clan-world.ts';
import { atTerminal, hasScript, TerminalTalk } from '../onboarding/terminal-talk.ts';
import { pageCommands } from './page-commands.ts';
import { openServerRoot, type ServerRoot, whyNoServerRoot } from './server-root.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const COMMANDS = pageCommands(readFileSync(join(ROOT, 'docs/OWN_SERVER.md'), 'utf8'));
/** The file that step 5 shows. */
const CADDYFILE = ['bot.example.org {', '    reverse_proxy 127.0.0.1:8787', '}'];
/** In `/settings show`, where a log channel is set. */
const LOG_CHANNEL = /\*\*Log:\*\* <#/;
const NEW_CLAN = 'npm run new-clan -- --self-hosted --clan newclan --env-file /etc/clan-bot/newclan.env';
const BACKUPS = '/var/lib/clan-bot-backups/newclan';

/** Each step starts many programs; on a busy machine they take their time. */
const SLOW_MS = 900_000;
/** It takes minutes and a system of its own, so it runs when it is asked for. */
const notAsked = process.env['OWN_SERVER_TEST'] === undefined ? 'npm run test:own-server' : undefined;
const missing = notAsked ?? whyNoServerRoot() ?? (hasScript ? undefined : 'needs util-linux script');

let world: NewClanWorld;
let server: ServerRoot;
let origin: string;
let port: number;
let noted = '';

/** The project as it lies here, as the repository that the page clones. */
function makeOrigin(): string {
  const path = mkdtempSync(join(tmpdir(), 'clan-bot-origin-'));
  const git = (...args: readonly string[]) =>
    execFileSync('git', [
      `--git-dir=${path}/.git`,
      `--work-tree=${ROOT}`,
      '-c',
      'user.name=x',
      '-c',
      'user.email=x@x.test',
      ...args,
    ]);
  execFileSync('git', ['init', '--quiet', '--initial-branch=main', path]);
  git('add', '--all');
  git('commit', '--quiet', '--message=One');
  return path;
}

/** A newer version: the same, with one commit more. */
function addVersion(): void {
  const git = ['-C', origin, '-c', 'user.name=x', '-c', 'user.email=x@x.test'];
  execFileSync('git', [...git, 'commit', '--quiet', '--allow-empty', '--message=Two']);
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const listener = createServer().listen(0, '127.0.0.1', () => {
      const address = listener.address();
      listener.close(() => done(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** What the page leaves open, filled in: the repository, the address, the file, the commit. */
async function filledIn(command: string): Promise<string> {
  const newest = command.includes('<file>')
    ? (await server.run(`ls ${BACKUPS}/*.jsonl | tail -1`)).output.trim()
    : '';
  return command
    .replace('<this repository>', origin)
    .replace('https://bot.example.org/', `http://127.0.0.1:${port}/`)
    .replace(`${BACKUPS}/<file>`, newest)
    .replace('<file>', newest)
    .replace('<commit>', noted);
}

async function run(command: string): Promise<string> {
  const { code, output } = await server.run(await filledIn(command));
  expect(code, `${command}\n${output}`).toBe(0);
  if (command.startsWith('git rev-parse')) noted = output.trim();
  return output;
}

/** All commands of a step, one after the other. */
async function runStep(step: string, between: (command: string) => Promise<void> | void = () => {}) {
  for (const { command } of COMMANDS.filter((one) => one.step === step)) {
    await run(command);
    await between(command);
  }
}

async function untilReady(): Promise<void> {
  const health = `http://127.0.0.1:${port}/health`;
  for (let left = 300; left > 0; left -= 1) {
    const answer = await fetch(health).catch(() => undefined);
    if (answer?.ok === true) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(readFileSync(join(server.state, 'clan-bot@newclan.service.log'), 'utf8'));
}

describe('the commands of docs/OWN_SERVER.md', () => {
  test('are one line each, of programs that the page installs or every server has', () => {
    const lines = COMMANDS.map(({ command }) => command).filter((line) => !CADDYFILE.includes(line));
    expect(lines.length).toBeGreaterThan(30);
    const known =
      /^(?:umask|apt-get|git|cd|npm|useradd|install|chown|cp|systemctl|journalctl|ls|runuser|DATA_DIR=\S+ npm|DATA_DIR=\$\(mktemp --directory\) npm) /;
    for (const line of lines) expect(line).toMatch(known);
    expect(COMMANDS.map(({ command }) => command)).toEqual(expect.arrayContaining(CADDYFILE));
  });
});

describe.skipIf(missing !== undefined)(
  `docs/OWN_SERVER.md, word by word${missing === undefined ? '' : ` (${missing})`}`,
  { timeout: SLOW_MS },
  () => {
    beforeAll(async () => {
      world = await startNewClanWorld();
      origin = makeOrigin();
      port = await freePort();
      server = openServerRoot(world.services);
      const node = join(ROOT, 'node_modules/.bin/node');
      server.addProgram(
        'systemctl',
        `exec ${node} -- ${join(ROOT, 'scripts/run.mjs')} ${join(import.meta.dirname, 'small-systemctl.ts')} "$@"`,
      );
      server.addProgram('journalctl', `cat "$OWN_SERVER_STATE/clan-bot@newclan.service.log"`);
      server.addProgram('apt-get', 'exit 0');
      // `npm ci` takes node_modules away, under a running bot too; here the packages that are there already come back.
      server.addProgram(
        'npm',
        [
          // One build is enough: the versions do not differ.
          'if [ "$2" = build ] && [ -e dist ]; then exit 0; fi',
          `if [ "$1" != ci ]; then exec ${node} -- /usr/bin/npm "$@"; fi`,
          '[ ! -e "$OWN_SERVER_STATE/clan-bot@newclan.service.pid" ] || { echo "the bot runs" >&2; exit 1; }',
          `mkdir -p node_modules; mountpoint -q node_modules || mount --bind ${ROOT}/node_modules node_modules`,
        ].join('\n'),
      );
    });
    afterAll(async () => {
      server?.close();
      await world?.stop();
      if (origin !== undefined) rmSync(origin, { recursive: true, force: true });
    });

    test('1: the project is cloned and built', async () => {
      await runStep('1');
      expect((await server.run('ls dist/functions/xp.cjs')).code).toBe(0);
    });

    test('2: new-clan asks at the terminal and writes files that are in order', async () => {
      for (const { command } of COMMANDS.filter((one) => one.step === '2')) {
        if (command !== NEW_CLAN) {
          await run(command);
          continue;
        }
        const [program, ...args] = atTerminal(command);
        const quoted = args.map((arg) => `'${arg}'`).join(' ');
        const talk = new TerminalTalk(server.spawn(`${program} ${quoted}`));
        await talk.answer(/Token of the Discord bot .*: $/, TOKEN);
        await talk.answer(/The Discord server .*: $/, `https://discord.com/channels/${GUILD}`);
        await talk.answer(/The Roblox group .*: $/, GROUP);
        await talk.answer(/Key of Roblox Open Cloud .*: $/, KEY);
        await talk.answer(/What members read .*: $/, '');
        expect(await talk.exit, talk.output).toBe(0);
      }
      const { output } = await server.run('stat --format="%U %a" /etc/clan-bot/newclan.env');
      expect(output.trim()).toBe('clan-bot-newclan 600');
    });

    test('3 and 4: the unit starts, and nobody else can read its data', async () => {
      await runStep('3');
      await run(`echo PORT=${port} >> /etc/clan-bot/newclan.env`);
      await runStep('4', untilReady);
      expect((await run('stat --format="%U %a" /var/lib/clan-bot/newclan')).trim()).toBe(
        'clan-bot-newclan 700',
      );
    });

    test('5: Discord takes the endpoint, and the founder reads /xp', async () => {
      for (const { command } of COMMANDS.filter((one) => one.step === '5')) {
        if (!CADDYFILE.includes(command)) await run(command);
      }
      world.discord.gatewayUrl = `http://127.0.0.1:${port}`;
      expect(await world.linkFounder()).toContain('FounderFox');
    });

    test('6: a backup is made, tried elsewhere, and restored in earnest', async () => {
      const setLog = { command: 'settings channel', options: { which: 'log', channel: 'general' } };
      await runStep('6', async (command) => {
        if (command.startsWith('ls ')) {
          await world.act(setLog);
          expect((await world.act({ command: 'settings show' }))?.text).toMatch(LOG_CHANNEL);
        }
        if (command.includes('mktemp')) {
          // The bot of the clan was not touched by the try. /xp was used a moment ago and has a cooldown.
          expect((await world.act({ command: 'leaderboard' }))?.text).toContain('FounderFox');
        }
      });
      await untilReady();
      // What was set behind the backup is gone.
      expect((await world.act({ command: 'settings show' }))?.text).not.toMatch(LOG_CHANNEL);
      expect(
        (await server.run('find /var/lib/clan-bot -not -user clan-bot-newclan -mindepth 1')).output,
      ).toBe('');
    });

    test('7: a newer version comes, and goes again, with the data', async () => {
      addVersion();
      const seen: string[] = [];
      await runStep('7', async (command) => {
        if (!command.startsWith('systemctl start clan-bot@')) return;
        await untilReady();
        seen.push((await run('git log -1 --format=%s')).trim());
        expect((await world.act({ command: 'xp' }))?.text).toContain('FounderFox');
      });
      expect(seen).toEqual(['Two', 'One']);
    });
  },
);

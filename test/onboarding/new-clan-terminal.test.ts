import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GROUP, GUILD, KEY, type NewClanWorld, startNewClanWorld, TOKEN } from './new-clan-world.ts';
import { atTerminal, CTRL_C, hasScript, TerminalTalk } from './terminal-talk.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const ASKS = {
  clan: /Short name of the clan: $/,
  token: /Token of the Discord bot \(not shown\): $/,
  guild: /The Discord server \(.*\)(?: \[\d+\])?: $/,
  group: /The Roblox group \(.*\)(?: \[\d+\])?: $/,
  key: /Key of Roblox Open Cloud \(not shown\): $/,
  name: /What members read \[.*\]: $/,
};

let world: NewClanWorld;
let directory: string;
beforeAll(async () => {
  world = await startNewClanWorld();
  directory = mkdtempSync(join(tmpdir(), 'new-clan-terminal-'));
  mkdirSync(join(directory, 'configs'));
});
afterAll(async () => {
  await world.stop();
  rmSync(directory, { recursive: true, force: true });
});

function newClan(...args: readonly string[]): TerminalTalk {
  const script = [join(ROOT, 'scripts/run.mjs'), join(ROOT, 'scripts/new-clan.ts'), ...args];
  const [command, ...rest] = atTerminal([process.execPath, '--', ...script].join(' '));
  const env = { PATH: process.env['PATH'] ?? '', TERM: 'xterm', ...world.services };
  return new TerminalTalk(spawn(command, rest, { cwd: directory, env }));
}

const read = (name: string) => readFileSync(join(directory, name), 'utf8');

describe.skipIf(!hasScript)('npm run new-clan at a terminal (needs util-linux script)', () => {
  test('says why an answer is not good and asks again, and shows no secret', async () => {
    const talk = newClan('--self-hosted');
    await talk.answer(ASKS.clan, 'New Clan');
    await talk.answer(ASKS.clan, 'newclan');
    await talk.answer(ASKS.token, 'wrong');
    await talk.answer(ASKS.token, TOKEN);
    await talk.answer(ASKS.guild, 'https://discord.gg/abc');
    await talk.answer(ASKS.guild, `https://discord.com/channels/${GUILD}/1300000000000000020`);
    await talk.answer(ASKS.group, 'The New Clan');
    await talk.answer(ASKS.group, '1');
    await talk.answer(ASKS.key, KEY);
    // A key of another group: both are asked for again, with the group that was typed offered.
    await talk.answer(ASKS.group, `https://www.roblox.com/communities/${GROUP}/The-New-Clan`);
    await talk.answer(ASKS.key, 'read-only');
    await talk.answer(ASKS.key, CTRL_C);
    expect(await talk.exit).not.toBe(0);
    for (const reason of [
      'expected 2 to 30 of a-z, 0-9 and _',
      'Discord does not know this bot token',
      'That is an invitation',
      "The Roblox group: expected the group's address",
      'The Roblox key lacks group:write',
      'Stopped.',
    ])
      expect(talk.output).toContain(reason);
    expect(talk.output).not.toMatch(new RegExp(`${TOKEN}|${KEY}|read-only|^ +at `, 'm'));
    expect(() => read('configs/newclan/settings.json')).toThrow();
  }, 60_000);

  test('started again, it asks only for what is missing, and offers what it knows', async () => {
    const talk = newClan('--self-hosted', '--clan', 'newclan');
    await talk.answer(ASKS.guild, '');
    await talk.answer(ASKS.group, GROUP);
    await talk.answer(ASKS.key, KEY);
    await talk.answer(ASKS.name, '');
    expect(await talk.exit, talk.output).toBe(0);
    expect(talk.output).not.toContain('Token of the Discord bot');
    expect(JSON.parse(read('configs/newclan/settings.json'))).toMatchObject({
      clan_name: 'The New Clan',
      guild_id: GUILD,
      roblox_group_id: GROUP,
    });
    expect(parseEnv(read('.env.newclan'))).toMatchObject({ DISCORD_BOT_TOKEN: TOKEN, ROBLOX_API_KEY: KEY });
  }, 60_000);

  test('with files there, an empty line keeps what they say, and another answer changes them', async () => {
    const keep = newClan('--self-hosted', '--clan', 'newclan');
    for (const question of [ASKS.guild, ASKS.group, ASKS.name]) await keep.answer(question, '');
    expect(await keep.exit, keep.output).toBe(0);
    expect(keep.output).toContain('what they say is offered in [ ]');
    expect(keep.output).toMatch(/Kept as it is: .*settings\.json/);
    const change = newClan('--self-hosted', '--clan', 'newclan');
    for (const question of [ASKS.guild, ASKS.group]) await change.answer(question, '');
    await change.answer(ASKS.name, 'Another Name');
    expect(await change.exit, change.output).toBe(0);
    expect(JSON.parse(read('configs/newclan/settings.json')).clan_name).toBe('Another Name');
  }, 60_000);
});

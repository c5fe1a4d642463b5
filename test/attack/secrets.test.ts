import { readdir, readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestPlatform, type TestPlatform } from '../platform/start-platform.ts';

const BUNDLES = resolve(import.meta.dirname, '../../dist');
const TIMEOUT_MS = 120_000;

let platform: TestPlatform;
let secrets: readonly string[];
beforeAll(async () => {
  platform = await startTestPlatform({ pendingEvent: true, allowViolations: true });
  const { botToken, robloxApiKey } = platform.record();
  secrets = [botToken, robloxApiKey];
}, 60_000);
afterAll(() => platform.stop());

/** The files below a folder that hold one of the texts. */
async function holding(folder: string, texts: readonly string[]): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const found: string[] = [];
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path);
    if (texts.some((text) => bytes.includes(text))) found.push(relative(folder, path));
  }
  return found.sort();
}

/** Services that answer with what they were sent, as some gateways do, and the commands that meet them. */
async function causeEveryError(): Promise<readonly string[]> {
  const told: string[] = [];
  const use = async (...[user, command, options]: Parameters<TestPlatform['command']>) => {
    const { reply } = await platform.command(user, command, options);
    told.push(...[reply.original, ...reply.followUps].map((message) => message?.text ?? ''));
  };
  for (const status of [401, 403, 500]) {
    const { botToken, robloxApiKey } = platform.record();
    const echo = (secret: string) => ({ message: `${status} for ${secret}`, code: 0 });
    platform.roblox.faults.add({ route: /.*/, status, body: echo(robloxApiKey) });
    platform.discord.faults.add({
      route: /\/(members|roles|channels)/,
      status,
      body: echo(`Bot ${botToken}`),
    });
    await use('admin', 'promote', { member: 'bear' });
    await use('admin', 'diagnose');
    await use('admin', 'sync', { 'dry-run': true });
    await use('officer', 'points add', { member: 'wolf', amount: 3 });
    await use('wolf', 'link-roblox', { username: 'WolfRunner' });
    for (const job of ['sync-ranks', 'deliver-outbox', 'warm'])
      told.push(JSON.stringify(await platform.runJob(job, 'tophat')));
    platform.roblox.faults.clear();
    platform.discord.faults.clear();
  }
  await platform.idle();
  return told;
}

it(
  'no secret reaches a member, a channel, a log, a job’s answer, a file or a URL, whatever fails',
  async () => {
    const told = [...(await causeEveryError())];
    for (const channel of ['bot-log', 'event-log', 'admin']) {
      told.push(...platform.discord.messages('tophat', channel).map(({ text }) => text));
    }
    const requests = platform.discord.requests.list().map(({ path }) => path);
    const everything = [...told, ...platform.shown, ...requests].join('\n');
    for (const secret of secrets) expect(everything).not.toContain(secret);
    // The clan's record, which is where they come from.
    expect(await holding(platform.folder, secrets)).toEqual(['clans/tophat.json']);
  },
  TIMEOUT_MS,
);

it('no bundle holds a secret or a path of the machine that built it', async () => {
  const found = await holding(BUNDLES, [...secrets, resolve(BUNDLES, '..')]);
  // What scripts start from is made of the sources of this machine, and no image takes it along.
  expect(found.filter((path) => !path.startsWith('scripts/'))).toEqual([]);
  expect(await holding(BUNDLES, secrets)).toEqual([]);
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { IDS, startWorld, TOKEN } from '../../test/contract/discord-world.ts';
import { startFakeGateway } from '../../test/contract/fake-gateway.ts';
import { rawRequest } from '../../test/contract/raw-request.ts';
import type { DiscordEmulator } from '../discord/discord-emulator.ts';
import type { RobloxEmulator } from '../roblox/roblox-emulator.ts';
import { startRobloxEmulator } from '../roblox/start-roblox-emulator.ts';
import { openSession } from './open-session.ts';
import { runLine } from './run-line.ts';
import type { Session } from './session.ts';

const HEADERS = { authorization: `Bot ${TOKEN}`, 'user-agent': 'DiscordBot (https://test.example, 1.0)' };
const COMMANDS = [
  { name: 'xp', description: 'Points' },
  {
    name: 'points',
    description: 'Points',
    options: [
      {
        type: 1,
        name: 'add',
        description: 'Gives points',
        options: [
          { type: 6, name: 'member', description: 'To whom', required: true },
          { type: 4, name: 'amount', description: 'How many', required: true },
          { type: 3, name: 'reason', description: 'Why' },
          {
            type: 4,
            name: 'days',
            description: 'For how long',
            choices: [{ name: 'One week', value: 7, name_localizations: { de: 'Eine Woche' } }],
          },
        ],
      },
    ],
  },
  {
    name: 'link-roblox',
    description: 'Links',
    options: [{ type: 3, name: 'username', description: 'Name', required: true }],
  },
  {
    name: 'setup',
    description: 'File',
    options: [{ type: 11, name: 'file', description: 'ranks.json', required: true }],
  },
  { name: 'Check member', type: 2 },
];
const MODAL = {
  custom_id: 'review.approve:1',
  title: 'Approve the event',
  components: [
    { type: 18, label: 'Points', component: { type: 4, custom_id: 'points', style: 1 } },
    { type: 18, label: 'Note', component: { type: 4, custom_id: 'note', style: 2, required: false } },
    {
      type: 18,
      label: 'Members',
      component: { type: 5, custom_id: 'members', min_values: 0, max_values: 25, required: false },
    },
  ],
};
const BUTTONS = [
  {
    type: 1,
    components: [
      { type: 2, style: 3, label: 'Approve', custom_id: 'review.approve:1' },
      { type: 2, style: 4, label: 'Check it', custom_id: 'link.check:1', disabled: true },
    ],
  },
];

describe('a line at the prompt', () => {
  let discord: DiscordEmulator;
  let roblox: RobloxEmulator;
  let gateway: Awaited<ReturnType<typeof startFakeGateway>>;
  let session: Session;
  let shown: string[];
  let answers: string[];
  let respond: (interaction: Readonly<Record<string, unknown>>) => unknown;
  let folder: string;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'terminal-'));
    writeFileSync(join(folder, 'tophat.json'), JSON.stringify({ robloxGroupId: '7' }));
    respond = () => ({ type: 4, data: { content: 'done', flags: 64 } });
    discord = await startWorld();
    roblox = await startRobloxEmulator({
      seed: {
        keys: [],
        users: [{ id: '2', name: 'WolfRunner' }],
        groups: [
          {
            id: '7',
            name: 'TophatC',
            roles: [
              { id: '71', name: 'Member', rank: 1 },
              { id: '72', name: 'Enlist', rank: 2 },
            ],
          },
        ],
      },
    });
    gateway = await startFakeGateway((interaction) => respond(interaction));
    discord.gatewayUrl = gateway.url;
    await rawRequest(discord.apiUrl, 'PUT', `/applications/${IDS.application}/guilds/${IDS.guild}/commands`, {
      body: COMMANDS,
      headers: HEADERS,
    });
    shown = [];
    answers = [];
    const platform = {
      pid: 1,
      url: gateway.url,
      invokeUrl: '',
      functionIds: {},
      clans: ['tophat'],
      clansDir: folder,
    };
    session = await openSession(
      { ...platform, discordEmulatorUrl: discord.url, robloxEmulatorUrl: roblox.apiUrl },
      { clan: 'tophat', as: 'wolf', channel: 'general' },
      { show: (text) => void shown.push(text), ask: async () => answers.shift() },
    );
  });
  afterEach(async () => {
    await gateway.stop();
    await Promise.all([discord.stop(), roblox.stop()]);
    rmSync(folder, { recursive: true });
  });

  const post = (body: unknown, channel: string = IDS.general) =>
    rawRequest(discord.apiUrl, 'POST', `/channels/${channel}/messages`, { body, headers: HEADERS });
  const dataOf = (index: number) => gateway.received[index]?.interaction['data'];

  it('sends a slash command and shows the reply with its state', async () => {
    await runLine(session, '/points add member:@hermit amount:5 reason:good work: done');
    expect(dataOf(0)).toMatchObject({
      name: 'points',
      options: [
        { name: 'add', options: [{ value: IDS.closed }, { value: 5 }, { value: 'good work: done' }] },
      ],
    });
    expect(shown).toEqual(['tophat-bot (only you see this)', '  | done']);
  });

  it('takes a value in quotes whole, and a choice by its label in any language', async () => {
    await runLine(session, '/points add member:@hermit amount:5 reason:"raid | amount:9" days:one week');
    await runLine(session, '/points add member:@hermit amount:5 days:Eine Woche');
    const values = (index: number) => JSON.stringify(dataOf(index));
    expect(values(0)).toContain('"value":"raid | amount:9"');
    expect(values(0)).toContain('"name":"days","type":4,"value":7');
    expect(values(1)).toContain('"name":"days","type":4,"value":7');
    await expect(runLine(session, '/points add member:@hermit amount:5 days:8')).rejects.toThrow(
      'is one of: One week',
    );
  });

  it('clicks what is in the channel one is in, before what is elsewhere', async () => {
    await post({ content: 'here', components: BUTTONS }, IDS.admin);
    await post({ content: 'elsewhere', components: BUTTONS });
    await runLine(session, 'channel #admin');
    await runLine(session, 'click approve');
    expect(gateway.received[0]?.interaction).toMatchObject({ message: { content: 'here' } });
    expect(shown).toContain('(Approve, on "here")');
  });

  it('counts messages as they are now, until a list was shown', async () => {
    await post({ content: 'first', components: BUTTONS });
    await runLine(session, 'click 1 approve');
    await post({ content: 'second', components: BUTTONS });
    await runLine(session, 'click 1 approve');
    expect(gateway.received.map(({ interaction }) => interaction['message'])).toMatchObject([
      { content: 'first' },
      { content: 'second' },
    ]);
  });

  it('takes a lone value for the first option', async () => {
    await runLine(session, '/link-roblox WolfRunner');
    expect(dataOf(0)).toMatchObject({ options: [{ name: 'username', value: 'WolfRunner' }] });
  });

  it('takes a file by its path, and says so when there is none', async () => {
    writeFileSync(join(folder, 'ranks.json'), '[]');
    await runLine(session, `/setup file:${join(folder, 'ranks.json')}`);
    expect(dataOf(0)).toMatchObject({ resolved: { attachments: expect.anything() } });
    await expect(runLine(session, '/setup file:/nowhere/ranks.json')).rejects.toThrow('cannot be read');
  });

  it('takes a command in any case', async () => {
    await runLine(session, '/XP');
    expect(dataOf(0)).toMatchObject({ name: 'xp' });
  });

  it.each([
    ['an unknown command', '/xpp', 'There is no command "/xpp". There is: /xp, /points add'],
    ['an unknown subcommand', '/points give', 'There is: /points add'],
    [
      'an unknown option',
      '/points add member:@hermit amout:5',
      'has no option "amout". It has: member, amount, reason?, days? (One week)',
    ],
    ['an option of a command without any', '/xp of:me', 'It has no options.'],
    ['a missing option', '/points add member:@hermit', 'needs amount'],
    ['an unknown person', '/points add member:@nobody amount:1', 'Nobody in TophatC is called "@nobody"'],
    ['a number that is not one', '/points add member:@hermit amount:many', 'whole number'],
    ['a command without its slash', 'Points add member:@hermit', 'type /Points add member:@hermit'],
    ['an unknown word', 'dance', 'There is: /<command>, click'],
    ['an unknown button', 'click approve', 'There is no button "approve"'],
    ['an unknown menu', 'menu Kick @hermit', 'There is: Check member'],
    ['an unknown channel', 'channel #nowhere', 'has no channel "#nowhere"'],
    ['an unknown clan', 'clan elsewhere', 'There are: tophat'],
  ])('says what there is instead of %s, and sends nothing', async (_name, line, expected) => {
    await expect(runLine(session, line)).rejects.toThrow(expected);
    expect(gateway.received).toEqual([]);
  });

  it('clicks the latest button of that name, or the one of a numbered message, and fills in its modal by name', async () => {
    await post({ content: 'first', components: BUTTONS });
    await post({ content: 'second', components: BUTTONS });
    respond = (interaction) =>
      interaction['type'] === 3 ? { type: 9, data: MODAL } : { type: 4, data: { content: 'approved' } };
    await runLine(session, 'click approve points:5 note:well done');
    expect(gateway.received[0]?.interaction).toMatchObject({ message: { content: 'second' } });
    expect(dataOf(1)).toMatchObject({
      components: [
        { component: { custom_id: 'points', value: '5' } },
        { component: { value: 'well done' } },
        {},
      ],
    });
    await runLine(session, 'messages #general');
    await runLine(session, 'click 3 approve points:1');
    expect(gateway.received[2]?.interaction).toMatchObject({ message: { content: 'first' } });
    await expect(runLine(session, 'click check it')).rejects.toThrow('There is no button');
  });

  it('asks for one field of a modal after the other, and again for one that must be filled in', async () => {
    await post({ content: 'review', components: BUTTONS });
    respond = (interaction) =>
      interaction['type'] === 3 ? { type: 9, data: MODAL } : { type: 4, data: { content: 'approved' } };
    answers = ['', '7', '', '@hermit, owner'];
    await runLine(session, 'click review.approve:1');
    expect(shown).toContain('This one must be filled in.');
    expect(dataOf(1)).toMatchObject({
      components: [
        { component: { value: '7' } },
        { component: { value: '' } },
        { component: { values: [IDS.closed, IDS.owner] } },
      ],
    });
  });

  it('closes a modal on /cancel, and says which fields there are when nobody can be asked', async () => {
    await post({ content: 'review', components: BUTTONS });
    respond = () => ({ type: 9, data: MODAL });
    answers = ['5', '/cancel'];
    await runLine(session, 'click approve');
    expect(shown.at(-1)).toBe('The modal was closed; nothing was sent.');
    await expect(runLine(session, 'click approve')).rejects.toThrow('asks for: points, note?, members?');
    expect(gateway.received).toHaveLength(2);
  });

  it('shows what else changed: messages elsewhere and DMs', async () => {
    respond = async () => {
      await post({ content: 'a log line' }, IDS.admin);
      return { type: 4, data: { content: 'done' } };
    };
    await runLine(session, '/xp');
    expect(shown).toEqual(['tophat-bot', '  | done', 'tophat-bot (#admin)', '  | a log line']);
  });

  it('waits for the edit of a deferred reply, and tells when the application did not respond', async () => {
    respond = (interaction) => {
      setImmediate(() => void editUntilTaken(discord, String(interaction['token'])));
      return { type: 5, data: { flags: 64 } };
    };
    await runLine(session, '/xp');
    expect(shown).toEqual(['tophat-bot (only you see this, edited)', '  | edited at last']);
    respond = () => undefined;
    await expect(runLine(session, '/xp')).rejects.toThrow(
      'The application did not respond. The endpoint answered 500',
    );
  });

  it('changes who acts, where, and what they hold', async () => {
    await runLine(session, 'as enlist');
    expect(session.person.username).toBe('wolf');
    await runLine(session, 'as @hermit');
    await runLine(session, 'channel #admin');
    await runLine(session, '/xp');
    expect(gateway.received[0]?.interaction).toMatchObject({
      channel_id: IDS.admin,
      member: { user: { id: IDS.closed } },
    });
    await runLine(session, 'roles @wolf +Officer');
    await runLine(session, 'roles @wolf -Enlist');
    expect(discord.rolesOf('tophat', 'wolf')).toEqual(['Officer']);
    await runLine(session, 'dms @hermit open');
    expect(discord.world.user(IDS.closed).dms).toBe('open');
  });

  it('changes Roblox and switches faults', async () => {
    await runLine(session, 'roblox about WolfRunner my code 42');
    await runLine(session, 'roblox rank WolfRunner Enlist');
    expect(roblox.user('WolfRunner').about).toBe('my code 42');
    expect(roblox.rankOf('7', 'WolfRunner')).toBe(2);
    await runLine(session, 'roblox leave WolfRunner');
    await runLine(session, 'roblox ask WolfRunner');
    expect(shown.at(-1)).toContain('asks to join');
    expect(roblox.group('7').joinRequests).toHaveLength(1);
    await runLine(session, 'roblox withdraw WolfRunner');
    expect(roblox.group('7').joinRequests).toEqual([]);
    await runLine(session, 'roblox ask WolfRunner');
    await runLine(session, 'roblox join WolfRunner');
    expect(roblox.group('7').joinRequests).toEqual([]);
    await runLine(session, 'fault roblox 503 GET /cloud/v2/users times:2');
    await runLine(session, 'fault discord slow 1 ANY /users');
    expect(roblox.faults.list()).toMatchObject([{ status: 503, times: 2 }]);
    expect(discord.faults.list()).toMatchObject([{ delayMs: 1 }]);
    await runLine(session, 'fault clear');
    expect([roblox.faults.list(), discord.faults.list()]).toEqual([[], []]);
    await expect(runLine(session, 'fault discord nonsense')).rejects.toThrow('fault discord 429');
  });

  it('helps with everything that can be typed and every registered command', async () => {
    await runLine(session, 'help');
    const text = shown.join('\n');
    for (const word of [
      'click',
      'select',
      'roblox rank',
      'fault clear',
      '/points add member amount reason? days? (One week)',
      'menu Check member',
    ])
      expect(text).toContain(word);
  });
});

async function editUntilTaken(discord: DiscordEmulator, token: string): Promise<void> {
  const path = `/webhooks/${IDS.application}/${token}/messages/@original`;
  const answer = await rawRequest(discord.apiUrl, 'PATCH', path, {
    body: { content: 'edited at last' },
    headers: HEADERS,
  });
  if (answer.status === 404) setImmediate(() => void editUntilTaken(discord, token));
}

import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { Message, RobloxWorld, type Sent, Switches, Timeline, View } from '../../local/page/protocol.ts';
import { findRunningPlatform } from '../../local/platform-file.ts';
import { openSession } from '../../local/terminal/open-session.ts';
import { runLine } from '../../local/terminal/run-line.ts';
import { sql } from '../../shared/database/database.ts';
import { startTestPlatform, type TestPlatform } from '../platform/start-platform.ts';
import { PageClient } from './page-client.ts';

let platform: TestPlatform;
let wolf: PageClient;
let officer: PageClient;
let admin: PageClient;

beforeAll(async () => {
  platform = await startTestPlatform({ page: true, pendingEvent: true });
  wolf = new PageClient(platform, 'wolf');
  officer = new PageClient(platform, 'officer');
  admin = new PageClient(platform, 'admin');
});

afterAll(() => platform.stop());

const channel = (name: string) => {
  const found = [...platform.discord.world.state.channels.values()].find((each) => each.name === name);
  return found?.id ?? '';
};
const Joined = z.object({ id: z.string(), robloxName: z.string() });

/** A GET with headers that `fetch` would not send. */
function get(path: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(`${platform.url}${path}`, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.once('error', reject);
    sent.end();
  });
}

describe('the page', () => {
  it('is served with a policy that lets it load nothing from elsewhere', async () => {
    const response = await fetch(platform.platform.pageUrl ?? '');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await response.text()).toContain('/page/page.js');
  });

  it('is not there without its token, under another host name, or for a page of another origin', async () => {
    const path = (platform.platform.pageUrl ?? '').slice(platform.url.length);
    const { host } = new URL(platform.url);
    expect(await get('/', {})).toBe(403);
    expect(await get('/?token=wrong', {})).toBe(403);
    expect(await get(path, { host: 'clan.tunnel.test' })).toBe(404);
    expect(await get(path, { host, origin: 'http://127.0.0.1:1' })).toBe(404);
    expect(await get(path, { host })).toBe(200);
  });

  it('presses no switch for another site, or without its token', async () => {
    const body = { id: 'roblox-500', on: true };
    const from = (headers: object) => officer.request('POST', 'switch', { body, headers });
    expect((await from({ origin: 'http://evil.test' })).status).toBe(404);
    expect((await from({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await from({ 'x-page-token': 'wrong' })).status).toBe(403);
    expect(platform.roblox.faults.list()).toEqual([]);
  });

  it('is under 60 KB compressed', async () => {
    const sizes = await Promise.all(
      ['page.js', 'page.css'].map(async (name) => {
        const headers = { 'accept-encoding': 'gzip' };
        const response = await fetch(`${platform.url}/page/${name}`, { headers });
        await response.arrayBuffer();
        return response.headers.get('content-encoding') === 'gzip'
          ? Number(response.headers.get('content-length'))
          : Number.POSITIVE_INFINITY;
      }),
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(60_000);
  });
});

describe('a person', () => {
  it('sees the channels that are open to them, and no other channel answers', async () => {
    const stream = await wolf.stream();
    const view = View.parse((await stream.next(({ event }) => event === 'view')).data);
    stream.close();
    expect(view.channels.map(({ name }) => name)).not.toContain('admin');
    await expect(wolf.messages(channel('admin'))).rejects.toThrow('no such channel in sight');
    expect((await officer.messages(channel('admin'))).messages.length).toBeGreaterThan(0);
  });

  it('clicks no button and uses no command where they cannot look', async () => {
    const [review] = (await officer.messages(channel('admin'))).messages;
    const click = { click: 'review.approve', message: review?.id };
    await expect(wolf.act(channel('general'), click)).rejects.toThrow('no such message in sight');
    const command = { command: 'show-my-id', options: {} };
    await expect(wolf.act(channel('admin'), command)).rejects.toThrow('no such channel in sight');
  });

  it('alone sees an ephemeral reply, on the stream and in the channel', async () => {
    const [own, other] = await Promise.all([wolf.stream(), officer.stream()]);
    const sent = await wolf.act(channel('general'), { command: 'show-my-id', options: {} });
    const isReply = ({ event, data }: { event: string; data: unknown }) =>
      event === 'message' && Message.parse(data).interactionId === sent.interactionId;
    const reply = Message.parse((await own.next(isReply)).data);
    expect(reply).toMatchObject({ ephemeral: true, used: { name: '/show-my-id' } });
    await officer.request('POST', 'say', { body: { channel: channel('general'), content: 'Hello' } });
    await other.next(({ data }) => JSON.stringify(data).includes('Hello'));
    expect(other.seen.some(isReply)).toBe(false);
    own.close();
    other.close();
    const ids = (await officer.messages(channel('general'))).messages.map(({ id }) => id);
    expect(ids).not.toContain(reply.id);
  });

  it('reads on after a lost connection where it broke off, deletions included', async () => {
    const say = (content: string) =>
      officer.request('POST', 'say', { body: { channel: channel('general'), content } });
    const first = await wolf.stream();
    const { id } = await first.next(({ event }) => event === 'switches');
    first.close();
    await say('while you were away');
    const missed = (await wolf.messages(channel('general'))).messages.at(-1);
    await say('and this');
    const gone = platform.discord.world.state.messages.get(missed?.id ?? '');
    if (gone !== undefined) {
      platform.discord.world.state.messages.delete(gone.id);
      platform.discord.world.announce({ kind: 'deleted', message: gone });
    }
    const second = await wolf.stream(id);
    await second.next(
      ({ event, data }) => event === 'deleted' && JSON.stringify(data).includes(missed?.id ?? '-'),
    );
    await second.next(({ event, data }) => event === 'message' && JSON.stringify(data).includes('and this'));
    second.close();
    const stranger = await wolf.stream('another-start.5');
    await stranger.next(({ event }) => event === 'restart');
    stranger.close();
  });

  it('pages through a long channel', async () => {
    for (let index = 0; index < 5; index += 1)
      await officer.request('POST', 'say', {
        body: { channel: channel('events'), content: `line ${index}` },
      });
    const latest = await wolf.messages(channel('events'), { limit: '2' });
    expect(latest).toMatchObject({ more: true, messages: [{ content: 'line 3' }, { content: 'line 4' }] });
    const before = await wolf.messages(channel('events'), { limit: '2', before: latest.messages[0]?.id });
    expect(before.messages.map(({ content }) => content)).toEqual(['line 1', 'line 2']);
  });

  it('sees the command under the reply to the form that it opened', async () => {
    const menu = { userMenu: 'Add points', target: 'hare' };
    const opened = await officer.act(channel('general'), menu);
    const sent = await officer.act(channel('general'), { submit: { amount: 1 }, from: opened.interactionId });
    expect(sent.problem).toBeNull();
    await platform.discord.waitFor(sent.interactionId);
    const { messages } = await officer.messages(channel('general'));
    const reply = messages.find(({ interactionId }) => interactionId === sent.interactionId);
    expect(reply?.used?.name).toBe('Add points');
  });

  it('may be made on the spot, with an account on Roblox', async () => {
    const joined = await officer.ask(Joined, 'POST', 'people', { body: { name: 'Wren' } });
    const wren = new PageClient(platform, joined.id);
    const sent = await wren.act(channel('general'), {
      command: 'link-roblox',
      options: { username: joined.robloxName },
    });
    await platform.discord.waitFor(sent.interactionId);
    expect(sent.problem).toBeNull();
    await expect(officer.ask(Joined, 'POST', 'people', { body: { name: 'Wren' } })).rejects.toThrow('taken');
  });
});

describe('somebody on Roblox', () => {
  it('asks to join the group, which /group requests then shows, and takes it back', async () => {
    const joined = await officer.ask(Joined, 'POST', 'people', { body: { name: 'Stork' } });
    const change = async (what: object) => {
      const body = { user: joined.robloxName, ...what };
      const { users } = await officer.ask(RobloxWorld, 'POST', 'roblox', { body });
      return users.find(({ name }) => name === joined.robloxName);
    };
    await change({ inGroup: false });
    expect(await change({ isAsking: true })).toMatchObject({ inGroup: false, isAsking: true });
    const { text } = await platform.command('admin', 'group requests');
    expect(text).toContain(joined.robloxName);
    expect(await change({ isAsking: false })).toMatchObject({ isAsking: false });
  });
});

describe('behind the curtain', () => {
  it('is the time line of an interaction, with statements, calls and outbox, and nothing secret', async () => {
    const stream = await officer.stream();
    const options = { member: 'wolf', amount: 5 };
    const sent = await officer.act(channel('general'), { command: 'points add', options });
    const { data } = await stream.next(({ event, data: each }) => {
      const timeline = event === 'timeline' ? Timeline.parse(each) : undefined;
      const rows = timeline?.outbox ?? [];
      return (
        timeline?.id === sent.interactionId && rows.length > 0 && rows.every((row) => row.status === 'done')
      );
    });
    const timeline = Timeline.parse(data);
    expect(timeline).toMatchObject({ label: '/points add', acknowledged: { status: '200' } });
    expect(timeline.calls.map(({ functionName, detached }) => [functionName, detached])).toEqual([
      ['interactions', false],
      ['points', true],
    ]);
    const steps = timeline.calls.flatMap((call) => call.steps);
    expect(steps.some(({ kind, title }) => kind === 'sql' && title === 'COMMIT')).toBe(true);
    const edit = steps.find(({ title }) => /^PATCH discord .*@original$/.test(title));
    expect(edit).toMatchObject({ outcome: '200' });
    expect(edit?.request).toContain('5 points');
    expect(timeline.request.headers['x-signature-ed25519']).toMatch(/^[0-9a-f]{128}$/);
    const everything = JSON.stringify(stream.seen);
    const { botToken, robloxApiKey } = platform.record();
    const token = platform.discord.world.state.interactions.get(sent.interactionId)?.token ?? '-';
    for (const secret of [botToken, robloxApiKey, token, ...Object.values(platform.platform.agent.ids)])
      expect(everything).not.toContain(secret);
    stream.close();
  });

  it('is nobody else’s', async () => {
    const stream = await wolf.stream();
    const { data } = await stream.next(({ event }) => event === 'timelines');
    stream.close();
    const labels = z
      .array(Timeline)
      .parse(data)
      .map(({ label }) => label);
    expect(labels).toContain('/show-my-id');
    expect(labels).not.toContain('/points add');
  });
});

describe('the terminal', () => {
  it('has somebody new, the switches and the time lines too', async () => {
    const lines: string[] = [];
    const file = await findRunningPlatform(platform.folder);
    if (file === undefined) throw new Error('The platform left no file.');
    const io = { show: (line: string) => void lines.push(line), ask: async () => undefined };
    const session = await openSession(file, { as: 'officer' }, io);
    await runLine(session, 'join Heron');
    await runLine(session, '/show-my-id');
    await runLine(session, 'behind');
    await runLine(session, 'switch delivery-late on');
    await runLine(session, 'switch delivery-late off');
    const shown = lines.join('\n');
    expect(shown).toMatch(/You are Heron, new here, and Heron\d+ on Roblox/);
    expect(shown).toMatch(/\/show-my-id: acknowledged after \d+ ms\n.*interactions, /);
    expect(shown).toMatch(/on {2}delivery-late[\s\S]+off delivery-late/);
    await expect(runLine(session, 'switch gravity on')).rejects.toThrow('There is no switch');
  });
});

describe('a switch', () => {
  const set = (id: string, on: boolean) => officer.request('POST', 'switch', { body: { id, on } });
  const isOn = async (id: string) => {
    const stream = await officer.stream();
    const { data } = await stream.next(({ event }) => event === 'switches');
    stream.close();
    return Switches.parse(data).find((each) => each.id === id)?.on;
  };
  const addPoints = () =>
    officer.act(channel('general'), { command: 'points add', options: { member: 'hare', amount: 1 } });
  const pointsOfHare = async () => {
    const Sum = z.object({ total: z.int() });
    const db = await platform.database();
    const id = platform.discord.member('tophat', 'hare').userId;
    const query = sql`SELECT total_points AS total FROM members WHERE discord_id = :id`;
    return (await db.query(Sum, query, { id }))[0]?.total ?? 0;
  };

  it.each([
    ['function-before-commit', 0],
    ['function-after-commit', 1],
    ['function-between-effects', 1],
  ])('%s kills the next command once, and the minute job ends what it left', async (id, gained) => {
    const before = await pointsOfHare();
    await set(id, true);
    expect(await isOn(id)).toBe(true);
    const sent = await addPoints();
    await platform.idle();
    expect(await isOn(id)).toBe(false);
    // What the killed process had taken is free again when its lease ends, minutes later.
    await (await platform.database()).execute(sql`UPDATE outbox SET lease_until = 0`);
    await officer.request('POST', 'minute');
    await platform.discord.waitFor(sent.interactionId);
    await platform.idle();
    expect(await pointsOfHare()).toBe(before + gained);
  });

  it('function-twice calls the next command twice, and nothing changes the second time', async () => {
    const before = await pointsOfHare();
    await set('function-twice', true);
    await platform.discord.waitFor((await addPoints()).interactionId);
    await platform.idle();
    expect(await pointsOfHare()).toBe(before + 1);
    expect(await isOn('function-twice')).toBe(false);
  });

  it('delivery-twice and delivery-lost hit the next interaction only', async () => {
    const before = await pointsOfHare();
    await set('delivery-twice', true);
    await platform.discord.waitFor((await addPoints()).interactionId);
    await platform.idle();
    expect(await pointsOfHare()).toBe(before + 1);
    await set('delivery-lost', true);
    expect((await addPoints()).problem).toContain('No answer');
    expect((await addPoints()).problem).toBeNull();
    await platform.idle();
    expect(await pointsOfHare()).toBe(before + 2);
  });

  /** Turns a switch on until the time line of what was sent fits, then off, and lets the minute job end the rest. */
  async function under(id: string, act: () => Promise<Sent>, fits: (timeline: string) => boolean) {
    await set(id, true);
    expect(await isOn(id)).toBe(true);
    const stream = await admin.stream();
    const sent = await act();
    await stream.next(
      ({ event, data }) =>
        event === 'timeline' && Timeline.parse(data).id === sent.interactionId && fits(JSON.stringify(data)),
    );
    stream.close();
    await set(id, false);
    expect(await isOn(id)).toBe(false);
    await platform.idle();
    await (await platform.database()).execute(sql`UPDATE outbox SET due_at = 0, lease_until = 0`);
    await officer.request('POST', 'minute');
    await platform.discord.waitFor(sent.interactionId);
    await platform.idle();
  }

  it.each([
    ['discord-429', '"outcome":"429'],
    ['discord-500', '"outcome":"500'],
    ['discord-slow', '@original'],
    ['database-slow', '@original'],
  ])('%s holds a command up and takes nothing from it', async (id, seen) => {
    const before = await pointsOfHare();
    const addPointsAsAdmin = () =>
      admin.act(channel('general'), { command: 'points add', options: { member: 'hare', amount: 1 } });
    await under(id, addPointsAsAdmin, (timeline) => timeline.includes(seen));
    expect(await pointsOfHare()).toBe(before + 1);
  });

  it.each([
    ['roblox-429', '"outcome":"429'],
    ['roblox-500', '"outcome":"500'],
    ['roblox-slow', ':assignRole'],
    ['roblox-403', '"outcome":"403'],
    ['discord-403', '"outcome":"403'],
  ])('%s meets a rank change, which stands', async (id, seen) => {
    const Held = z.object({ name: z.string() });
    const hare = { id: platform.discord.member('tophat', 'hare').userId };
    const held = sql`SELECT r.rank_name AS name FROM members m JOIN ranks r ON r.rank_id = m.rank_id WHERE m.discord_id = :id`;
    const rankOfHare = async () => (await (await platform.database()).query(Held, held, hare))[0]?.name;
    const rank = (await rankOfHare()) === 'E4 | Corporal' ? 'E5 | Seargeant' : 'E4 | Corporal';
    const setRank = () =>
      admin.act(channel('general'), { command: 'set-rank', options: { member: 'hare', rank } });
    await under(id, setRank, (timeline) => timeline.includes(seen));
    expect(await rankOfHare()).toBe(rank);
  });

  it('delivery-late is an interaction that nobody answers, and nothing is changed', async () => {
    const before = await pointsOfHare();
    await set('delivery-late', true);
    const stream = await officer.stream();
    const { problem, interactionId } = await addPoints();
    expect(problem).toContain('No answer');
    await stream.next(({ event, data }) => {
      const timeline = event === 'timeline' ? Timeline.parse(data) : undefined;
      return timeline?.id === interactionId && timeline.calls.length > 0;
    });
    stream.close();
    await platform.idle();
    expect(await isOn('delivery-late')).toBe(false);
    expect(await pointsOfHare()).toBe(before);
  });

  it('database-locked makes a command wait until it is off', async () => {
    const before = await pointsOfHare();
    await set('database-locked', true);
    const sent = await addPoints();
    expect(sent.problem).toBeNull();
    expect(await pointsOfHare()).toBe(before);
    await set('database-locked', false);
    await platform.discord.waitFor(sent.interactionId);
    expect(await pointsOfHare()).toBe(before + 1);
  });

  it('that is not there is refused', async () => {
    expect(await (await set('gravity', true)).text()).toContain('no switch');
  });
});

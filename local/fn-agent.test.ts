import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { type FnAgent, type FnAgentOptions, startFnAgent } from './fn-agent.ts';
import { startGateway } from './gateway.ts';

/** A file that nobody makes. */
const NEVER = '/nothing/is/here';
/** A function that does what its body says, through the real FDK. */
const FUNCTION = `
const fdk = require(${JSON.stringify(createRequire(import.meta.url).resolve('@fnproject/fdk'))});
const { appendFileSync, existsSync } = require('node:fs');
fdk.handle(async (body, ctx) => {
  const order = body.length > 0 ? JSON.parse(body.toString()) : {};
  if (order.log) console.log(order.log);
  if (order.append) appendFileSync(order.append, order.text + '\\n');
  const pause = () => new Promise((resolve) => setTimeout(resolve, 5));
  while (order.until && !existsSync(order.until)) await pause();
  if (order.crash) process.kill(process.pid, 'SIGKILL');
  if (order.throw) throw new Error('a secret of the function');
  if (order.status) ctx.httpGateway.statusCode = order.status;
  ctx.httpGateway.setResponseHeader('X-Answer', 'yes');
  return fdk.rawResult(JSON.stringify({
    pid: process.pid, socket: process.env.FN_LISTENER, environment: Object.keys(process.env).sort(),
    functionIds: Object.keys(JSON.parse(process.env.FUNCTION_IDS)),
    headers: ctx.headers, text: body.toString(),
  }));
}, { inputMode: 'buffer' });
`;

let folder: string;
let agent: FnAgent;
let shown: string[];
const agents: FnAgent[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fn-agent-test-'));
  shown = [];
  await writeFile(join(folder, 'puppet.cjs'), FUNCTION);
  agent = await start();
});
afterEach(async () => {
  await Promise.all(agents.splice(0).map((each) => each.stop(0)));
  await rm(folder, { recursive: true });
});

async function start(options: Partial<FnAgentOptions> = {}, timeoutSeconds = 20): Promise<FnAgent> {
  const started = await startFnAgent({
    functions: [
      {
        name: 'puppet',
        kind: 'command',
        memoryMb: 128,
        timeoutSeconds,
        detachedTimeoutSeconds: timeoutSeconds,
      },
    ],
    bundles: folder,
    logs: join(folder, 'logs'),
    callsDir: join(folder, 'calls'),
    configuration: { LOG_LEVEL: 'info' },
    show: (line) => shown.push(line),
    ...options,
  });
  agents.push(started);
  return started;
}

function invoke(order: object, type = 'sync', id = agent.ids['puppet']): Promise<Response> {
  return fetch(`${agent.url}/20181201/functions/${id}/actions/invoke`, {
    method: 'POST',
    headers: { 'fn-invoke-type': type, 'content-type': 'application/json' },
    body: JSON.stringify(order),
  });
}
const FunctionAnswer = z.object({
  pid: z.number(),
  socket: z.string(),
  environment: z.array(z.string()),
  functionIds: z.array(z.string()),
  headers: z.record(z.string(), z.array(z.string())),
  text: z.string(),
});
/** What the function says of itself and of its call. */
async function answerOf(response: Response): Promise<z.infer<typeof FunctionAnswer>> {
  return FunctionAnswer.parse(await response.json());
}
async function pidOf(response: Response): Promise<number> {
  return (await answerOf(response)).pid;
}
function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('the Functions API', () => {
  it('answers a synchronous call with what the function answered', async () => {
    const response = await invoke({ note: 'grüße 🎩' });
    expect(response.status).toBe(200);
    expect(JSON.parse((await answerOf(response)).text)).toEqual({ note: 'grüße 🎩' });
  });

  it('tells a function the ids of those that it may call', async () => {
    expect((await answerOf(await invoke({}))).functionIds).toEqual(['puppet']);
    const other = await start({ notCalled: ['puppet'] });
    const url = `${other.url}/20181201/functions/${other.ids['puppet']}/actions/invoke`;
    const response = await fetch(url, { method: 'POST', headers: { 'fn-invoke-type': 'sync' }, body: '{}' });
    expect((await answerOf(response)).functionIds).toEqual([]);
  });

  it('answers a detached call 202 at once and carries it out', async () => {
    const file = join(folder, 'done');
    const response = await invoke({ append: file, text: 'carried out' }, 'detached');
    expect(response.status).toBe(202);
    await vi.waitFor(async () => expect(await readFile(file, 'utf8')).toBe('carried out\n'), 10_000);
  });

  it('knows a function by its id only', async () => {
    expect((await invoke({}, 'sync', 'puppet')).status).toBe(404);
  });

  it('passes on the status that a function chose, and 502 when it threw', async () => {
    expect((await invoke({ status: 500 })).status).toBe(500);
    expect((await invoke({ throw: true })).status).toBe(502);
  });

  it('answers 502 when the process dies, and starts a new one for the next call', async () => {
    expect((await invoke({ crash: true })).status).toBe(502);
    expect((await invoke({})).status).toBe(200);
  });

  it('answers 504 when the time is up, and the process is gone', async () => {
    agent = await start({}, 1);
    const pid = await pidOf(await invoke({}));
    expect((await invoke({ until: NEVER })).status).toBe(504);
    expect(isRunning(pid)).toBe(false);
  });

  it('answers 502 when the function cannot start', async () => {
    await writeFile(join(folder, 'puppet.cjs'), 'throw new Error("no good");');
    const response = await invoke({});
    expect(response.status).toBe(502);
    expect(shown.join('\n')).toContain('no good');
  });
});

describe('detached calls that failed', () => {
  it('wait in a queue, hidden while somebody looks after them, until they are removed', async () => {
    agent = await start({}, 1);
    await invoke({ crash: true, note: 'first' }, 'detached');
    await invoke({ until: NEVER, note: 'second' }, 'detached');
    await invoke({ throw: true, note: 'third' }, 'detached');
    await invoke({ note: 'carried out' }, 'detached');
    await vi.waitFor(() => expect(agent.load()).toBe(0), 15_000);
    const queue = `${agent.url}/20210201/queues/${agent.failures.id}/messages`;
    const Messages = z.object({ messages: z.array(z.object({ content: z.string(), receipt: z.string() })) });
    const take = async () =>
      Messages.parse(await (await fetch(`${queue}?limit=20&visibilityInSeconds=60`)).json());
    const { messages } = await take();
    const notes = messages.map(({ content }) => /(first|second|third|carried out)/.exec(content)?.[1]);
    expect(notes.sort()).toEqual(['first', 'second', 'third']);
    expect((await take()).messages).toEqual([]);
    for (const { receipt } of messages) await fetch(`${queue}/${receipt}`, { method: 'DELETE' });
    expect(agent.failures.size).toBe(0);
    expect((await fetch(queue.replace('queue.local', 'queue.other'))).status).toBe(404);
  });
});

describe('processes', () => {
  it('run one call at a time, four at most, and the rest waits its turn', async () => {
    const until = join(folder, 'released');
    const responses = Array.from({ length: 12 }, () => invoke({ until }));
    await vi.waitFor(() => expect([agent.load(), agent.pids('puppet').length]).toEqual([12, 4]), 10_000);
    await writeFile(until, '');
    const pids = await Promise.all(responses.map(async (response) => pidOf(await response)));
    expect(pids).toHaveLength(12);
    expect(new Set(pids).size).toBe(4);
  });

  it('are used again by the next call', async () => {
    expect(await pidOf(await invoke({}))).toBe(await pidOf(await invoke({})));
  });

  it('see their configuration and nothing else of the environment', async () => {
    expect((await answerOf(await invoke({}))).environment).toEqual([
      'FAILED_QUEUE_ID',
      'FAILED_QUEUE_URL',
      'FN_APP_NAME',
      'FN_FN_NAME',
      'FN_FORMAT',
      'FN_LISTENER',
      'FN_MEMORY',
      'FUNCTION_IDS',
      'FUNCTION_NAME',
      'HOME',
      'INVOKE_URL',
      'LOG_LEVEL',
    ]);
  });

  it('refuse a call when too many wait', async () => {
    agent = await start({ maxProcesses: 1, maxWaiting: 1 });
    const until = join(folder, 'released');
    const first = invoke({ until });
    const second = invoke({ until });
    await vi.waitFor(() => expect(agent.load()).toBe(2), 5_000);
    expect((await invoke({})).status).toBe(429);
    expect((await invoke({}, 'detached')).status).toBe(429);
    await writeFile(until, '');
    expect((await first).status).toBe(200);
    expect((await second).status).toBe(200);
  });

  it('end after some time without a call', async () => {
    agent = await start({ idleMs: 20 });
    const pid = await pidOf(await invoke({}));
    await vi.waitFor(() => expect(isRunning(pid)).toBe(false), 10_000);
    expect(agent.pids('puppet')).toEqual([]);
  });

  it('are all gone after a stop, and their sockets too', async () => {
    const { pid, socket } = await answerOf(await invoke({}));
    const slow = invoke({ until: NEVER });
    await vi.waitFor(() => expect(agent.load()).toBe(1), 5_000);
    await Promise.all([agent.stop(0), slow.then((response) => response.arrayBuffer())]);
    expect(isRunning(pid)).toBe(false);
    expect(existsSync(socket.slice('unix:'.length))).toBe(false);
  });
});

it('no process outlives an agent that was killed', async () => {
  const program = `
    import { startFnAgent } from ${JSON.stringify(join(import.meta.dirname, 'fn-agent.ts'))};
    const spec = { name: 'puppet', kind: 'command', memoryMb: 128, timeoutSeconds: 20, detachedTimeoutSeconds: 20 };
    const folder = ${JSON.stringify(folder)};
    const agent = await startFnAgent({
      functions: [spec], bundles: folder, logs: folder, callsDir: folder + '/calls', configuration: {}, show: console.error,
    });
    const answer = await agent.call('puppet', { body: Buffer.from('{}'), headers: {} });
    console.log(answer.body.toString());
  `;
  const parent = spawn(process.execPath, ['--input-type=module-typescript', '--eval', program], {
    env: { ...process.env, TMPDIR: folder },
  });
  const output = await new Promise<string>((resolve) =>
    parent.stdout.once('data', (data) => resolve(`${data}`)),
  );
  const { pid } = FunctionAnswer.parse(JSON.parse(output));
  expect(isRunning(pid)).toBe(true);
  parent.kill('SIGKILL');
  await vi.waitFor(() => expect(isRunning(pid)).toBe(false), 10_000);
});

describe('what functions write', () => {
  it('goes to a file, and errors are shown in one line', async () => {
    await invoke({
      log: JSON.stringify({ time: 'now', level: 'error', message: 'it broke', clan: 'tophat' }),
    });
    await invoke({ log: JSON.stringify({ time: 'now', level: 'info', message: 'all well' }) });
    await vi.waitFor(() => expect(shown).toEqual(['[puppet] error: it broke {"clan":"tophat"}']));
    await agent.stop(0);
    const log = await readFile(join(folder, 'logs', 'puppet.log'), 'utf8');
    expect(log).toContain('it broke');
    expect(log).toContain('all well');
  });
});

describe('the gateway', () => {
  async function withGateway(use: (url: string) => Promise<void>): Promise<void> {
    const gateway = await startGateway({
      host: '127.0.0.1',
      port: 0,
      call: (call, signal) => agent.call('puppet', call, signal),
    });
    try {
      await use(gateway.url);
    } finally {
      await gateway.stop();
    }
  }

  it('passes a request with its method, path and headers, and answers with what the function set', () =>
    withGateway(async (url) => {
      const response = await fetch(`${url}/interactions/tophat?x=1`, {
        method: 'POST',
        headers: { 'X-Signature-Timestamp': '12' },
        body: '{"status":401}',
      });
      expect(response.status).toBe(401);
      expect(response.headers.get('x-answer')).toBe('yes');
      const json = await answerOf(response);
      expect(json.text).toBe('{"status":401}');
      expect(json.headers).toMatchObject({
        'Fn-Intent': ['httprequest'],
        'Fn-Http-Method': ['POST'],
        'Fn-Http-Request-Url': ['/interactions/tophat?x=1'],
        'Fn-Http-H-X-Signature-Timestamp': ['12'],
      });
    }));

  it('knows two routes', () =>
    withGateway(async (url) => {
      expect((await fetch(`${url}/health`)).status).toBe(200);
      expect((await fetch(`${url}/interactions/tophat`)).status).toBe(405);
      expect((await fetch(`${url}/interactions`, { method: 'POST' })).status).toBe(404);
      expect((await fetch(`${url}/`)).status).toBe(404);
    }));

  it('refuses a body over the limit of OCI Functions', () =>
    withGateway(async (url) => {
      const body = Buffer.alloc(7 * 1024 * 1024);
      expect((await fetch(`${url}/interactions/tophat`, { method: 'POST', body })).status).toBe(413);
    }));

  it('answers 502 for a function that threw or died, and never with its words', () =>
    withGateway(async (url) => {
      const thrown = await fetch(`${url}/interactions/x`, { method: 'POST', body: '{"throw":true}' });
      expect(thrown.status).toBe(502);
      expect(await thrown.text()).not.toContain('secret');
      const died = await fetch(`${url}/interactions/x`, { method: 'POST', body: '{"crash":true}' });
      expect(died.status).toBe(502);
    }));
});

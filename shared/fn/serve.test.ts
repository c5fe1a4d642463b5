import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, watch, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

// A function as the real FDK serves it: a process of its own, called over its unix socket.
const FUNCTION = `
import { FunctionFailure, serve } from '${resolve(import.meta.dirname, 'serve.ts')}';
serve(async (call) => {
  const text = call.body.toString('utf8');
  if (text === 'failure') throw new FunctionFailure('unanswered');
  if (text === 'bug') throw new Error('the-secret');
  return { status: 201, body: JSON.stringify({ text, http: call.http, header: call.header('X-Test'), deadline: call.deadline }) };
}, (error) => process.stderr.write('onError ' + error.message));
`;
let child: ChildProcess;
let socket: string;
let errors = '';

beforeAll(async () => {
  const directory = mkdtempSync(join(tmpdir(), 'fn-'));
  const file = join(directory, 'func.ts');
  writeFileSync(file, FUNCTION);
  socket = join(directory, 'lsnr.sock');
  const watcher = watch(directory);
  const ready = new Promise<void>((done) => {
    watcher.on('change', (_, name) => {
      if (name === 'lsnr.sock') done();
    });
  });
  child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file], {
    env: { FN_LISTENER: `unix:${socket}`, FN_FORMAT: 'http-stream' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    errors += chunk;
  });
  await ready;
  watcher.close();
});
afterAll(() => child.kill('SIGKILL'));

function call(chunks: readonly Buffer[], headers: Record<string, string> = {}) {
  return new Promise<{ status: number | undefined; fnStatus: unknown; body: string }>((done, fail) => {
    const outgoing = request({ socketPath: socket, path: '/call', method: 'POST', headers }, (incoming) => {
      let body = '';
      incoming.setEncoding('utf8').on('data', (text: string) => {
        body += text;
      });
      incoming.on('end', () =>
        done({ status: incoming.statusCode, fnStatus: incoming.headers['fn-http-status'], body }),
      );
    });
    outgoing.on('error', fail);
    for (const chunk of chunks) outgoing.write(chunk);
    outgoing.end();
  });
}
const gateway = {
  'Fn-Intent': 'httprequest',
  'Fn-Http-Method': 'POST',
  'Fn-Http-Request-Url': '/interactions/x?y=1',
};

describe('a function', () => {
  it('gets the bytes as they were sent, a character across chunks among them, and answers JSON once', async () => {
    const bytes = Buffer.from('Grüße 🎩');
    const chunks = Array.from(bytes, (byte) => Buffer.from([byte]));
    const headers = { ...gateway, 'Fn-Http-H-X-Test': 'yes', 'Fn-Deadline': '2026-11-22T12:00:00.000Z' };
    const { status, fnStatus, body } = await call(chunks, headers);
    expect([status, fnStatus]).toEqual([200, '201']);
    expect(JSON.parse(body)).toEqual({
      text: 'Grüße 🎩',
      http: { method: 'POST', url: '/interactions/x?y=1' },
      header: 'yes',
      deadline: Date.UTC(2026, 10, 22, 12),
    });
  });

  it('that fails on purpose answers 502 with its code, for the queue of failures', async () => {
    const { status, body } = await call([Buffer.from('failure')]);
    expect(status).toBe(502);
    expect(body).toContain('unanswered');
  });

  it('with a bug shows the caller nothing of it, behind the gateway or not', async () => {
    const direct = await call([Buffer.from('bug')]);
    const behind = await call([Buffer.from('bug')], gateway);
    expect([direct.status, behind.status, behind.fnStatus]).toEqual([502, 200, '500']);
    expect(direct.body + behind.body).not.toContain('the-secret');
    expect(errors).toContain('onError the-secret');
    expect(JSON.parse((await call([Buffer.from('next')])).body).text).toBe('next');
  });
});

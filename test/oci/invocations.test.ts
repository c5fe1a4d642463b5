import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { createInvoke } from '../../shared/fn/create-invoke.ts';
import { findRequestBody } from '../../shared/oci/failed-invocations.ts';
import { failedInvocations, signingOf } from '../../shared/oci/sdk.ts';
import { type FakeOci, startFakeOci } from './fake-oci.ts';
import { makeResourcePrincipal, renewToken } from './resource-principal.ts';

const ENVELOPE = {
  timestamp: '1760000000',
  signature: 'ab',
  body: '{"type":2,"data":{"name":"xp"},"nick":"Ünï 🎩"}',
};

let directory: string;
let oci: FakeOci;
let variables: Record<string, string>;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'clan-bot-oci-'));
  const principal = makeResourcePrincipal(directory, Math.floor(Date.now() / 1000) + 3600);
  for (const [name, value] of Object.entries(principal.variables)) vi.stubEnv(name, value);
  oci = await startFakeOci(principal.publicKey);
  variables = { ...principal.variables, FAILED_QUEUE_ID: 'ocid1.queue.test', FAILED_QUEUE_URL: oci.url };
});

afterEach(() => oci.queue.splice(0));

afterAll(async () => {
  vi.unstubAllEnvs();
  await oci.stop();
  rmSync(directory, { recursive: true });
});

describe('the request signer', () => {
  test('signs an invocation so that an independent check of it holds, whatever the body', async () => {
    const { sign } = signingOf({ variables });
    const url = `${oci.url}/20181201/functions/ocid1.fnfunc.test/actions/invoke`;
    const body = JSON.stringify(ENVELOPE);
    const headers = await sign({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/json', 'fn-invoke-type': 'detached' },
      body,
    });
    const response = await fetch(url, { method: 'POST', headers, body });
    expect(response.status).toBe(202);
    expect(oci.invoked.at(-1)).toEqual({ id: 'ocid1.fnfunc.test', type: 'detached', body });
    const forged = await fetch(url, { method: 'POST', headers, body: body.replace('xp', 'yp') });
    expect(forged.status).toBe(401);
  });
});

describe('calling a function', () => {
  test('renews a token that OCI no longer takes, and calls once more', async () => {
    const invoke = createInvoke({
      invokeUrl: oci.url,
      functionIds: { xp: 'ocid1.fnfunc.test' },
      signing: signingOf({ variables }),
    });
    const before = oci.invoked.length;
    oci.acceptedTokens.add(renewToken(directory, Math.floor(Date.now() / 1000) + 3600, 'two'));
    const outcome = await invoke('xp', '{}', { type: 'detached', timeoutMs: 5000 });
    expect(outcome).toEqual({ kind: 'accepted', body: '' });
    expect(oci.invoked).toHaveLength(before + 1);
    expect(oci.requests.slice(-2).map((request) => request.split(' ')[0])).toEqual(['POST', 'POST']);
  });
});

describe('the queue of failed invocations', () => {
  test('gives back the body of the call wherever the record holds it, and removes what was done', async () => {
    const body = JSON.stringify(ENVELOPE);
    oci.queue.push(
      {
        content: JSON.stringify({ request: { payload: Buffer.from(body).toString('base64') } }),
        receipt: 'a/1',
      },
      { content: 'something else', receipt: 'b' },
    );
    const queue = failedInvocations({ variables });
    expect(await queue?.take(50)).toEqual([
      { receipt: 'a/1', body, deliveries: 1 },
      { receipt: 'b', body: undefined, deliveries: 1 },
    ]);
    await queue?.done('a/1');
    expect(oci.queue.map((one) => one.receipt)).toEqual(['b']);
  });

  test('is nothing where no queue is configured', () => {
    expect(failedInvocations({ variables: {} })).toBeUndefined();
  });

  test.each([
    ['the body itself', JSON.stringify({ job: 'sync-ranks', clan: 'tophat' })],
    ['a text inside', JSON.stringify({ data: { requestBody: '{"job":"sync-ranks","clan":"tophat"}' } })],
    ['a list', JSON.stringify([{ a: 1 }, { b: [{ job: 'sync-ranks', clan: 'tophat' }] }])],
  ])('the body is found in %s', (_, content) => {
    expect(JSON.parse(findRequestBody(content) ?? 'null')).toEqual({ job: 'sync-ranks', clan: 'tophat' });
  });

  test('a record without a body, or one that is nested without end, gives none', () => {
    let deep: unknown = { job: 'x' };
    for (let level = 0; level < 50; level += 1) deep = { deep };
    expect(findRequestBody(JSON.stringify(deep))).toBeUndefined();
    expect(findRequestBody('{"code":502}')).toBeUndefined();
    expect(findRequestBody('')).toBeUndefined();
  });
});

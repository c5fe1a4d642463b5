import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { openFailedInvocations } from '../../shared/fn/open-failed-invocations.ts';
import { openInvoke } from '../../shared/fn/open-invoke.ts';
import { findRequestBody, readUnrecognized } from '../../shared/oci/failed-record.ts';
import { openOciSession } from '../../shared/oci/sdk.ts';
import { listSecrets, readSecret } from '../../shared/oci/secrets.ts';
import { parseEnvironment } from '../../shared/platform/environment.ts';
import { type FakeOci, startFakeOci } from './fake-oci.ts';
import { makeResourcePrincipal, renewToken } from './resource-principal.ts';

const VAULT = { kind: 'vault', vaultId: 'ocid1.vault.test' } as const;

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
  oci.secrets.set('one', { content: 'content' });
  variables = {
    ...principal.variables,
    VAULT_ID: 'ocid1.vault.test',
    COMPARTMENT_ID: 'ocid1.compartment.test',
    OCI_SECRETS_URL: oci.url,
    OCI_VAULTS_URL: oci.url,
    INVOKE_URL: oci.url,
    FUNCTION_IDS: '{"xp":"ocid1.fnfunc.xp"}',
    FAILED_QUEUE_ID: 'ocid1.queue.test',
    FAILED_QUEUE_URL: oci.url,
  };
});

afterEach(() => {
  oci.queue.splice(0);
  oci.acceptedTokens.clear();
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await oci.stop();
  rmSync(directory, { recursive: true });
});

describe('the request signer', () => {
  test('signs an invocation so that an independent check of it holds, whatever the body', async () => {
    const { sign } = openOciSession(variables).signing;
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

describe('a token that OCI refuses', () => {
  const inAnHour = () => Math.floor(Date.now() / 1000) + 3600;
  const session = () => openOciSession(variables);
  const invoke = async (type: 'detached' | 'sync') => {
    const call = await openInvoke(parseEnvironment(variables));
    return call('xp', '{"job":"x"}', { type, timeoutMs: 5000 });
  };
  const queue = () => openFailedInvocations({ registry: VAULT, variables });
  const calls: Record<string, () => Promise<unknown>> = {
    'a detached invocation': () => invoke('detached'),
    'a synchronous invocation': () => invoke('sync'),
    'reading a secret': () => readSecret(session().call, session().vault(), 'one'),
    'listing secrets': () => listSecrets(session().call, session().vault()),
    'reading the queue': async () => (await queue())?.take(1),
    'removing from the queue': async () => (await queue())?.done('r'),
  };

  test.each(Object.keys(calls))('is read again, and %s is made once more', async (name) => {
    const first = await calls[name]?.();
    oci.acceptedTokens.add(renewToken(directory, inAnHour(), name));
    oci.requests.length = 0;
    expect(await calls[name]?.()).toEqual(first);
    expect(oci.requests).toHaveLength(2);
  });

  test('and that is refused again ends the call after the second attempt', async () => {
    oci.acceptedTokens.add('another');
    oci.requests.length = 0;
    expect(await invoke('detached')).toMatchObject({ kind: 'refused', reason: 'HTTP 401' });
    await expect(calls['listing secrets']?.()).rejects.toThrow(/401 NotAuthenticated/);
    expect(oci.requests).toHaveLength(4);
  });

  test('is read once by calls that are refused at the same time', async () => {
    await invoke('sync');
    oci.acceptedTokens.add(renewToken(directory, inAnHour(), 'at once'));
    oci.requests.length = 0;
    const outcomes = await Promise.all([invoke('sync'), invoke('sync'), invoke('sync')]);
    expect(outcomes.map((outcome) => outcome.kind)).toEqual(['accepted', 'accepted', 'accepted']);
    expect(oci.requests).toHaveLength(6);
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
    const queue = await openFailedInvocations({ registry: VAULT, variables });
    expect(await queue?.take(50)).toEqual([
      { receipt: 'a/1', body, deliveries: 1 },
      { receipt: 'b', body: undefined, unread: { keys: [], interaction: undefined }, deliveries: 1 },
    ]);
    await queue?.done('a/1');
    expect(oci.queue.map((one) => one.receipt)).toEqual(['b']);
  });

  test('is nothing where no queue is configured', async () => {
    expect(await openFailedInvocations({ registry: VAULT, variables: {} })).toBeUndefined();
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

  test('an answer that is no list of messages is an error, not an empty queue', async () => {
    oci.queue.push({ content: 'x', receipt: 'a', deliveryCount: 'many' });
    const queue = await openFailedInvocations({ registry: VAULT, variables });
    await expect(queue?.take(1)).rejects.toThrow(/no list of messages/);
  });
});

describe('a record in which no body is found', () => {
  const ID = '1300000000000000001';
  const TOKEN = Buffer.from(`interaction:${ID}:${'x'.repeat(40)}`).toString('base64');
  const body = JSON.stringify({ application_id: '1100000000000000001', id: ID, token: TOKEN, nick: 'ü "x"' });
  const envelope = JSON.stringify({ timestamp: '1760000000', body, signature: 'ab' });
  const interaction = { applicationId: '1100000000000000001', token: TOKEN, id: ID };

  test.each([
    ['cut off', envelope.slice(0, -20)],
    ['cut off inside another text', JSON.stringify({ error: 'x', payload: envelope.slice(0, -20) })],
    ['base64 of a cut text', JSON.stringify({ p: Buffer.from(envelope.slice(0, -20)).toString('base64') })],
    ['without its signature', JSON.stringify({ request: JSON.parse(body) })],
  ])('still gives what ends its interaction: %s', (_, content) => {
    expect(findRequestBody(content)).toBeUndefined();
    expect(readUnrecognized(content).interaction).toEqual(interaction);
  });

  test('gives no id where the token does not say it, and nothing without a token', () => {
    const other = body.replace(TOKEN, 'a-token-of-some-other-form');
    expect(readUnrecognized(other).interaction).toMatchObject({ id: undefined });
    expect(readUnrecognized(body.replace('"token"', '"taken"')).interaction).toBeUndefined();
    expect(readUnrecognized(body.replace('"application_id"', '"app"')).interaction).toBeUndefined();
  });

  test('shows the names of its fields and no value, nor a name that may be one', () => {
    const content = JSON.stringify({
      errorCode: 502,
      request: { headers: [{ name: 'secret' }], users: { '1100000000000000004': 'wolf' } },
      inner: JSON.stringify({ functionId: 'ocid1.fnfunc.x' }),
    });
    expect(readUnrecognized(content).keys).toEqual([
      'errorCode',
      'request',
      'request.headers',
      'request.headers.[]',
      'request.headers.[].name',
      'request.users',
      'request.users.?',
      'inner',
      'inner.functionId',
    ]);
    expect(readUnrecognized('{"a":'.repeat(5000)).keys).toEqual([]);
  });
});

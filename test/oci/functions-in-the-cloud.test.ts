import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FnProcess } from '../../local/fn-process.ts';
import { type FakeOci, startFakeOci } from './fake-oci.ts';
import { makeResourcePrincipal } from './resource-principal.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const ID = '1100000000000000001';
const GUILD = '1100000000000000002';

let directory: string;
let oci: FakeOci;
let discordKey: KeyObject;
let environment: Record<string, string>;
const running: FnProcess[] = [];

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'cloud-'));
  const principal = makeResourcePrincipal(directory, Math.floor(Date.now() / 1000) + 3600);
  oci = await startFakeOci(principal.publicKey);
  const keys = generateKeyPairSync('ed25519');
  discordKey = keys.privateKey;
  const publicKey = keys.publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('hex');
  const identity = { clan: 'tophat', applicationId: ID, publicKey, guildId: GUILD, robloxGroupId: '3203735' };
  oci.secrets.set(`clan-identity-${ID}`, {
    content: JSON.stringify({
      ...identity,
      database: { user: 'tophat', connectString: 'tcps://adb.test/tp' },
    }),
    clan: 'tophat',
  });
  environment = {
    ...principal.variables,
    PATH: process.env['PATH'] ?? '',
    VAULT_ID: 'ocid1.vault.test',
    COMPARTMENT_ID: 'ocid1.compartment.test',
    OCI_SECRETS_URL: oci.url,
    OCI_VAULTS_URL: oci.url,
    INVOKE_URL: oci.url,
    FUNCTION_IDS: JSON.stringify({ xp: 'ocid1.fnfunc.xp', 'deliver-outbox': 'ocid1.fnfunc.outbox' }),
  };
});

afterAll(async () => {
  await Promise.all(running.map((one) => one.kill()));
  await oci.stop();
  rmSync(directory, { recursive: true, force: true });
});

/** A bundle, started as OCI Functions starts it: with its configuration and its resource principal. */
function start(name: string, more: Record<string, string> = {}, socket = name): FnProcess {
  const process = new FnProcess({
    name,
    bundle: join(ROOT, 'dist/functions', `${name}.cjs`),
    socketDir: join(directory, socket),
    environment: { ...environment, FUNCTION_NAME: name, ...more },
    startTimeoutMs: 10_000,
    newOutput: () => () => undefined,
  });
  running.push(process);
  return process;
}

/** A request of Discord's, signed with the application's key, as the gateway hands it on. */
async function deliver(front: FnProcess, interaction: unknown) {
  const body = Buffer.from(JSON.stringify(interaction));
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = sign(null, Buffer.concat([Buffer.from(timestamp), body]), discordKey).toString('hex');
  const answer = await front.call(
    {
      body,
      headers: {
        'Content-Type': 'application/json',
        'Fn-Intent': 'httprequest',
        'Fn-Http-Method': 'POST',
        'Fn-Http-Request-Url': '/interactions/tophat',
        'Fn-Http-H-X-Signature-Ed25519': signature,
        'Fn-Http-H-X-Signature-Timestamp': timestamp,
      },
    },
    5000,
  );
  return { status: answer.headers['fn-http-status'], json: JSON.parse(answer.body.toString()) };
}

const PING = { id: '1', application_id: ID, type: 1, token: 't', version: 1 };
const forged = (index: number) => ({ ...PING, application_id: `12000000000000${1000 + index}` });
const isLookUp = (request: string) => request.includes('getByName');

/** A new front door that met 20 forged ids before anything else. */
async function underFlood() {
  const before = oci.requests.filter(isLookUp).length;
  const front = start('interactions', {}, `flooded-${running.length}`);
  for (let index = 0; index < 20; index += 1) {
    expect((await deliver(front, forged(index))).status).toBe('401');
  }
  return { front, lookUps: () => oci.requests.filter(isLookUp).length - before };
}

describe('the front door with a vault and signed invocations', () => {
  test('finds the clan by its application and answers a PING', async () => {
    const front = start('interactions');
    const { status, json } = await deliver(front, PING);
    expect({ status, json }).toEqual({ status: '200', json: { type: 1 } });
    // Its name is listed and looked up at the same time.
    expect(oci.requests.toSorted()).toEqual([
      'GET /20180608/secrets',
      'POST /20190301/secretbundles/actions/getByName',
    ]);
  });

  test('accepts the first request of a clan though forged ids came before it, and looks up few of them', async () => {
    const { front, lookUps } = await underFlood();
    expect(lookUps()).toBeLessThanOrEqual(5);
    expect((await deliver(front, PING)).status).toBe('200');
    const { length } = oci.requests;
    for (let index = 100; index < 140; index += 1) await deliver(front, forged(index));
    expect((await deliver(front, PING)).status).toBe('200');
    expect(oci.requests).toHaveLength(length);
  });

  test('looks ids up by name, 5 in 10 seconds, where it may not list them', async () => {
    oci.mayList = false;
    try {
      const front = start('interactions', {}, 'cannot-list');
      expect((await deliver(front, PING)).status).toBe('200');
      const { lookUps } = await underFlood();
      expect(lookUps()).toBe(5);
    } finally {
      oci.mayList = true;
    }
  });

  test("hands a command over by a call that OCI's own check of the signature accepts, then acknowledges", async () => {
    const [front] = running;
    if (front === undefined) throw new Error('the front door was not started');
    const interaction = {
      id: '1200000000000000001',
      application_id: ID,
      type: 2,
      token: 'interaction-token',
      version: 1,
      guild_id: GUILD,
      channel_id: '1100000000000000003',
      member: { user: { id: '1100000000000000004', username: 'wölf 🎩' }, roles: [], permissions: '0' },
      data: { id: '1', name: 'xp', type: 1 },
    };
    const { status, json } = await deliver(front, interaction);
    expect(status).toBe('200');
    expect(json.type).toBe(5);
    const [call] = oci.invoked;
    expect(call).toMatchObject({ id: 'ocid1.fnfunc.xp', type: 'detached' });
    expect(JSON.parse(JSON.parse(call?.body ?? '{}').body)).toEqual(interaction);
  });
});

describe('provisioning in the cloud', () => {
  test('an answer that says no comes back as JSON with 200, and shows no password', async () => {
    oci.secrets.set(`clan-keys-${ID}`, {
      content: '{"botToken":"bot","robloxApiKey":"key"}',
      clan: 'tophat',
    });
    oci.secrets.set(`clan-database-${ID}`, { content: 'Clan_Passw0rd#1', clan: 'tophat' });
    oci.secrets.set('database-admin', { content: 'Admin_Passw0rd#1' });
    const provision = start('provision-clan', { ADMIN_SECRET: 'database-admin' });
    const call = { body: Buffer.from('{"job":"provision-clan","clan":"tophat"}'), headers: {} };
    const answer = await provision.call(call, 60_000);
    expect(answer.status).toBe(200);
    // There is no database behind that connect string, which is what the operator must be told.
    const text = answer.body.toString();
    expect(JSON.parse(text)).toMatchObject({ ok: false, error: expect.stringMatching(/^database-/) });
    expect(text).not.toContain('Passw0rd');
  });
});

import { createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { fc } from '../../test/support/fuzz-seed.ts';
import { isSignedBy } from './signed.ts';
import { createVerifierAtOnce } from './verify-at-once.ts';
import { createEd25519Verifier } from './verify-signature.ts';

const VERIFIERS = [
  ['verifyKey', createEd25519Verifier],
  ['node:crypto', createVerifierAtOnce],
] as const;

interface SigningKey {
  readonly privateKey: KeyObject;
  readonly publicKey: string;
}
function newKey(): SigningKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const x = publicKey.export({ format: 'jwk' }).x ?? '';
  return { privateKey, publicKey: Buffer.from(x, 'base64url').toString('hex') };
}
function signatureOf(key: SigningKey, timestamp: string, body: Uint8Array): string {
  return sign(null, Buffer.concat([Buffer.from(timestamp), body]), key.privateKey).toString('hex');
}

const clan = newKey();
const otherClan = newKey();
const timestamp = '1796000000';
const body = Buffer.from('{"type":1,"text":"Grüße 🎩"}');

describe.each(VERIFIERS)('a signature, by %s', (_, createVerifier) => {
  const verifyEd25519 = createVerifier();

  it('is accepted when the clan signed these bytes at this time', async () => {
    const signature = signatureOf(clan, timestamp, body);
    expect(await isSignedBy(verifyEd25519, clan.publicKey, { signature, timestamp, body })).toBe(true);
  });

  it('of another clan is refused', async () => {
    const signature = signatureOf(otherClan, timestamp, body);
    expect(await isSignedBy(verifyEd25519, clan.publicKey, { signature, timestamp, body })).toBe(false);
  });

  it.each([
    ['missing', undefined],
    ['empty', ''],
    ['too short', 'ab'],
    ['no hex', 'z'.repeat(128)],
    ['right, with something behind it', `${signatureOf(clan, timestamp, body)}00`],
  ])('that is %s is refused', async (_, signature) => {
    expect(await isSignedBy(verifyEd25519, clan.publicKey, { signature, timestamp, body })).toBe(false);
  });

  it.each([undefined, '', ' 1796000000', '1796000000.5', '١٧٩٦'])(
    'with the timestamp %j is refused',
    async (stamp) => {
      const signature = signatureOf(clan, stamp ?? '', body);
      expect(await isSignedBy(verifyEd25519, clan.publicKey, { signature, timestamp: stamp, body })).toBe(
        false,
      );
    },
  );

  it('is refused under a text that is no key', async () => {
    const signature = signatureOf(clan, timestamp, body);
    for (const key of ['', 'ff', 'f'.repeat(64), '0'.repeat(64), `${clan.publicKey}00`]) {
      expect(await isSignedBy(verifyEd25519, key, { signature, timestamp, body })).toBe(false);
    }
  });

  it.each([65_536, 65_537, 1_048_576])(
    'over %i bytes is proven or refused like any other',
    async (length) => {
      const long = Buffer.alloc(length, 0x5b);
      const signature = signatureOf(clan, timestamp, long);
      const request = { signature, timestamp, body: long };
      expect(await isSignedBy(verifyEd25519, clan.publicKey, request)).toBe(true);
      expect(await isSignedBy(verifyEd25519, otherClan.publicKey, request)).toBe(false);
      expect(await isSignedBy(verifyEd25519, clan.publicKey, { ...request, timestamp: '1796000001' })).toBe(
        false,
      );
      flip(long, length - 1);
      expect(await isSignedBy(verifyEd25519, clan.publicKey, request)).toBe(false);
    },
  );

  it('gets the same answer from node:crypto, whatever was changed on the way', async () => {
    const change = fc.record({
      body: fc.uint8Array({ minLength: 1, maxLength: 300 }),
      seconds: fc.integer({ min: 0, max: 2 ** 40 }),
      flipBody: fc.option(fc.nat(299)),
      flipSignature: fc.option(fc.nat(63)),
      laterBy: fc.constantFrom(0, 0, 1),
      signer: fc.constantFrom(clan, clan, otherClan),
    });
    await fc.assert(
      fc.asyncProperty(change, async (given) => {
        const signed = Buffer.from(given.body);
        const signature = Buffer.from(signatureOf(given.signer, String(given.seconds), signed), 'hex');
        if (given.flipSignature !== null) flip(signature, given.flipSignature);
        const received = Buffer.from(signed);
        if (given.flipBody !== null) flip(received, given.flipBody % received.length);
        const stamp = String(given.seconds + given.laterBy);
        const hex = signature.toString('hex');
        const ours = await isSignedBy(verifyEd25519, clan.publicKey, {
          signature: hex,
          timestamp: stamp,
          body: received,
        });
        expect(ours).toBe(oracle(clan.publicKey, Buffer.concat([Buffer.from(stamp), received]), hex));
      }),
      { numRuns: 300 },
    );
  });

  it('is still verified when more clans than the cache holds take turns', async () => {
    const small = createVerifier({ maxKeys: 2 });
    const clans = [newKey(), newKey(), newKey(), newKey()];
    for (const key of [...clans, ...clans]) {
      const signature = signatureOf(key, timestamp, body);
      expect(await small(key.publicKey, { timestamp, body }, signature)).toBe(true);
    }
  });
});

/** node:crypto, which shares no code with `verifyKey`. */
function oracle(publicKey: string, message: Uint8Array, signature: string): boolean {
  const x = Buffer.from(publicKey, 'hex').toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  return verify(null, message, key, Buffer.from(signature, 'hex'));
}

function flip(bytes: Buffer, index: number): void {
  bytes[index] = (bytes[index] ?? 0) ^ 1;
}

const Vectors = z.object({
  testGroups: z.array(
    z.object({
      publicKey: z.object({ pk: z.string() }),
      tests: z.array(
        z.object({
          tcId: z.number(),
          msg: z.string(),
          sig: z.string(),
          result: z.enum(['valid', 'invalid']),
        }),
      ),
    }),
  ),
});
const root = resolve(import.meta.dirname, '../..');
const vectorsFile = [process.env['SPECS_DIR'], join(root, '../shared/specs'), join(root, 'test/specs')]
  .flatMap((directory) => (directory === undefined ? [] : [join(directory, 'wycheproof-ed25519.json')]))
  .find((file) => existsSync(file));

describe.skipIf(vectorsFile === undefined)(
  'Ed25519 (needs wycheproof-ed25519.json; npm run specs fetches it)',
  () => {
    it.each(VERIFIERS)('agrees with every Wycheproof vector, by %s', async (_, createVerifier) => {
      const verifyEd25519 = createVerifier();
      const { testGroups } = Vectors.parse(JSON.parse(readFileSync(vectorsFile ?? '', 'utf8')));
      let checked = 0;
      for (const { publicKey, tests } of testGroups) {
        for (const { tcId, msg, sig, result } of tests) {
          const message = { timestamp: '', body: Buffer.from(msg, 'hex') };
          const accepted = await verifyEd25519(publicKey.pk, message, sig);
          expect({ tcId, accepted }).toEqual({ tcId, accepted: result === 'valid' });
          checked += 1;
        }
      }
      expect(checked).toBeGreaterThan(100);
    });
  },
);

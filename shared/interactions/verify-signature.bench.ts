// What making the key once is worth, and what node:crypto would take: `npx vitest bench shared/interactions`.
import { createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { verifyKey } from 'discord-interactions';
import { bench, describe } from 'vitest';
import { isSignedBy } from './signed.ts';
import { createEd25519Verifier } from './verify-signature.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const x = publicKey.export({ format: 'jwk' }).x ?? '';
const hex = Buffer.from(x, 'base64url').toString('hex');
const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
const timestamp = '1796000000';
const body = Buffer.from(JSON.stringify({ type: 2, padding: 'x'.repeat(1500) }));
const signature = sign(null, Buffer.concat([Buffer.from(timestamp), body]), privateKey).toString('hex');
const verifyEd25519 = createEd25519Verifier();

describe('verifying an interaction of 1.5 KB', () => {
  bench('ours: verifyKey with a CryptoKey made once', async () => {
    await isSignedBy(verifyEd25519, hex, { signature, timestamp, body });
  });
  bench('verifyKey with a hex key', async () => {
    await verifyKey(body, signature, timestamp, hex);
  });
  bench('node:crypto with a KeyObject made once', () => {
    verify(null, Buffer.concat([Buffer.from(timestamp), body]), key, Buffer.from(signature, 'hex'));
  });
});

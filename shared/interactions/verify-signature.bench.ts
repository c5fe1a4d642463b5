// Why node:crypto verifies and not discord-interactions' verifyKey: `npx vitest bench shared/interactions`.
// On 2 cores with Node 22: node:crypto with a cached key about 8,100 a second, verifyKey about 3,600.
import { generateKeyPairSync, sign } from 'node:crypto';
import { verifyKey } from 'discord-interactions';
import { bench, describe } from 'vitest';
import { createEd25519Verifier, isSignedBy } from './verify-signature.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const key = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('hex');
const timestamp = '1796000000';
const body = Buffer.from(JSON.stringify({ type: 2, padding: 'x'.repeat(1500) }));
const signature = sign(null, Buffer.concat([Buffer.from(timestamp), body]), privateKey).toString('hex');
const verifyEd25519 = createEd25519Verifier();

describe('verifying an interaction of 1.5 KB', () => {
  bench('node:crypto with a cached key', () => {
    isSignedBy(verifyEd25519, key, { signature, timestamp, body });
  });
  bench('discord-interactions verifyKey', async () => {
    await verifyKey(body, signature, timestamp, key);
  });
});

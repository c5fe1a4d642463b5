import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { LruMap } from '../cache/lru-map.ts';
import { PUBLIC_KEY, SIGNATURE, type VerifyEd25519 } from './signed.ts';

/**
 * Ed25519 by node:crypto on the main thread, for functions that handle one interaction at a time: nothing waits
 * meanwhile. Loading WebCrypto, which `verifyKey` of discord-interactions needs, and its first use of another thread
 * take 10 ms of a cold start. Keeps the `maxKeys` keys used last, about 300 bytes each.
 */
export function createVerifierAtOnce({ maxKeys = 256 } = {}): VerifyEd25519 {
  const keys = new LruMap<string, KeyObject>(maxKeys);

  function keyOf(publicKey: string): KeyObject {
    const known = keys.get(publicKey);
    if (known !== undefined) return known;
    const x = Buffer.from(publicKey, 'hex').toString('base64url');
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    keys.set(publicKey, key);
    return key;
  }

  return async (publicKey, { timestamp, body }, signature) => {
    // Hex is read leniently, so the form is checked first.
    if (!SIGNATURE.test(signature) || !PUBLIC_KEY.test(publicKey)) return false;
    try {
      const message = Buffer.concat([Buffer.from(timestamp), body]);
      return verify(null, message, keyOf(publicKey), Buffer.from(signature, 'hex'));
    } catch {
      // Some malformed keys cannot be imported: nothing can be signed with those.
      return false;
    }
  };
}

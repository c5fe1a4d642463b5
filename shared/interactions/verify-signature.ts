import { KeyObject, verify, type webcrypto } from 'node:crypto';
import { verifyKey } from 'discord-interactions';
import { LruMap } from '../cache/lru-map.ts';
import { PUBLIC_KEY, SIGNATURE, type VerifyEd25519 } from './signed.ts';

/** Longer bodies are verified at once: `verifyKey` copies a body twice and waits for another thread. */
export const LONG_BODY_BYTES = 65_536;

interface PublicKey {
  readonly cryptoKey: webcrypto.CryptoKey;
  readonly keyObject: KeyObject;
}

/**
 * Ed25519 by discord-interactions' `verifyKey`, whose work is done beside Node's main thread. It would import a hex key
 * on every call, so each key is made a CryptoKey once. A body longer than 64 KB, which no member's interaction has, is
 * verified by node:crypto instead, so that a flood of such bodies does not wait for threads. Keeps the `maxKeys` keys
 * used last, about 300 bytes each.
 */
export function createEd25519Verifier({ maxKeys = 256 } = {}): VerifyEd25519 {
  const keys = new LruMap<string, PublicKey>(maxKeys);

  async function keyOf(publicKey: string): Promise<PublicKey> {
    const known = keys.get(publicKey);
    if (known !== undefined) return known;
    const key = await importKey(publicKey);
    keys.set(publicKey, key);
    return key;
  }

  return async (publicKey, { timestamp, body }, signature) => {
    // `verifyKey` reads hex leniently, so the form is checked first.
    if (!SIGNATURE.test(signature) || !PUBLIC_KEY.test(publicKey)) return false;
    // A Buffer would be copied once more.
    const bytes = new Uint8Array(body.buffer, body.byteOffset, body.byteLength);
    try {
      const { cryptoKey, keyObject } = await keyOf(publicKey);
      if (bytes.length <= LONG_BODY_BYTES) return await verifyKey(bytes, signature, timestamp, cryptoKey);
      const message = Buffer.concat([Buffer.from(timestamp), bytes]);
      return verify(null, message, keyObject, Buffer.from(signature, 'hex'));
    } catch {
      // Some malformed keys cannot be imported: nothing can be signed with those.
      return false;
    }
  };
}

async function importKey(publicKey: string): Promise<PublicKey> {
  const raw = Buffer.from(publicKey, 'hex');
  const cryptoKey = await crypto.subtle.importKey('raw', raw, { name: 'Ed25519' }, false, ['verify']);
  return { cryptoKey, keyObject: KeyObject.from(cryptoKey) };
}

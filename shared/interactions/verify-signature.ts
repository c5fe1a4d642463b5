import { createPublicKey, type KeyObject, verify } from 'node:crypto';

const SIGNATURE = /^[0-9a-fA-F]{128}$/;
const KEY = /^[0-9a-fA-F]{64}$/;
/** Unix seconds; far more digits than any date needs. */
const TIMESTAMP = /^\d{1,16}$/;

/** Whether `signature` (hex) was made over `message` with the private half of `publicKey` (hex). Never throws. */
export type VerifyEd25519 = (publicKey: string, message: Uint8Array, signature: string) => boolean;

/** Discord's headers as they came, each of which may be missing, and the raw body. */
export interface Signed {
  readonly signature: string | undefined;
  readonly timestamp: string | undefined;
  readonly body: Uint8Array;
}

/**
 * Ed25519 by node:crypto with cached keys: twice as fast as discord-interactions' `verifyKey`, which imports
 * the key on every call (`verify-signature.bench.ts`); that one is the oracle of our tests.
 * Keeps the `maxKeys` keys used last, about 300 bytes each.
 */
export function createEd25519Verifier({ maxKeys = 256 } = {}): VerifyEd25519 {
  const keys = new Map<string, KeyObject>();

  function keyOf(publicKey: string): KeyObject {
    const key = keys.get(publicKey) ?? importKey(publicKey);
    keys.delete(publicKey);
    keys.set(publicKey, key);
    for (const oldest of keys.keys()) {
      if (keys.size <= maxKeys) break;
      keys.delete(oldest);
    }
    return key;
  }

  return (publicKey, message, signature) => {
    // Buffer.from(..., 'hex') stops silently at the first character that is no digit, so the form is checked first.
    if (!SIGNATURE.test(signature) || !KEY.test(publicKey)) return false;
    try {
      return verify(null, message, keyOf(publicKey), Buffer.from(signature, 'hex'));
    } catch {
      // OpenSSL answers some malformed keys with an error: nothing can be signed with those.
      return false;
    }
  };
}

/**
 * Whether Discord signed this request for the application with `publicKey`: the message is the timestamp's bytes
 * followed by the raw body's (Discord, "Interactions: setting up an endpoint"). Never throws.
 */
export function isSignedBy(
  verifyEd25519: VerifyEd25519,
  publicKey: string,
  { signature, timestamp, body }: Signed,
): boolean {
  if (signature === undefined || timestamp === undefined || !TIMESTAMP.test(timestamp)) return false;
  return verifyEd25519(publicKey, Buffer.concat([Buffer.from(timestamp, 'latin1'), body]), signature);
}

function importKey(publicKey: string): KeyObject {
  const x = Buffer.from(publicKey, 'hex').toString('base64url');
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
}

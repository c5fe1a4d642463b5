import { createPrivateKey, type KeyObject, sign } from 'node:crypto';

/** PKCS#8 in DER for Ed25519, up to the 32 bytes of the seed. Source: RFC 8410. */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

/** A private key from PKCS#8 PEM or from its 32-byte seed as 64 hex digits. */
export function readPrivateKey(text: string): KeyObject {
  if (!/^[0-9a-fA-F]{64}$/.test(text)) return createPrivateKey(text);
  return createPrivateKey({
    key: Buffer.concat([PKCS8_PREFIX, Buffer.from(text, 'hex')]),
    format: 'der',
    type: 'pkcs8',
  });
}

/** The two headers that Discord puts on an interaction: over the timestamp's bytes followed by the raw body. */
export function signatureHeaders(key: KeyObject, timestamp: string, body: string): Record<string, string> {
  const signature = sign(null, Buffer.from(timestamp + body), key);
  return { 'x-signature-ed25519': signature.toString('hex'), 'x-signature-timestamp': timestamp };
}

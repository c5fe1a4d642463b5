/** 64 bytes in hex. */
export const SIGNATURE = /^[0-9a-fA-F]{128}$/;
/** 32 bytes in hex. */
export const PUBLIC_KEY = /^[0-9a-fA-F]{64}$/;
/** Unix seconds; far more digits than any date needs. */
const TIMESTAMP = /^\d{1,16}$/;

/** What Discord signs: the timestamp's bytes followed by the raw body's ("Interactions: setting up an endpoint"). */
export interface SignedMessage {
  readonly timestamp: string;
  readonly body: Uint8Array;
}

/** Whether `signature` (hex) was made over the message with the private half of `publicKey` (hex). Never throws. */
export type VerifyEd25519 = (
  publicKey: string,
  message: SignedMessage,
  signature: string,
) => Promise<boolean>;

/** Discord's headers as they came, each of which may be missing, and the raw body. */
export interface Signed {
  readonly signature: string | undefined;
  readonly timestamp: string | undefined;
  readonly body: Uint8Array;
}

/** Whether the headers have the form of Discord's. Nothing is proven by that. */
export function hasSignature<T extends Signed>(
  signed: T,
): signed is T & { readonly signature: string; readonly timestamp: string } {
  const { signature, timestamp } = signed;
  return (
    signature !== undefined &&
    SIGNATURE.test(signature) &&
    timestamp !== undefined &&
    TIMESTAMP.test(timestamp)
  );
}

/** Whether Discord signed this request for the application with `publicKey`. Never throws. */
export async function isSignedBy(
  verifyEd25519: VerifyEd25519,
  publicKey: string,
  signed: Signed,
): Promise<boolean> {
  return hasSignature(signed) && verifyEd25519(publicKey, signed, signed.signature);
}

import { LONG_BODY_BYTES } from '../../shared/interactions/verify-signature.ts';

/** So many long bodies with a wrong signature are hashed in a second: 1 MB takes 1 ms. */
const MAX_FAILED = 20;
const SECOND_MS = 1_000;

/** Bodies longer than 64 KB, which no member's interaction has, and how many of them were forged. */
export interface LongBodies {
  /** Whether a body of this length is refused as it is. `at` is in Unix milliseconds. */
  refuses(bytes: number, at: number): boolean;
  /** Says that the signature of a body of this length was wrong. */
  failed(bytes: number, at: number): void;
}

/**
 * Hashing is what a forged body costs that names a clan. After 20 long ones in a second the others of that second are
 * refused without it, signed ones too: a flood of them takes no time from members, whose bodies are short.
 */
export function createLongBodies(): LongBodies {
  let second = 0;
  let failures = 0;
  const failuresAt = (at: number) => (Math.floor(at / SECOND_MS) === second ? failures : 0);
  return {
    refuses: (bytes, at) => bytes > LONG_BODY_BYTES && failuresAt(at) >= MAX_FAILED,
    failed(bytes, at) {
      if (bytes <= LONG_BODY_BYTES) return;
      failures = failuresAt(at) + 1;
      second = Math.floor(at / SECOND_MS);
    },
  };
}

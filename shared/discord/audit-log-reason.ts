import { DISCORD_LIMITS } from './limits.ts';

/**
 * A reason as the `X-Audit-Log-Reason` header carries it: URL-encoded, cut so that the encoded text keeps to 512
 * characters (the documentation leaves open which of the two it counts) and no character is cut in half.
 */
export function auditLogReason(reason: string): string {
  let encoded = '';
  for (const character of reason.replace(/\p{Cs}/gu, '\ufffd')) {
    const next = encodeURIComponent(character);
    if (encoded.length + next.length > DISCORD_LIMITS.auditLogReason) break;
    encoded += next;
  }
  return encoded;
}

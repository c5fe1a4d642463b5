import type { TransportAnswer } from '../http/transport.ts';
import type { SignableRequest, SignRequest } from './invoke.ts';

/** How requests to OCI are signed, and how that goes on when OCI no longer takes the credentials. */
export interface Signing {
  readonly sign: SignRequest;
  /** Reads the credentials again: a function's token is renewed while it runs. */
  readonly renew: () => Promise<void>;
}

/**
 * Sends a signed request. When OCI refuses the signature (401), nothing was carried out: the credentials are renewed
 * and the request is sent once more. Every call to OCI goes through here. Throws what signing and sending throw.
 */
export async function sendSigned<A extends TransportAnswer>(
  request: SignableRequest,
  { sign, renew }: Signing,
  send: (headers: Record<string, string>) => Promise<A>,
): Promise<A> {
  const answer = await send(await sign(request));
  if (answer.status !== 401) return answer;
  // Unread, it would hold its connection.
  await answer.body?.[Symbol.asyncIterator]().return?.();
  await renew();
  return send(await sign(request));
}

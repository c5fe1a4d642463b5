import type { ClanIdentity } from '../../shared/clans/clan-record.ts';
import { ClanRegistryError } from '../../shared/clans/registry-error.ts';
import { readApplicationId } from '../../shared/interactions/application-id.ts';
import { isSignedBy, type VerifyEd25519 } from '../../shared/interactions/verify-signature.ts';
import type { JsonObject } from '../../shared/json/json.ts';
import type { Logger } from '../../shared/log/logger.ts';

/** A request as it came. */
export interface RawRequest {
  /** The clan in the path. */
  readonly clan: string;
  readonly signature: string | undefined;
  readonly timestamp: string | undefined;
  readonly body: Uint8Array;
}

/** A request that Discord signed for this clan's application. */
export interface AuthenticRequest {
  readonly identity: ClanIdentity;
  readonly body: JsonObject;
  /** The body as it came. */
  readonly text: string;
}

export interface Authentication {
  /** Remembers what it found and limits look-ups of what it does not know. */
  readonly identity: (applicationId: string) => Promise<ClanIdentity | undefined>;
  readonly verify: VerifyEd25519;
  readonly log: Logger;
}

/**
 * Who a request is for, when it is proven. `undefined` for every other one, whatever its cause, which only the
 * log learns; nothing from the caller is logged but an application id that has the form of one. Never throws.
 */
export async function authenticate(
  request: RawRequest,
  { identity: find, verify, log }: Authentication,
): Promise<AuthenticRequest | undefined> {
  const named = readApplicationId(request.body);
  if (named === undefined) return denied('no application id');
  const { applicationId, body, text } = named;
  let identity: ClanIdentity | undefined;
  try {
    identity = await find(applicationId);
  } catch (error) {
    if (!(error instanceof ClanRegistryError)) throw error;
    log.error('A clan record could not be read', { applicationId, error });
    return undefined;
  }
  if (identity === undefined) return denied('unknown application');
  if (!isSignedBy(verify, identity.publicKey, request)) return denied('signature');
  if (identity.clan !== request.clan) return denied('path of another clan');
  return { identity, body, text };

  function denied(cause: string): undefined {
    log.info('A request was denied', {
      cause,
      ...(named === undefined ? {} : { applicationId: named.applicationId }),
    });
    return undefined;
  }
}

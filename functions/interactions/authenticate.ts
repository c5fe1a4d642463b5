import type { ClanIdentity } from '../../shared/clans/clan-record.ts';
import type { KnownClans } from '../../shared/clans/known-clans.ts';
import { ClanRegistryError } from '../../shared/clans/registry-error.ts';
import { applicationIdsIn, readApplicationId } from '../../shared/interactions/application-id.ts';
import { hasSignature, isSignedBy, type VerifyEd25519 } from '../../shared/interactions/signed.ts';
import type { JsonObject } from '../../shared/json/json.ts';
import type { Logger } from '../../shared/log/logger.ts';
import type { LongBodies } from './long-bodies.ts';

/** A request as it came. */
export interface RawRequest {
  /** The clan in the path. */
  readonly clan: string;
  readonly signature: string | undefined;
  readonly timestamp: string | undefined;
  readonly body: Uint8Array;
  /** Unix milliseconds. */
  readonly arrivedAt: number;
}

/** A request that Discord signed for this clan's application. */
export interface AuthenticRequest {
  readonly identity: ClanIdentity;
  readonly signature: string;
  readonly timestamp: string;
  readonly body: JsonObject;
  /** The body as it came. */
  readonly text: string;
}

export interface Authentication {
  readonly clans: KnownClans;
  readonly verify: VerifyEd25519;
  readonly longBodies: LongBodies;
  readonly log: Logger;
}

/** Clocks differ by seconds, not by minutes. */
const MAX_AHEAD_MS = 60_000;
/** A body may name more applications than its own: other bots' messages. So many that are clans are tried. */
const MAX_CANDIDATES = 4;

/**
 * Who a request is for, when it is proven: the id by a scan of the bytes, the clan by the id, the signature by the
 * clan's key, and JSON only after that. `undefined` for every other request, whose cause only the log
 * learns; nothing from the caller is logged but an application id that has the form of one. Never throws.
 */
export async function authenticate(
  request: RawRequest,
  { clans, verify, longBodies, log }: Authentication,
): Promise<AuthenticRequest | undefined> {
  if (!hasSignature(request)) return denied('no signature');
  const { signature, timestamp } = request;
  if (Number(timestamp) * 1000 > request.arrivedAt + MAX_AHEAD_MS) return denied('timestamp in the future');
  if (longBodies.refuses(request.body.length, request.arrivedAt)) return denied('too many long bodies');
  const { known, unknown } = candidatesIn(request.body, clans);
  const [applicationId = unknown[0]] = known;
  if (applicationId === undefined) return denied('no application id');

  const identity = (await signerAmong(known)) ?? (await signerAmong(unknown));
  if (identity === undefined) return denied('not signed for a clan on this path', applicationId);
  const named = readApplicationId(request.body);
  if (named?.applicationId !== identity.applicationId)
    return denied('signed for another body', applicationId);
  return { identity, signature, timestamp, body: named.body, text: named.text };

  /** The clan of the path among these applications, if it is the one that Discord signed for. */
  async function signerAmong(ids: readonly string[]): Promise<ClanIdentity | undefined> {
    const found = await Promise.all(ids.map(identityOf));
    const identity = found.find((one) => one?.clan === request.clan);
    if (identity === undefined) return undefined;
    if (await isSignedBy(verify, identity.publicKey, request)) return identity;
    longBodies.failed(request.body.length, request.arrivedAt);
    return undefined;
  }

  async function identityOf(id: string): Promise<ClanIdentity | undefined> {
    try {
      return await clans.find(id);
    } catch (error) {
      if (!(error instanceof ClanRegistryError)) throw error;
      log.error('A clan record could not be read', { applicationId: id, error });
      return undefined;
    }
  }

  function denied(cause: string, id?: string): undefined {
    log.info('A request was denied', id === undefined ? { cause } : { cause, applicationId: id });
  }
}

/** The first applications that the bytes name: those that are clans, and those of which that is not known. */
function candidatesIn(body: Uint8Array, clans: KnownClans) {
  const known = new Set<string>();
  const unknown = new Set<string>();
  for (const id of applicationIdsIn(body)) {
    const group = clans.has(id) ? known : unknown;
    if (group.size < MAX_CANDIDATES) group.add(id);
    if (known.size === MAX_CANDIDATES) break;
  }
  return { known: [...known], unknown: [...unknown] };
}

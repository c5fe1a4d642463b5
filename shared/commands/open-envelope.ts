import { type ClanRecord, type ClanRegistry, ClanRegistryError } from '../clans/clan-record.ts';
import { readApplicationId } from '../interactions/application-id.ts';
import type { Envelope } from '../interactions/envelope.ts';
import { isSignedBy, type VerifyEd25519 } from '../interactions/signed.ts';
import type { JsonObject } from '../json/json.ts';

/** An interaction's token lives this long, so nobody could be told anything afterwards. */
export const TOKEN_LIFE_MS = 15 * 60_000;

/** A request that Discord signed for a clan, from that clan's own guild. */
export interface OpenedEnvelope {
  readonly record: ClanRecord;
  readonly body: JsonObject;
  /** When Discord sent it, in Unix milliseconds. */
  readonly sentAt: number;
}

/** Why an envelope is not handled. `retryable`: it might be later. */
export interface RefusedEnvelope {
  readonly refused: string;
  readonly retryable: boolean;
}

/**
 * Trusts nothing that the front door decided: resolves the clan by the application id and verifies Discord's
 * signature again, refuses what is older than 15 min or comes from another guild. Never throws.
 */
export async function openEnvelope(
  envelope: Envelope,
  by: {
    readonly registry: Pick<ClanRegistry, 'record'>;
    readonly verify: VerifyEd25519;
    readonly now: number;
  },
): Promise<OpenedEnvelope | RefusedEnvelope> {
  const bytes = Buffer.from(envelope.body, 'utf8');
  const named = readApplicationId(bytes);
  if (named === undefined) return refused('it names no application');
  const sentAt = Number(envelope.timestamp) * 1000;
  if (by.now - sentAt > TOKEN_LIFE_MS) return refused('it is older than 15 minutes');
  let record: ClanRecord | undefined;
  try {
    record = await by.registry.record(named.applicationId);
  } catch (error) {
    if (!(error instanceof ClanRegistryError)) throw error;
    return { refused: `the clan record could not be read: ${error.message}`, retryable: true };
  }
  if (record === undefined) return refused('no clan has this application');
  if (!(await isSignedBy(by.verify, record.publicKey, { ...envelope, body: bytes }))) {
    return refused('its signature is wrong');
  }
  if (named.body['guild_id'] !== record.guildId) return refused('it comes from another guild');
  return { record, body: named.body, sentAt };
}

function refused(reason: string): RefusedEnvelope {
  return { refused: reason, retryable: false };
}

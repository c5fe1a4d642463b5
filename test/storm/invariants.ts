import * as z from 'zod/mini';
import { sql } from '../../shared/database/database.ts';
import { ledgerDifferences } from '../../shared/points/ledger.ts';
import { accountOf, GROUP_ROLES, person } from '../support/clan.ts';
import type { EnvelopeTest } from '../support/envelope-test.ts';
import { EVENTS, PEOPLE } from './commands.ts';

/** By id: what was used, and when (Unix milliseconds). */
export type Interactions = Map<string, { readonly name: string; readonly sentAt: number }>;

/** An interaction's token lives so long; by then it must have its end. */
const TOKEN_LIFE_MS = 15 * 60_000;

const ENTRIES = sql`SELECT entry_id, member_id, kind, reason, event_id FROM point_entries`;
const Entry = z.object({
  entry_id: z.string(),
  member_id: z.nullable(z.string()),
  kind: z.string(),
  reason: z.nullable(z.string()),
  event_id: z.nullable(z.string()),
});
const DECISIONS = sql`SELECT event_id, status FROM events`;
const Decision = z.object({ event_id: z.string(), status: z.string() });
const RANKS = sql`
SELECT m.discord_id, r.roblox_rank AS rank FROM members m JOIN ranks r ON r.rank_id = m.rank_id`;
const RankOf = z.object({ discord_id: z.string(), rank: z.string() });

/** What a storm must not leave behind, a line each. */
export async function wrongs(scene: EnvelopeTest, interactions: Interactions): Promise<readonly string[]> {
  return [
    ...(await wrongSums(scene)),
    ...(await wrongEntries(scene, interactions)),
    ...(await wrongDecisions(scene)),
    ...wrongMessages(scene, interactions),
    ...unended(scene, interactions),
    ...(await wrongRoles(scene)),
  ];
}

async function wrongSums({ db }: EnvelopeTest): Promise<readonly string[]> {
  const differences = await ledgerDifferences(db);
  return differences.length === 0 ? [] : [`sums differ from the ledger: ${JSON.stringify(differences)}`];
}

/** One interaction adds one line to the ledger at most, however often it was delivered. */
async function wrongEntries({ db }: EnvelopeTest, interactions: Interactions): Promise<readonly string[]> {
  const entries = await db.query(Entry, ENTRIES);
  return [...interactions.keys()].flatMap((id) => {
    const made = entries.filter(({ reason, kind }) => reason === `reason-${id}` && kind !== 'rank-reset');
    return made.length > 1 ? [`interaction ${id} made ${made.length} entries`] : [];
  });
}

/** Every event is decided once: its participants have their points if it was approved, and never twice. */
async function wrongDecisions({ db }: EnvelopeTest): Promise<readonly string[]> {
  const entries = await db.query(Entry, ENTRIES);
  const decisions = await db.query(Decision, DECISIONS);
  return EVENTS.flatMap((event) => {
    const status = decisions.find(({ event_id }) => event_id === event)?.status;
    const awarded = entries.filter(({ event_id, kind }) => event_id === event && kind === 'event');
    const members = new Set(awarded.map(({ member_id }) => member_id));
    if (members.size !== awarded.length) return [`event ${event} awarded somebody twice`];
    const expected = status === 'approved' ? 'some' : 'none';
    return (awarded.length > 0 ? 'some' : 'none') === expected
      ? []
      : [`event ${event} is ${status} and has ${awarded.length} entries`];
  });
}

/** A message that tells of one interaction stands once in a channel. */
function wrongMessages({ guild }: EnvelopeTest, interactions: Interactions): readonly string[] {
  const messages = [...guild.world.state.messages.values()].filter(
    ({ interactionId }) => interactionId === null,
  );
  return [...interactions.keys()].flatMap((id) => {
    const channels = messages
      .filter((one) => JSON.stringify(one).includes(`reason-${id}`))
      .map((one) => one.channelId);
    return new Set(channels).size === channels.length
      ? []
      : [`interaction ${id} was told twice in a channel`];
  });
}

/** Every interaction has its end while its token lives. */
function unended({ guild, clock }: EnvelopeTest, interactions: Interactions): readonly string[] {
  const states = [...guild.world.state.interactions.values()];
  return [...interactions].flatMap(([id, { name, sentAt }]) => {
    const state = states.find(({ token }) => token === `token-of-${id}`);
    if (state === undefined) return [`interaction ${id} is unknown`];
    if (state.originalEdits > 0 || state.originalDeleted || state.followUpIds.length > 0) return [];
    const late = clock.now - sentAt > TOKEN_LIFE_MS ? ' (its token is dead now)' : '';
    return [`interaction ${id} (${name}) was never ended${late}`];
  });
}

/** Everybody has the role of their rank in the group, and no other role of a rank. */
async function wrongRoles({ db, group }: EnvelopeTest): Promise<readonly string[]> {
  const ranks = await db.query(RankOf, RANKS);
  const base = GROUP_ROLES[0]?.id;
  return Array.from({ length: PEOPLE }, (_, index) => person(index + 1)).flatMap((discordId) => {
    const rank = ranks.find(({ discord_id }) => discord_id === discordId)?.rank;
    const held = (group.members.get(accountOf(discordId)) ?? []).filter((role) => role !== base);
    const wanted = GROUP_ROLES.filter((role) => String(role.rank) === rank && role.id !== base).map(
      (role) => role.id,
    );
    return held.sort().join() === wanted.sort().join()
      ? []
      : [
          `${discordId} has the roles ${held.join() || 'none'} in the group, rank ${rank} wants ${wanted.join()}`,
        ];
  });
}

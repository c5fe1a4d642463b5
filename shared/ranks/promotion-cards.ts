import * as z from 'zod/mini';
import type { Settings } from '../clans/settings.ts';
import { binds, type Queryable, type Sql, sql } from '../database/database.ts';
import { LIST_SIZES, type ListSize, listNames, valueLists } from '../database/value-lists.ts';
import { writeOnce } from '../database/write-rows.ts';
import type { Member } from '../members/member.ts';
import type { ChangeTransaction } from '../outbox/change-transaction.ts';
import { closedCardMessage, openCardMessage } from './card-message.ts';
import { dueRank, type Rank, rankById } from './rank.ts';

/** A proposal to promote somebody, shown in the admin channel with two buttons. */
export interface PromotionCard {
  readonly cardId: string;
  readonly memberId: string;
  /** The rank proposed. */
  readonly rankId: string;
  readonly status: 'open' | 'approved' | 'denied' | 'void';
  readonly decidedBy: string | null;
  readonly decidedAt: number | null;
  readonly createdAt: number;
}

const CardRow = z.pipe(
  z.object({
    card_id: z.string(),
    member_id: z.string(),
    rank_id: z.string(),
    status: z.enum(['open', 'approved', 'denied', 'void']),
    decided_by: z.nullable(z.string()),
    decided_at: z.nullable(z.int()),
    created_at: z.int(),
  }),
  z.transform(
    (row): PromotionCard => ({
      cardId: row.card_id,
      memberId: row.member_id,
      rankId: row.rank_id,
      status: row.status,
      decidedBy: row.decided_by,
      decidedAt: row.decided_at,
      createdAt: row.created_at,
    }),
  ),
);

/** The columns of `promotion_cards`: what is read, exported and restored. */
export const CARD_COLUMNS = sql`
card_id, member_id, rank_id, status, open_key, channel_id, message_id, decided_by, decided_at, created_at`;
const CARDS = sql`SELECT ${CARD_COLUMNS} FROM promotion_cards`;
const FIND_CARD = sql`${CARDS} WHERE card_id = :card_id`;
/** Made at first use: a long one takes a millisecond of a cold start. */
const openCards = new Map<ListSize, Sql>();

function openCardsOf(size: ListSize): Sql {
  const known = openCards.get(size);
  if (known !== undefined) return known;
  const statement = sql`
SELECT open_key FROM promotion_cards WHERE open_key IN (${binds(listNames(size))})`;
  openCards.set(size, statement);
  return statement;
}

export const BUILT_STATEMENTS = /* @__PURE__ */ LIST_SIZES.map(openCardsOf);
const OPEN_CARDS_OF = sql`${CARDS} WHERE member_id = :member_id AND status = 'open'`;
const ADD_CARD = sql`
INSERT INTO promotion_cards (card_id, member_id, rank_id, status, open_key, created_at)
VALUES (:card_id, :member_id, :rank_id, 'open', :open_key, :created_at)`;
const CLOSE_CARD = sql`
UPDATE promotion_cards SET status = :status, open_key = NULL, decided_by = :decided_by, decided_at = :decided_at
WHERE card_id = :card_id AND status = 'open'`;

export async function findCard(q: Queryable, cardId: string): Promise<PromotionCard | undefined> {
  const [card] = await q.query(CardRow, FIND_CARD, { card_id: cardId });
  return card;
}

/** What is asked before a card is posted. */
interface Offer {
  readonly ranks: readonly Rank[];
  readonly settings: Settings;
  readonly now: number;
}

/**
 * Posts a card to the admin channel when the member's points have reached the next rank: one open card per member
 * and rank. Returns the effect's id; undefined when nothing is due, a card is open, nobody is linked or no admin
 * channel is set.
 */
export async function offerPromotion(
  tx: ChangeTransaction,
  { member, ...offer }: Offer & { readonly member: Member },
): Promise<string | undefined> {
  const [effectId] = await offerPromotions(tx, { ...offer, members: [member] });
  return effectId;
}

/**
 * The same for several members (as read in this transaction, each once), in a few statements however many they are.
 * Returns the effects of the cards that were posted. Sort the members by id: their cards are written in that order.
 */
export async function offerPromotions(
  tx: ChangeTransaction,
  { members, ranks, settings, now }: Offer & { readonly members: readonly Member[] },
): Promise<readonly string[]> {
  const channelId = settings.channels.admin;
  if (channelId === null) return [];
  const due = members.flatMap((member) => {
    const to = member.robloxUserId === null ? undefined : dueRank(ranks, member);
    return to === undefined ? [] : [{ member, to, openKey: `${member.discordId}:${to.id}` }];
  });
  const open = await openKeysAmong(
    tx,
    due.map(({ openKey }) => openKey),
  );
  const cards = due
    .filter(({ openKey }) => !open.has(openKey))
    .map((card) => ({ ...card, cardId: tx.newId() }));
  await writeOnce(
    tx,
    ADD_CARD,
    cards.map(({ cardId, member, to, openKey }) => ({
      card_id: cardId,
      member_id: member.discordId,
      rank_id: to.id,
      open_key: openKey,
      created_at: now,
    })),
  );
  const effectIds: string[] = [];
  for (const { cardId, member, to } of cards) {
    const from = rankById(ranks, member.rankId);
    const card = { cardId, memberId: member.discordId, robloxName: member.robloxName, from, to };
    const message = openCardMessage({ ...card, points: member.points }, settings);
    const remember = { table: 'promotion_cards', id: cardId } as const;
    effectIds.push(await tx.addEffect({ kind: 'message', channelId, message, remember }));
  }
  return effectIds;
}

async function openKeysAmong(tx: Queryable, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const open = new Set<string>();
  for (const { size, values } of valueLists(keys)) {
    const rows = await tx.query(z.object({ open_key: z.string() }), openCardsOf(size), values);
    for (const row of rows) open.add(row.open_key);
  }
  return open;
}

/** Decides an open card. False: somebody else decided it first, or it was closed; nothing changed then. */
export async function decideCard(
  tx: Queryable,
  decision: {
    readonly cardId: string;
    readonly status: 'approved' | 'denied' | 'void';
    readonly actorId: string | null;
    readonly now: number;
  },
): Promise<boolean> {
  const changed = await tx.execute(CLOSE_CARD, {
    card_id: decision.cardId,
    status: decision.status,
    decided_by: decision.actorId,
    decided_at: decision.now,
  });
  return changed > 0;
}

/** Closes the open cards of a member whose rank changed in another way, and disables their buttons. */
export async function voidCards(
  tx: ChangeTransaction,
  change: {
    readonly memberId: string;
    readonly ranks: readonly Rank[];
    readonly settings: Settings;
    readonly now: number;
  },
): Promise<void> {
  const cards = await tx.query(CardRow, OPEN_CARDS_OF, { member_id: change.memberId });
  for (const card of cards) {
    const closed = await decideCard(tx, {
      cardId: card.cardId,
      status: 'void',
      actorId: null,
      now: change.now,
    });
    if (!closed) continue;
    const to = change.ranks.find((rank) => rank.id === card.rankId);
    const message = closedCardMessage({ ...card, to, at: change.now }, { status: 'void' }, change.settings);
    await tx.addEffect({ kind: 'edit', of: { table: 'promotion_cards', id: card.cardId }, message });
  }
}

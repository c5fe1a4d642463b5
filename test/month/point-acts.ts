import * as z from 'zod/mini';
import { sql } from '../../shared/database/database.ts';
import type { Dice } from '../storm/random.ts';
import { type Act, anybody, marker, officer } from './act.ts';
import type { PlayedClan } from './clan.ts';
import { asAdmin, asOfficer, command, form, INTEGER, TEXT, USER } from './sent.ts';

const FIND_ENTRY = sql`
SELECT entry_id FROM point_entries
WHERE member_id = :member_id AND (reason = :marker OR event_id = :marker) AND kind IN ('award', 'removal', 'event')`;

/** By one of the officers, to anybody: to themselves it is refused. */
export function givePoints(clan: PlayedClan, dice: Dice): Act {
  const { model } = clan;
  const [actor, memberId, reason] = [officer(dice), anybody(clan, dice), marker(dice)];
  const isAdding = dice.chance(0.8);
  const amount = 1 + dice.under(isAdding ? 10 : 3);
  const at = clan.now;
  const { points, total } = model.member(memberId);
  const verb = isAdding ? 'add' : 'remove';
  return {
    name: `points ${verb} ${memberId} ${amount} by ${actor}`,
    sent: asOfficer(
      actor,
      command(`points ${verb}`, [
        [USER, 'member', memberId],
        [INTEGER, 'amount', amount],
        [TEXT, 'reason', reason],
      ]),
    ),
    isAllowed: actor !== memberId && (isAdding || Math.min(points, total) >= amount),
    done: () => model.give(memberId, isAdding ? amount : -amount, { marker: reason, at, isEvent: false }),
  };
}

export function awardPoints(clan: PlayedClan, dice: Dice): Act {
  const { model } = clan;
  const [actor, reason, amount, at] = [officer(dice), marker(dice), 1 + dice.under(5), clan.now];
  const people = [...model.members.keys()].filter(() => dice.chance(0.4));
  const given = people.filter((id) => id !== actor);
  return {
    name: `points award ${amount} to ${given.length} by ${actor}`,
    sent: asOfficer(actor, form('points.award', { amount: String(amount), reason }, people)),
    isAllowed: given.length > 0,
    done: () => {
      for (const id of given) model.give(id, amount, { marker: reason, at, isEvent: false });
    },
  };
}

export function undoPoints(clan: PlayedClan, dice: Dice): Act | undefined {
  const { model } = clan;
  const entries = model.entries.filter((one) => !one.marker.startsWith('undo'));
  if (entries.length === 0) return undefined;
  const entry = dice.one(entries.slice(-12));
  const at = clan.now;
  return {
    name: `points undo ${entry.marker} of ${entry.memberId}`,
    // The id is filled in when it is sent: only the ledger knows it.
    sent: asAdmin(command('points undo', [[TEXT, 'entry', `${entry.memberId} ${entry.marker}`]])),
    isAllowed: !entry.undone,
    isOnce: true,
    done: () => model.undo(entry, at),
  };
}

/** The id of the ledger's line for an act that names it by member and marker; otherwise the act as it is. */
export async function withEntryId(clan: PlayedClan, act: Act): Promise<Act> {
  const text = JSON.stringify(act.sent);
  const [, memberId, named] = /"value":"(\d+) ([^ "]+)"/.exec(text) ?? [];
  if (memberId === undefined || named === undefined) return act;
  const Row = z.object({ entry_id: z.string() });
  const [row] = await clan.scene.db.query(Row, FIND_ENTRY, { member_id: memberId, marker: named });
  return { ...act, sent: JSON.parse(text.replace(`${memberId} ${named}`, row?.entry_id ?? '0')) };
}

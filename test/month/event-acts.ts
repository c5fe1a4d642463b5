import { picture } from '../../local/demo/seed-submission.ts';
import type { Dice } from '../storm/random.ts';
import { type Act, anybody, marker, offered, officer } from './act.ts';
import { dayName } from './calendar.ts';
import { ADMIN, type PlayedClan } from './clan.ts';
import { asAdmin, asMember, asOfficer, form } from './sent.ts';

/** Longer than nobody submits a second event. */
const COOLDOWN_MS = 61_000;
const PROOF = 'https://cdn.discordapp.com/ephemeral-attachments/1/2/shot.png?ex=7fffffff';

export function submitEvent(clan: PlayedClan, dice: Dice, day: number): Act | undefined {
  const { model, scene } = clan;
  const hostId = anybody(clan, dice);
  if (clan.now - (clan.submittedAt.get(hostId) ?? 0) < COOLDOWN_MS) return undefined;
  clan.submittedAt.set(hostId, clan.now);
  const participants = [...model.members.keys()].filter(() => dice.chance(0.35));
  if (participants.length === 0) participants.push(anybody(clan, dice));
  const bytes = picture();
  scene.guild.files.set(PROOF, bytes);
  const known = new Set(model.events.keys());
  const proof = {
    id: '1500000000000000001',
    filename: 'shot.png',
    content_type: 'image/png',
    size: bytes.length,
    url: PROOF,
  };
  // Hours that are over, and that the clocks change in no zone.
  const fields = { start: `${dayName(day)} 04:10`, end: `${dayName(day)} 06:20` };
  return {
    name: `event of ${hostId} with ${participants.length}`,
    sent: asMember(hostId, form('submit-event:Raid', fields, participants, proof)),
    isAllowed: true,
    isAlone: true,
    done: () => {
      const posted = offered(clan, 'review.approve').filter(({ recordId }) => !known.has(recordId));
      if (posted.length !== 1) clan.wrong.push(`an event was posted ${posted.length} times`);
      for (const { recordId } of posted) model.events.set(recordId, { hostId, participants });
    },
  };
}

/** By an officer: not on an event of their own. Two officers may do it at once. */
export function decideEvent(clan: PlayedClan, dice: Dice): Act | undefined {
  const { model } = clan;
  const waiting = [...model.events];
  if (waiting.length === 0) return undefined;
  const [eventId, { hostId, participants }] = dice.one(waiting);
  const isOfficer = dice.chance(0.7);
  const actor = isOfficer ? officer(dice) : ADMIN;
  const points = 1 + dice.under(12);
  const isApproval = dice.chance(0.85);
  const at = clan.now;
  const sent = isApproval
    ? form(`review.approve:${eventId}`, { points: String(points), note: '' })
    : form(`review.decline:${eventId}`, { reason: marker(dice) });
  return {
    name: `${isApproval ? `approve with ${points}` : 'decline'} ${eventId} by ${actor}`,
    sent: isOfficer ? asOfficer(actor, sent) : asAdmin(sent),
    isAllowed: actor !== hostId && !participants.includes(actor),
    isOnce: true,
    done: () => {
      model.events.delete(eventId);
      if (!isApproval) return;
      for (const id of participants) model.give(id, points, { marker: eventId, at, isEvent: true });
    },
  };
}

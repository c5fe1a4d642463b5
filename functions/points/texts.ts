import { escapeMarkdown, mention, timestamp } from '../../shared/discord/text.ts';
import type { PointEntry } from '../../shared/points/ledger.ts';

interface Sums {
  readonly points: number;
  readonly totalPoints: number;
}
type Direction = 'add' | 'remove';

/** Every text of `/points` and of the user menu "Add points". */
export const texts = {
  command: 'Points of members',
  commandAdd: 'Give somebody points',
  commandRemove: 'Take points from somebody',
  commandHistory: 'What somebody got and lost, newest first',
  commandUndo: 'Take back one entry of the history',
  optionMember: 'Who',
  optionWhose: 'Whose history',
  optionAmount: (max: number) => `How many, 1 to ${max}`,
  optionReason: 'Why (they are told)',
  optionEntry: 'Which entry (type a name, an amount or a reason to search)',
  optionNarrow: 'Only entries of this member',

  modalTitle: 'Add points',
  amountLabel: 'Points',
  amountHint: "A whole number from 1; the clan's limit is checked.",
  reasonLabel: 'Reason',
  reasonHint: 'They are told. Can be left out.',

  badAmount: (max: number) => `Points must be a whole number from 1 to ${max}. Nothing was changed.`,
  badReason: (max: number) => `The reason may be ${max} characters long at most. Nothing was changed.`,

  changed: (direction: Direction, id: string, amount: number, sums: Sums) =>
    `${direction === 'add' ? `Gave ${mention(id)} ${points(amount)}` : `Took ${points(amount)} from ${mention(id)}`}. ` +
    `They have ${balance(sums)}.`,
  promotionDue: 'A promotion is due; the card is in the admin channel.',
  noAdminChannel: 'No admin channel is set, so nothing was logged there. `/settings channel` sets one.',
  directMessageLine: 'Direct message',
  adminLogLine: 'Admin channel',
  cardLine: 'Promotion card',

  directMessage: (direction: Direction, clan: string, amount: number, reason: string | null, sums: Sums) =>
    `${direction === 'add' ? `You got **${points(amount)}**` : `You lost **${points(amount)}**`} ` +
    `in ${escapeMarkdown(clan)}.${because(reason)}\nYou have ${balance(sums)}.`,
  adminLog: (change: {
    direction: Direction;
    actorId: string;
    memberId: string;
    amount: number;
    reason: string | null;
  }) =>
    (change.direction === 'add'
      ? `${mention(change.actorId)} gave ${mention(change.memberId)} ${points(change.amount)}.`
      : `${mention(change.actorId)} took ${points(change.amount)} from ${mention(change.memberId)}.`) +
    because(change.reason),

  historyTitle: 'Points history',
  historyOf: (id: string, sums: Sums | undefined) =>
    sums === undefined
      ? `${mention(id)} is not known to the clan yet.`
      : `${mention(id)} has ${balance(sums)}.`,
  noEntries: 'Nothing yet.',
  page: (page: number) => `Page ${page}`,
  newer: 'Newer',
  older: 'Older',
  kinds: {
    award: 'award',
    removal: 'removal',
    event: 'event',
    undo: 'taken back',
    'rank-reset': 'reset by a new rank',
    opening: 'brought over from the old bot',
    erased: 'erased',
  } satisfies Record<PointEntry['kind'], string>,
  delta: (entry: PointEntry) =>
    entry.pointsDelta === entry.lifetimeDelta
      ? `**${signed(entry.lifetimeDelta)}**`
      : `**${signed(entry.pointsDelta)}** progress, **${signed(entry.lifetimeDelta)}** lifetime`,
  by: (actorId: string) => ` by ${mention(actorId)}`,
  eventLink: (link: string) => ` ([event](${link}))`,
  eventId: (id: string) => ` (event \`${id}\`)`,
  undone: ' (undone)',
  entryTime: (at: number) => timestamp(at, 'f'),

  undoDone: (id: string, change: Sums, sums: Sums) =>
    `Taken back: ${mention(id)} ${changeText(change)}. They have ${balance(sums)}.`,
  undoPartly: (missing: Sums) =>
    `Not all of it was there any more: ${missingText(missing)} could not be taken, since nothing goes below 0.`,
  undoMessage: (clan: string, change: Sums, sums: Sums) =>
    `An entry of your points in ${escapeMarkdown(clan)} was taken back: you ${changeText(change)}.\n` +
    `You have ${balance(sums)}.`,
  undoLog: (actorId: string, memberId: string, change: Sums, what: string) =>
    `${mention(actorId)} took back an entry of ${mention(memberId)} (${what}): they ${changeText(change)}.`,
  entryChoice: (entry: PointEntry, name: string, date: string) =>
    `${signed(entry.lifetimeDelta)} ${name}: ${entry.reason ?? texts.kinds[entry.kind]} (${date})`,
  unknownMember: 'unknown',
} as const;

function points(count: number): string {
  return count === 1 ? '1 point' : `${count} points`;
}

function balance(sums: Sums): string {
  return `${points(sums.points)} towards the next rank, ${sums.totalPoints} in all`;
}

function signed(count: number): string {
  return count < 0 ? `\u2212${-count}` : `+${count}`;
}

function changeText(change: Sums): string {
  return change.points === change.totalPoints
    ? `${change.points < 0 ? 'lost' : 'got'} ${points(Math.abs(change.points))}`
    : `changed by ${signed(change.points)} towards the next rank and ${signed(change.totalPoints)} in all`;
}

function missingText(missing: Sums): string {
  return missing.points === missing.totalPoints
    ? points(missing.points)
    : `${points(missing.points)} of the progress and ${missing.totalPoints} of the lifetime points`;
}

function because(reason: string | null): string {
  return reason === null ? '' : ` Reason: ${escapeMarkdown(reason)}`;
}

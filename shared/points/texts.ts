import { mention } from '../discord/text.ts';

/** What a member reads when the ledger refuses something. */
export const ledgerTexts = {
  notEnough: (id: string, points: number, wanted: number) =>
    `${mention(id)} has ${points === 1 ? '1 point' : `${points} points`}, so ${wanted} cannot be taken and nothing was changed. ` +
    'Choose a smaller amount.',
  noMember: (id: string) =>
    `${mention(id)} is not known to the clan yet, so no points were changed. Ask them to use \`/link-roblox\`.`,
  noSuchEntry:
    'There is no such entry, so nothing was changed. Choose one from the list, or look at `/points history`.',
  alreadyUndone: 'That entry was undone before, so nothing was changed.',
  notUndoable:
    'That entry belongs to a rank change or to the import, so it was not undone. ' +
    'Use `/demote` or `/set-rank` for a rank, `/points add` or `/points remove` for points.',
} as const;

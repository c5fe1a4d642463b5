/** Every text of `/my-data`. */
export const texts = {
  command: 'What the bot knows about you',
  commandExport: 'Everything stored about you, as a file',
  commandDelete: 'Delete what is stored about you',

  exported: 'Everything that this clan’s bot stores about you is in the file.',
  truncated: (kinds: readonly string[], rows: number) =>
    `Of ${kinds.join(', ')} it holds the newest ${rows} only; ask an admin for the rest.`,

  askTitle: 'Delete your data?',
  ask:
    'This cannot be undone. Your link to Roblox, your points, your rank here and your place on the leaderboard are ' +
    'deleted, and your name is taken out of the history of points and events.\n' +
    'What stays: the sums in that history, without you; an entry on the blacklist and the accounts it concerns; ' +
    'what counts towards an hourly limit of yours, for that hour; ' +
    'a form that names you and that somebody else has as a draft, for a day at most; ' +
    'messages that are in the channels already; your roles on Discord and your rank in the Roblox group.\n' +
    'Officers and admins keep what tiers they have through their Discord roles.',
  confirm: 'Delete my data',

  deletedTitle: 'Deleted',
  deleted: (entries: number) =>
    `Your data was deleted; ${entries} ${entries === 1 ? 'entry' : 'entries'} of the ledger lost your name. ` +
    'If you link an account again, you begin with 0 points.',
  nothingStored: 'There was no member data of yours; what else there was has been deleted.',
  blacklistStays: 'Your entry on the blacklist stays, with the Roblox accounts it concerns.',
  notYours: 'This button belongs to somebody else. Nothing was deleted. Use `/my-data delete` yourself.',
} as const;

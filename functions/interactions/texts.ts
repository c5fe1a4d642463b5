/** What the front door itself says. Each text tells what happened, what was not changed and what to do next. */
export const texts = {
  late: 'This reached the bot too late. Nothing was changed. Please try again.',
  busy: 'The bot is busy and could not take this on. Nothing was changed. Please try again in a moment.',
  uncertain:
    'The bot could not make sure in time that this was taken on. It may still be carried out; this message then ' +
    'changes. If it has not changed in a few minutes, look before you repeat it.',
  otherGuild: "This bot only works in its own clan's server. Nothing was changed.",
} as const;

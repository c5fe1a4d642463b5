/** Discord refuses calls (40333) without a User-Agent of the form `DiscordBot (URL, VERSION)`. */
export const USER_AGENT = 'DiscordBot (https://clan-bot.example, 1.0.0)';

/** Discord's numbers of the channel kinds that the bot can post to (its documentation, "Channel Types"). */
export const ChannelType = { text: 0, announcement: 5 } as const;

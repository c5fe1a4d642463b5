/** What each field of a clan's identity looks like. Free of zod, so that the front door starts without it. */
export const IDENTITY_FIELDS = {
  clan: {
    form: /^[a-z][a-z0-9_]{1,29}$/,
    expected: 'expected 2 to 30 of a-z, 0-9 and _, starting with a letter',
  },
  applicationId: { form: /^\d{17,20}$/, expected: 'expected a Discord id (17 to 20 digits)' },
  publicKey: { form: /^[0-9a-fA-F]{64}$/, expected: 'expected 64 hex digits' },
  guildId: { form: /^\d{17,20}$/, expected: 'expected a Discord id (17 to 20 digits)' },
  robloxGroupId: { form: /^\d{1,20}$/, expected: 'expected a number, as text' },
} as const;

import { describe, expect, it } from 'vitest';
import { Settings } from './settings.ts';

const REQUIRED = {
  clan_name: 'TophatC',
  application_id: '1100000000000000001',
  public_key: 'ab'.repeat(32),
  guild_id: '1100000000000000002',
  roblox_group_id: '3203735',
};
const messages = (more: object) =>
  Settings.safeParse({ ...REQUIRED, ...more }).error?.issues.map(
    (issue) => `${issue.path.join('.')}: ${issue.message}`,
  );

describe('the time zone of a clan', () => {
  it.each([
    'UTC',
    'Etc/UTC',
    'Etc/GMT+5',
    'GMT',
    'Europe/Berlin',
    'Europe/Kyiv',
    'Europe/Kiev',
    'Asia/Kolkata',
    'Asia/Calcutta',
    'Asia/Ho_Chi_Minh',
    'America/Nuuk',
    'America/Argentina/Buenos_Aires',
    'US/Eastern',
    'europe/berlin',
  ])('may be %s', (time_zone) => {
    expect(messages({ time_zone })).toBeUndefined();
  });

  it.each(['+05:30', '-03:00', '+0530', 'UTC+2', 'Berlin', 'Europe/Nowhere', 'local', '', ' UTC'])(
    'is refused as %j, with the field named',
    (time_zone) => {
      expect(messages({ time_zone })).toEqual([
        'time_zone: expected an IANA time zone such as UTC or Europe/Berlin',
      ]);
    },
  );
});

describe('the locale of a clan', () => {
  it.each(['en-US', 'en', 'de', 'es-419', 'en-PH', 'es-PR', 'pt-BR', 'zh-Hant-TW', 'sv-SE'])(
    'may be %s',
    (locale) => {
      expect(messages({ locale })).toBeUndefined();
    },
  );

  it.each(['xx', 'xx-US', 'english', 'en_US', 'e', '', '-', 'en-US '])(
    'is refused as %j, with the field named',
    (locale) => {
      expect(messages({ locale })).toEqual(['locale: expected a locale such as en-US or es-419']);
    },
  );
});

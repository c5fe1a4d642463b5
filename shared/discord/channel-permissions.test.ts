import { expect, test } from 'vitest';
import { channelPermissions } from './channel-permissions.ts';
import { hasPermission, PERMISSIONS } from './permissions.ts';

const GUILD = '110000000000000001';
const ROLE = '110000000000000002';
const BOT = '110000000000000003';
const { VIEW_CHANNEL, SEND_MESSAGES, ADMINISTRATOR } = PERMISSIONS;

function role(id: string, permissions: bigint) {
  return { id, name: id, position: 1, permissions, managed: false };
}
const bot = { userId: BOT, displayName: 'bot', nick: null, roleIds: [ROLE] };
const everyone = role(GUILD, VIEW_CHANNEL | SEND_MESSAGES);

test("a channel's denial to everyone holds unless a role or the member is allowed again", () => {
  const denied = { of: GUILD, allow: 0n, deny: SEND_MESSAGES };
  const roles = [everyone, role(ROLE, 0n)];
  const may = (overwrites: { of: string; allow: bigint; deny: bigint }[]) =>
    hasPermission(channelPermissions(bot, GUILD, roles, { overwrites }), 'SEND_MESSAGES');
  expect(may([])).toBe(true);
  expect(may([denied])).toBe(false);
  expect(may([denied, { of: ROLE, allow: SEND_MESSAGES, deny: 0n }])).toBe(true);
  expect(
    may([denied, { of: ROLE, allow: SEND_MESSAGES, deny: 0n }, { of: BOT, allow: 0n, deny: SEND_MESSAGES }]),
  ).toBe(false);
});

test('an administrator may do everything whatever the channel denies', () => {
  const bits = channelPermissions(bot, GUILD, [everyone, role(ROLE, ADMINISTRATOR)], {
    overwrites: [{ of: BOT, allow: 0n, deny: VIEW_CHANNEL }],
  });
  expect(hasPermission(bits, 'VIEW_CHANNEL')).toBe(true);
});

test('a role that the member does not hold gives nothing', () => {
  const bits = channelPermissions(
    { ...bot, roleIds: [] },
    GUILD,
    [role(GUILD, 0n), role(ROLE, SEND_MESSAGES)],
    {
      overwrites: [],
    },
  );
  expect(hasPermission(bits, 'SEND_MESSAGES')).toBe(false);
});

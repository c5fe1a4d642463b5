import { groupRoles, isRoleOf } from '../../local/demo/roblox-world.ts';
import type { RobloxEmulator } from '../../local/roblox/roblox-emulator.ts';
import { startRobloxEmulator } from '../../local/roblox/start-roblox-emulator.ts';
import type { ClanRecord } from '../../shared/clans/clan-record.ts';
import { readClanFiles } from '../../shared/configs/read-config.ts';
import { CONFIGS_DIR } from './bench-clan.ts';
import { robloxId } from './bench-members.ts';

/** The role of the group that stands for the clan's first rank. */
export async function lowestRole(record: ClanRecord) {
  const { ranks = [] } = await readClanFiles(CONFIGS_DIR, 'tophat');
  const roles = groupRoles({ record, displayName: record.clan, ranks, privateKey: undefined });
  const role = roles.find((each) => isRoleOf(each, ranks[0]));
  if (role === undefined) throw new Error('The group has no role for the first rank.');
  return { id: role.id, roles };
}

/** The group of a clan with so many people, the bench's members first: all have its first rank. */
export async function startGroup(record: ClanRecord, size: number): Promise<RobloxEmulator> {
  const role = await lowestRole(record);
  const users = Array.from({ length: size }, (_, index) => ({
    id: robloxId(index + 1),
    name: `Roblox${index + 1}`,
  }));
  return startRobloxEmulator({
    seed: {
      users,
      groups: [
        {
          id: record.robloxGroupId,
          name: record.clan,
          roles: role.roles,
          members: users.map(({ id }) => ({ userId: id, roleIds: [role.id] })),
        },
      ],
      keys: [{ apiKey: record.robloxApiKey, ownerId: robloxId(size) }],
    },
    limits: 'loose',
  });
}

import type { ClanContext } from '../context/clan-runtime.ts';
import { sql } from '../database/database.ts';
import { type LinkedMember, nameKey } from '../members/member.ts';
import { differenceText } from '../ranks/say-sync.ts';
import { RobloxError } from '../roblox/errors.ts';
import { ACCOUNTS_A_CALL } from './accounts-of-members.ts';
import { linkedMembersAfter } from './linked-members.ts';
import { OutOfTimeError } from './out-of-time.ts';
import { memberLines, type SyncLine } from './sync-report.ts';

const RENAME = sql`
UPDATE members SET roblox_name = :roblox_name, roblox_name_key = :roblox_name_key
WHERE discord_id = :discord_id AND roblox_user_id = :roblox_user_id`;

/**
 * Compares the names that members bear on Roblox with those on record, 100 a call and `maxCalls` calls at most, behind
 * the member `after`; stores those that changed. `next` undefined: everybody was looked at, begin again. A Roblox that
 * cannot answer is a line, not an error: names are shown, nothing depends on them.
 */
export async function compareNames(
  context: ClanContext,
  options: {
    readonly after: string | undefined;
    readonly maxCalls: number;
    /** What the lines are written in. */
    readonly locale: string | undefined;
    readonly call: <T>(work: () => Promise<T>) => Promise<T>;
  },
): Promise<{ readonly lines: readonly SyncLine[]; readonly next: string | undefined }> {
  const { db, roblox, log } = context;
  const lines: SyncLine[] = [];
  let after = options.after;
  try {
    for (let calls = 0; calls < options.maxCalls; calls += 1) {
      const members = await linkedMembersAfter(db, after, ACCOUNTS_A_CALL);
      const last = members.at(-1);
      if (last === undefined) return { lines, next: undefined };
      const users = await options.call(() => roblox.usersById(members.map((member) => member.robloxUserId)));
      const names = new Map(users.map((user) => [user.id, user.name]));
      const renamed = members.flatMap((member) => {
        const name = names.get(member.robloxUserId);
        return name === undefined || name === member.robloxName ? [] : [{ member, name }];
      });
      if (renamed.length > 0) {
        await db.executeMany(
          RENAME,
          renamed.map(({ member, name }) => ({
            discord_id: member.discordId,
            roblox_user_id: member.robloxUserId,
            roblox_name: name,
            roblox_name_key: nameKey(name),
          })),
        );
      }
      lines.push(...renamed.flatMap(({ member, name }) => nameLines(options.locale, member, name)));
      after = last.discordId;
    }
  } catch (error) {
    if (error instanceof OutOfTimeError) return { lines, next: after };
    if (!(error instanceof RobloxError)) throw error;
    log.warning('Roblox names could not be compared', { error });
    return { lines, next: after };
  }
  return { lines, next: after };
}

function nameLines(locale: string | undefined, member: LinkedMember, to: string): readonly SyncLine[] {
  return memberLines(member, [differenceText(locale, { kind: 'renamed', from: member.robloxName, to })]);
}

import { DatabaseError } from '../database/errors.ts';
import { UserError } from '../errors/user-error.ts';
import type { AdminDatabase } from './admin-database.ts';
import * as statements from './admin-statements.ts';
import { findUser, refuseForeign } from './provision-user.ts';

/** ORA-01940: a session that was not seen is still there; ORA-00030 and ORA-00031: one that is going already. */
const STILL_CONNECTED = 'ORA-01940';
const GOING_ALREADY = ['ORA-00030', 'ORA-00031', 'ORA-00026'];
const ATTEMPTS = 5;

/**
 * Drops the clan's user with everything it owns: locked first, so that nobody comes in again, its sessions ended,
 * then dropped. `confirm` must be the clan's name. Answers what was done; a user that is gone already is no error.
 * Throws `UserError` 'not-confirmed' or 'foreign-schema', and `DatabaseError`.
 */
export async function dropClanUser(
  admin: AdminDatabase,
  clan: { readonly name: string; readonly user: string },
  confirm: string | undefined,
  pause: (ms: number) => Promise<void>,
): Promise<string[]> {
  if (confirm !== clan.name) {
    throw new UserError(
      'not-confirmed',
      `The data of ${clan.name} was not deleted: confirm it with the clan's name ("confirm": "${clan.name}").`,
    );
  }
  const found = await findUser(admin, clan.user);
  if (found === undefined) return [`${clan.user} was gone already`];
  refuseForeign(clan.user, found, false);
  await admin.run(statements.lockUser(clan.user), `lock ${clan.user}`);
  for (let attempt = 1; ; attempt += 1) {
    await endSessions(admin, clan.user);
    try {
      await admin.run(statements.dropUser(clan.user), `drop ${clan.user}`);
      return [`dropped the user ${clan.user} with all its tables`];
    } catch (error) {
      if (!is(error, [STILL_CONNECTED]) || attempt === ATTEMPTS) throw error;
      await pause(2000 * attempt);
    }
  }
}

async function endSessions(admin: AdminDatabase, user: string): Promise<void> {
  const sessions = await admin.query(statements.SessionRow, statements.SESSIONS, { schema_user: user });
  for (const { session_number, session_serial } of sessions) {
    try {
      await admin.run(statements.killSession(session_number, session_serial), `end a session of ${user}`);
    } catch (error) {
      if (!is(error, GOING_ALREADY)) throw error;
    }
  }
}

function is(error: unknown, engineCodes: readonly string[]): boolean {
  return error instanceof DatabaseError && engineCodes.includes(error.engineCode ?? '');
}

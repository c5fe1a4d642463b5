import type { Settings } from '../clans/settings.ts';
import type { ChangeTransaction } from '../outbox/change-transaction.ts';

/** Has a member named as the clan's template says. Returns the effect's id; undefined where the clan sets no nicknames. */
export async function addNickname(
  tx: ChangeTransaction,
  { nickname }: Pick<Settings, 'nickname'>,
  memberId: string,
): Promise<string | undefined> {
  return nickname === null ? undefined : tx.addEffect({ kind: 'nickname', memberId });
}

import type { ImportedMember } from './already-here.ts';
import type { Anomalies } from './anomalies.ts';
import type { NameOutcome } from './name-store.ts';
import type { PlannedMember } from './plan-member.ts';

/** The Roblox account that a member gets: linked, or only a name that nobody vouches for. Undefined: not even that. */
export type Account = { readonly userId: string | null; readonly name: string } | undefined;

/** Decides which account an old member has here, and lists why when it is not one. */
export function accountFor(
  member: PlannedMember,
  known: {
    /** What became of the member's name at Roblox. */
    readonly outcome: NameOutcome | undefined;
    /** The member, when they are here already. */
    readonly here: ImportedMember | undefined;
    /** Who has the account in question here. */
    readonly holders: ReadonlyMap<string, string>;
    readonly anomalies: Anomalies;
  },
): Account {
  const { outcome = { kind: 'unasked' }, here, holders, anomalies } = known;
  const { discordId, name } = member;
  if (name === null) return undefined;
  const subject = `member ${discordId} (${name})`;
  if (here !== undefined && here.robloxUserId !== null) {
    if (outcome.kind === 'account' && outcome.userId !== here.robloxUserId)
      anomalies.add('other-account', subject, here.robloxName ?? here.robloxUserId);
    return undefined;
  }
  const unlinked = { userId: null, name };
  switch (outcome.kind) {
    case 'account': {
      const holder = holders.get(outcome.userId) ?? discordId;
      if (holder === discordId) return { userId: outcome.userId, name: outcome.name };
      anomalies.add('account-taken', subject, `linked to ${holder}`);
      return unlinked;
    }
    case 'shared':
      anomalies.add('shared-name', subject, `member ${outcome.holder} has this name too`);
      return unlinked;
    case 'unknown':
      anomalies.add('unknown-name', subject);
      return unlinked;
    case 'unasked':
      anomalies.add('unasked-name', subject);
      return unlinked;
  }
}

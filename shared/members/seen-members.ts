import type { Queryable } from '../database/database.ts';
import { findMember } from './member.ts';
import type { Member } from './member-row.ts';

/**
 * Members as they were read at the beginning of an interaction, so that they are not read again at once. Each is good for
 * one use: a transaction that starts again has to see what has changed.
 */
export class SeenMembers {
  readonly #members: Map<string, Member | undefined>;

  /** `undefined` for somebody whom the clan does not know. */
  constructor(members: Iterable<readonly [string, Member | undefined]>) {
    this.#members = new Map(members);
  }

  /** The member as seen, the first time; read by `q` otherwise. */
  async find(q: Queryable, discordId: string): Promise<Member | undefined> {
    if (!this.#members.has(discordId)) return findMember(q, discordId);
    const member = this.#members.get(discordId);
    this.#members.delete(discordId);
    return member;
  }
}

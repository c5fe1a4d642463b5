import { UserError } from '../errors/user-error.ts';
import type { Actor, CommandContext } from './command-context.ts';

const NOBODY = 'No member was named, so nothing was changed. Choose one and try again.';

/** What is done to somebody, and what members read who do it to themselves or to a bot. */
const REFUSALS = {
  points: {
    oneself: 'Nobody changes their own points. Nothing was changed. Ask another officer.',
    bots: 'Bots have no points. Nothing was changed.',
  },
  undo: { oneself: 'Nobody undoes an entry of their own. Nothing was changed. Ask another moderator.' },
  rank: {
    oneself: 'Nobody changes their own rank. Nothing was changed. Ask another admin.',
    bots: 'Bots have no rank. Nothing was changed.',
  },
  card: {
    code: 'own-card',
    oneself: 'Nobody decides on their own promotion. Nothing was changed. Ask another admin.',
  },
  blacklist: {
    oneself: 'You cannot blacklist yourself. Nothing was changed.',
    bots: 'Bots cannot use commands, so there is nothing to blacklist. Nothing was changed.',
  },
} as const satisfies Record<string, Refusals>;

interface Refusals {
  readonly code?: string;
  readonly oneself: string;
  readonly bots?: string;
}
type Deed = keyof typeof REFUSALS;

/** The member that an option or a custom id names. Throws `UserError` `no-member` when it names nobody. */
export function namedMember(option: unknown): string {
  if (typeof option === 'string' && option !== '') return option;
  throw new UserError('no-member', NOBODY);
}

/** The same for what nobody does to themselves or to a bot. Throws `UserError` `not-yourself` and `not-bots` as well. */
export function otherMember(
  { actor, interaction }: Pick<CommandContext, 'actor' | 'interaction'>,
  option: unknown,
  deed: Deed,
): string {
  const memberId = namedMember(option);
  refuseOneself(actor, memberId, deed);
  const { bots }: Refusals = REFUSALS[deed];
  if (bots !== undefined && interaction.people[memberId]?.isBot) throw new UserError('not-bots', bots);
  return memberId;
}

/** Throws `UserError` `not-yourself` (of a promotion card `own-card`) when the member is the one who acts. */
export function refuseOneself(actor: Actor, memberId: string, deed: Deed): void {
  const { code = 'not-yourself', oneself }: Refusals = REFUSALS[deed];
  if (memberId === actor.id) throw new UserError(code, oneself);
}

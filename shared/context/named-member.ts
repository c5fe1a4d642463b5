import { UserError } from '../errors/user-error.ts';
import type { Actor, CommandContext } from './command-context.ts';
import { contextTexts } from './texts.ts';

/** What is done to somebody. */
type Deed = keyof ReturnType<typeof contextTexts>['oneself'];
/** The codes of refusals that have one of their own. */
const CODES: { readonly [D in Deed]?: string } = { card: 'own-card', leave: 'own-leave' };

function hasTextForBots(deed: Deed): deed is keyof ReturnType<typeof contextTexts>['bots'] {
  return Object.hasOwn(contextTexts.all.en.bots, deed);
}

/** The member that an option or a custom id names. Throws `UserError` `no-member` when it names nobody. */
export function namedMember(option: unknown): string {
  if (typeof option === 'string' && option !== '') return option;
  throw new UserError('no-member', (locale) => contextTexts(locale).nobody);
}

/** The same for what nobody does to themselves or to a bot. Throws `UserError` `not-yourself` and `not-bots` as well. */
export function otherMember(
  { actor, interaction }: Pick<CommandContext, 'actor' | 'interaction'>,
  option: unknown,
  deed: Deed,
): string {
  const memberId = namedMember(option);
  refuseOneself(actor, memberId, deed);
  if (hasTextForBots(deed) && interaction.people[memberId]?.isBot) {
    throw new UserError('not-bots', (locale) => contextTexts(locale).bots[deed]);
  }
  return memberId;
}

/** Throws `UserError` `not-yourself` (of a promotion card `own-card`, of a leave `own-leave`) when the member is the one who acts. */
export function refuseOneself(actor: Actor, memberId: string, deed: Deed): void {
  if (memberId !== actor.id) return;
  throw new UserError(CODES[deed] ?? 'not-yourself', (locale) => contextTexts(locale).oneself[deed]);
}

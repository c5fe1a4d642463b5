import type { ClanRuntime, OpenedClan } from '../context/clan-runtime.ts';
import type { Actor } from '../context/command-context.ts';
import type { Route } from '../interactions/declaration.ts';
import type { Interaction } from '../interactions/interaction.ts';
import type { SeenMembers } from '../members/seen-members.ts';
import { authorize } from './authorize.ts';
import { DuplicateInteractionError } from './claim.ts';
import { readOpening } from './opening.ts';

/** An interaction that may be handled now. */
export interface Begun {
  readonly runtime: ClanRuntime;
  readonly actor: Actor;
  readonly seen: SeenMembers;
  /** When the last cooldown of whoever acts ends or ended; undefined: they had none. */
  readonly cooldownUntil: number | undefined;
}

/**
 * One look into the clan's schema, which decides whether an interaction is handled. Throws `DuplicateInteraction` when
 * another delivery has committed it, what `authorize` throws, `DatabaseError` and `NoSettingsError`.
 */
export async function begin(
  clan: OpenedClan,
  interaction: Interaction,
  { route, now }: { readonly route: Route; readonly now: number },
): Promise<Begun> {
  const opening = await readOpening(clan.db, interaction, { cooldownKey: route.key, now });
  if (opening.isClaimed) {
    throw new DuplicateInteractionError(`The interaction ${interaction.id} was handled already.`);
  }
  const runtime = { ...clan, ...(await clan.configOf(opening.configVersion)) };
  const actor = authorize(interaction, { route, settings: runtime.settings, opening, now });
  return { runtime, actor, seen: opening.seen, cooldownUntil: opening.cooldownUntil };
}

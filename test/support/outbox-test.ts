// For tests only: a clan's outbox, delivered to Discord in memory. The performers of roles are counted, not run.
import { deliverDue, deliverEffects } from '../../shared/effects/deliver.ts';
import type { EffectResult } from '../../shared/effects/performer.ts';
import { PERFORMERS } from '../../shared/effects/performers.ts';
import type { Effect } from '../../shared/outbox/effect.ts';
import { addToOutbox } from '../../shared/outbox/outbox-store.ts';
import { openTestWorld, type TestWorld } from './world.ts';

export interface OutboxTest extends TestWorld {
  /** What the performers of roles were asked to do, and how they end; `done` if nothing is said. */
  readonly roles: { readonly performed: string[]; results: EffectResult[] };
  add(effectId: string, effect: Effect, ordinal?: number): Promise<void>;
  deliver(...effectIds: string[]): Promise<readonly string[]>;
  deliverDue(limit?: number): Promise<number>;
}

export async function openOutboxTest(): Promise<OutboxTest> {
  const world = await openTestWorld();
  const { db, clock, clanContext } = world;
  const roles: { performed: string[]; results: EffectResult[] } = { performed: [], results: [] };
  const performRoles = async (_: Effect, { effectId }: { effectId: string }): Promise<EffectResult> => {
    roles.performed.push(effectId);
    return roles.results.shift() ?? { done: '' };
  };
  const performers = {
    ...PERFORMERS,
    'discord-roles': performRoles,
    'roblox-roles': performRoles,
    'verified-role': performRoles,
    'leave-role': performRoles,
  };
  const deadline = () => clock.now + 10_000;
  return {
    ...world,
    roles,
    add: (effectId, effect, ordinal = 1) =>
      db.transaction((tx) => addToOutbox(tx, { effectId, effect, ordinal, now: clock.now })),
    deliver: (...ids) => deliverEffects(clanContext, ids, { performers, deadline: deadline() }),
    deliverDue: (limit = 100) => deliverDue(clanContext, { performers, deadline: deadline(), limit }),
  };
}

// For tests only: a clan's outbox in memory, with a clock that stands still and services that do nothing.
import type { Database } from '../database/database.ts';
import { createLogger } from '../log/create-logger.ts';
import { NOON, openTestClan, TEST_SETTINGS } from '../members/test-clan.ts';
import type { RobloxClient } from '../roblox/client.ts';
import { deliverDue, deliverEffects } from './deliver.ts';
import type { Effect } from './effect.ts';
import { type FakeDiscord, fakeDiscord } from './fake-discord.ts';
import { addToOutbox, effectState } from './outbox-store.ts';
import { performDirectMessage } from './perform-dm.ts';
import { performEdit } from './perform-edit.ts';
import { performMessage } from './perform-message.ts';
import { performReply } from './perform-reply.ts';
import type { ClanDelivery, EffectResult, Performers } from './performer.ts';

export const CLAN = {
  clan: 'tophat',
  applicationId: TEST_SETTINGS.application_id,
  publicKey: TEST_SETTINGS.public_key,
  guildId: TEST_SETTINGS.guild_id,
  robloxGroupId: TEST_SETTINGS.roblox_group_id,
};

/** A Roblox that must not be called. */
export const NO_ROBLOX: RobloxClient = new Proxy<RobloxClient>(Object.create(null), {
  get: (_, method) => () => Promise.reject(new Error(`Roblox was asked for ${String(method)}`)),
});

export interface TestDelivery {
  readonly context: ClanDelivery;
  readonly db: Database;
  readonly discord: FakeDiscord;
  readonly clock: { now: number };
  /** What the performers of roles were asked to do, and how they end; `done` unless told. */
  readonly roles: { readonly performed: string[]; results: EffectResult[] };
  readonly lines: string[];
  add(effectId: string, effect: Effect, ordinal?: number): Promise<void>;
  deliver(...effectIds: string[]): Promise<readonly string[]>;
  deliverDue(limit?: number): Promise<number>;
  state(effectId: string): Promise<string>;
}

export async function openTestDelivery(): Promise<TestDelivery> {
  const { db } = await openTestClan();
  const discord = fakeDiscord();
  const clock = { now: NOON };
  const lines: string[] = [];
  const roles: { performed: string[]; results: EffectResult[] } = { performed: [], results: [] };
  const context: ClanDelivery = {
    clan: CLAN,
    settings: TEST_SETTINGS,
    db,
    discord,
    roblox: NO_ROBLOX,
    log: createLogger({ write: (line) => void lines.push(line) }),
    now: () => clock.now,
    random: () => 0.5,
  };
  const performRoles = async (_: Effect, { effectId }: { effectId: string }): Promise<EffectResult> => {
    roles.performed.push(effectId);
    return roles.results.shift() ?? { done: '' };
  };
  const performers: Performers = {
    reply: performReply,
    message: performMessage,
    edit: performEdit,
    dm: performDirectMessage,
    'discord-roles': performRoles,
    'roblox-roles': performRoles,
    'verified-role': performRoles,
  };
  const deadline = () => clock.now + 10_000;
  return {
    context,
    db,
    discord,
    clock,
    roles,
    lines,
    add: (effectId, effect, ordinal = 1) =>
      db.transaction((tx) => addToOutbox(tx, { effectId, effect, ordinal, now: clock.now })),
    deliver: (...ids) => deliverEffects(context, ids, { performers, deadline: deadline() }),
    deliverDue: (limit = 100) => deliverDue(context, { performers, deadline: deadline(), limit }),
    async state(effectId) {
      const state = await effectState(db, effectId);
      return state === undefined ? 'none' : `${state.status}: ${state.result ?? ''}`;
    },
  };
}

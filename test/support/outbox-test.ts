// For tests only: a clan's outbox in memory, with a clock that stands still and services that do nothing.

import type { ClanContext } from '../../shared/context/clan-runtime.ts';
import type { Database } from '../../shared/database/database.ts';
import { deliverDue, deliverEffects } from '../../shared/effects/deliver.ts';
import { performDirectMessage } from '../../shared/effects/perform-dm.ts';
import { performEdit } from '../../shared/effects/perform-edit.ts';
import { performMessage } from '../../shared/effects/perform-message.ts';
import { performReply } from '../../shared/effects/perform-reply.ts';
import type { EffectResult, Performers } from '../../shared/effects/performer.ts';
import { createLogger } from '../../shared/log/create-logger.ts';
import type { Effect } from '../../shared/outbox/effect.ts';
import { addToOutbox, effectState } from '../../shared/outbox/outbox-store.ts';
import type { RobloxClient } from '../../shared/roblox/client.ts';
import { NOON, openTestClan, TEST_SETTINGS } from './clan.ts';
import { type RecordingDiscord, recordingDiscord } from './recording-discord.ts';

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

export interface OutboxTest {
  readonly context: ClanContext;
  readonly db: Database;
  readonly discord: RecordingDiscord;
  readonly clock: { now: number };
  /** What the performers of roles were asked to do, and how they end; `done` unless told. */
  readonly roles: { readonly performed: string[]; results: EffectResult[] };
  readonly lines: string[];
  add(effectId: string, effect: Effect, ordinal?: number): Promise<void>;
  deliver(...effectIds: string[]): Promise<readonly string[]>;
  deliverDue(limit?: number): Promise<number>;
  state(effectId: string): Promise<string>;
}

export async function openOutboxTest(): Promise<OutboxTest> {
  const { db } = await openTestClan();
  const discord = recordingDiscord();
  const clock = { now: NOON };
  const lines: string[] = [];
  const roles: { performed: string[]; results: EffectResult[] } = { performed: [], results: [] };
  const context: ClanContext = {
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

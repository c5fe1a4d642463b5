// For tests only: a clan in which everything can be done once, and what is so in it afterwards.
import * as z from 'zod/mini';
import { isRecord, listOf } from '../../local/emulator/plain.ts';
import type { Settings } from '../../shared/clans/settings.ts';
import type { InteractionOutcome } from '../../shared/commands/services.ts';
import { sql } from '../../shared/database/database.ts';
import { PERMISSIONS } from '../../shared/discord/permissions.ts';
import { keepDraft, type Upload } from '../../shared/events/draft.ts';
import { submitEvent } from '../../shared/events/submit-event.ts';
import type { FailedInvocation } from '../../shared/oci/failed-invocations.ts';
import { changeTransaction } from '../../shared/outbox/change-transaction.ts';
import { storeSettingsFile } from '../../shared/settings/settings-store.ts';
import { exported } from '../support/backup.ts';
import { accountOf, fillTestClan, NOON, openTestSchema, person } from '../support/clan.ts';
import {
  type EnvelopeTest,
  OFFICER_ROLE,
  openEnvelopeTest,
  type SentEnvelope,
} from '../support/envelope-test.ts';
import { ADMIN_CHANNEL, HERE, SETTINGS, tokenOf } from '../support/identity.ts';
import { ALL_FUNCTIONS } from './all-functions.ts';
import { Life } from './life.ts';
import { acknowledge, deliverMinute, dueEffects, inLife, serveOnce } from './processes.ts';
import { randomOf } from './random.ts';

export { OFFICER_ROLE };
export const [WOLF, BEAR, FOX] = [person(1), person(2), person(3)];
export const NEWCOMER = person(9);
export const ADMIN = person(90);
export const OFFICER = person(91);
const LEAVE_ROLE = '1700000000000000009';
/** Minutes of the monitor until something that is due counts as stuck. */
const DRAIN_RUNS = 60;

/** Of an event, as somebody types them. */
export const EVENT_HOURS = { start: '2026-11-18 10:00', end: '2026-11-18 11:00' } as const;
const CODE = sql`SELECT code FROM link_challenges WHERE discord_id = :discord_id`;

/** What a member reads in the end. */
export interface Told {
  readonly isEnded: boolean;
  /** That it stopped in the middle, and may be done in part. */
  readonly isUnsure: boolean;
  readonly text: string;
  /** Of a refusal or a failure. */
  readonly code: string | undefined;
}

export class PointScene {
  readonly #test: EnvelopeTest;
  readonly #queue: FailedInvocation[] = [];
  #used = 0;
  #processes = 0;
  settings: Settings;

  private constructor(test: EnvelopeTest, settings: Settings) {
    this.#test = test;
    this.settings = settings;
  }

  static async open(): Promise<PointScene> {
    const db = await openTestSchema({ pause: async () => undefined, random: () => 0.5 });
    const test = await openEnvelopeTest(async () => ({ message: {} }), {}, { clan: await fillTestClan(db) });
    Object.assign(test.services, ALL_FUNCTIONS);
    const scene = new PointScene(test, SETTINGS);
    const { guild, group, clan } = test;
    const roles = { ...SETTINGS.roles, officer: [OFFICER_ROLE], on_leave: LEAVE_ROLE };
    await scene.set({ roles, nickname: '[{rank}] {roblox_name}' });
    guild.addRole({ id: LEAVE_ROLE, name: 'On leave' });
    const { botRole } = guild;
    const wanted = PERMISSIONS.MANAGE_NICKNAMES | PERMISSIONS.MANAGE_CHANNELS;
    botRole.permissions = `${BigInt(botRole.permissions) | wanted}`;
    for (const id of [ADMIN, OFFICER, NEWCOMER]) guild.addMember(id);
    group.put(accountOf(NEWCOMER), { roleIds: ['90002'] });
    for (const discordId of [WOLF, BEAR, FOX]) {
      const joinedAt = NOON - 30 * 86_400_000;
      await clan.seed({ discordId, points: 12, rank: 'Enlist', robloxRoleIds: ['90002'], joinedAt });
      group.put(accountOf(discordId), { roleIds: ['90002'] });
    }
    return scene;
  }

  get guild() {
    return this.#test.guild;
  }
  get group() {
    return this.#test.group;
  }
  get clock() {
    return this.#test.clock;
  }

  async set(change: Partial<Settings>): Promise<void> {
    this.settings = { ...this.settings, ...change };
    await this.#test.db.transaction((tx) => storeSettingsFile(tx, this.settings, this.clock.now));
  }

  /** An event of Wolf with Bear and Fox in it, whose card is posted. Returns its id. */
  async event(): Promise<string> {
    const { db, clock } = this.#test;
    const times = { startsAt: NOON - 2000, endsAt: NOON - 1000, startsText: '11:58', endsText: '11:59' };
    const participants = [BEAR, FOX].map((discordId) => ({
      ...{ key: `d:${discordId}`, discordId, robloxName: null, entryId: null },
    }));
    const proof = { url: '', name: 'a.png', contentType: 'image/png', sha256: 'ab'.repeat(32) };
    const eventId = await db.transaction(async (tx) => {
      const change = changeTransaction(tx, { base: this.newId(), now: clock.now });
      const submission = { type: 'Raid', hostId: WOLF, times, participants, proof, now: clock.now };
      const { event } = await submitEvent(change, submission);
      const remember = { table: 'events', id: event.id } as const;
      const message = { content: 'To decide' };
      await change.addEffect({ kind: 'message', channelId: ADMIN_CHANNEL, message, remember });
      return event.id;
    });
    await this.drain();
    return eventId;
  }

  /** A draft of Wolf that lacks nothing. Returns its id. */
  async draft(proof: Upload): Promise<string> {
    const { db, clock } = this.#test;
    const id = `${this.newId()}-1`;
    const form = { type: 'Raid', memberIds: [BEAR, FOX], names: '', ...EVENT_HOURS, proof };
    const kept = { cooldownUntil: null, blockedUntil: null, savedAt: clock.now };
    await keepDraft(db, { id, hostId: WOLF, ...form, ...kept, expiresAt: clock.now + 3_600_000 }, undefined);
    return id;
  }

  /** The code that somebody has to put into their profile. */
  async code(discordId: string): Promise<string> {
    const [row] = await this.#test.db.query(z.object({ code: z.string() }), CODE, { discord_id: discordId });
    return row?.code ?? '';
  }

  /** The custom id of the button of this key that was shown last. */
  offered(key: string): string {
    const ids = [...this.guild.world.state.messages.values()].flatMap(({ components }) =>
      components
        .flatMap((row) => (isRecord(row) ? listOf(row['components']) : []))
        .flatMap((one) => (isRecord(one) ? String(one['custom_id']) : [])),
    );
    const found = ids.findLast((id) => id.startsWith(`${key}:`));
    if (found === undefined) throw new Error(`there is no button ${key}`);
    return found;
  }

  /** Somebody uses the bot, and nothing happens to it. Returns the interaction's id. */
  async use(sent: SentEnvelope, { minutes = DRAIN_RUNS } = {}): Promise<string> {
    const id = this.newId();
    await this.deliver(sent, id, this.life(0));
    if (minutes > 0) await this.drain();
    this.clock.now += 61_000;
    return id;
  }

  newId(): string {
    this.#used += 1;
    return `14000000000000${10_000 + this.#used}`;
  }

  /** A process that dies at this point; 0: it lives. */
  life(killAt: number): Life {
    this.#processes += 1;
    return new Life(killAt, () => 'none', randomOf(this.#processes));
  }

  /** One delivery of an interaction. What fails goes to the queue, as Fn does it. */
  async deliver(sent: SentEnvelope, id: string, life: Life): Promise<InteractionOutcome> {
    const whole = { at: this.clock.now, ...sent, id };
    if (!this.#isKnown(id)) acknowledge(this.#test, whole);
    const outcome = await serveOnce(this.#test, life, whole);
    if (life.dead || outcome.kind === 'unanswered')
      this.#queue.push({ receipt: id, body: JSON.stringify(this.#test.envelope(whole)), deliveries: 1 });
    return outcome;
  }

  /** One run of a job, which may die. */
  async runJob(job: (context: EnvelopeTest['clanContext']) => Promise<unknown>, life: Life): Promise<void> {
    const context = { ...this.#test.clanContext, settings: this.settings };
    try {
      await job(inLife(context, life));
    } catch (error) {
      if (!life.dead) throw error;
    }
  }

  /** The monitor's minutes until nothing is left. Returns what is. */
  async drain(): Promise<readonly string[]> {
    const { db, clanContext, services } = this.#test;
    for (let run = 0; run < DRAIN_RUNS; run += 1) {
      if (this.#queue.length === 0 && (await dueEffects(db)) === 0) return [];
      const context = inLife({ ...clanContext, settings: this.settings }, this.life(0));
      await deliverMinute(context, { queue: this.#queue, declaration: services.declaration });
      this.clock.now += 10_000;
    }
    return [`${this.#queue.length} failed invocations and ${await dueEffects(db)} effects are still left`];
  }

  told(id: string): Told {
    const { state } = this.guild.world;
    const interaction = [...state.interactions.values()].find(({ token }) => token === tokenOf(id));
    const { originalEdits = 0, followUpIds = [], originalId = null } = interaction ?? {};
    const shown = [...(originalEdits > 0 ? [originalId] : []), ...followUpIds].flatMap(
      (message) => state.messages.get(message ?? '') ?? [],
    );
    const text = JSON.stringify(shown.map(({ content, embeds }) => ({ content, embeds })));
    const code = new RegExp(`-# ([a-z -]+) · ${id}`).exec(text)?.[1];
    const isUnsure = code === 'stopped' && text.includes('in the middle');
    return { isEnded: originalEdits > 0 || followUpIds.length > 0, isUnsure, text, code };
  }

  /**
   * Everything that is so in the clan, on Discord and on Roblox, a line each, without times and made-up ids. What the
   * log channel hears of one process stays out (warnings, the summary of a sync): one that died may have said nothing of it.
   */
  async state(): Promise<readonly string[]> {
    const { world, state: guild } = this.guild;
    const { state } = world;
    const rows = (await exported(this.#test.db)).lines
      .slice(1, -1)
      .map((line) => line.replaceAll(TIMES, '').replaceAll(MESSAGES, ''))
      .filter((line) => !line.includes('"cooldowns"') && !line.includes('config-version'));
    const messages = [...state.messages.values()]
      .filter(({ interactionId, channelId }) => interactionId === null && channelId !== HERE)
      .filter(({ embeds, content }) => !/"Rank sync"|^⚠️/.test(content + JSON.stringify(embeds)))
      .map(({ channelId, content, embeds, components }) => {
        const { recipientId, name } = state.channels.get(channelId) ?? { recipientId: null, name: '' };
        return JSON.stringify({ channel: recipientId ?? name, content, embeds, components });
      });
    const roleName = (id: string) => guild.roles.get(id)?.name ?? id;
    const people = [...guild.members.values()].map(
      ({ userId, nick, roleIds }) => `${userId} is ${nick} with ${roleIds.map(roleName).sort()}`,
    );
    const others = [
      `channels ${[...state.channels.values()].filter(({ guildId }) => guildId !== null).map(({ name }) => name)}`,
      `roles ${[...guild.roles.values()].map(({ name }) => name).sort()}`,
      `asking ${this.group.asking}`,
      ...[...this.group.members].map(([id, roles]) => `${id} in the group with ${[...roles].sort()}`),
    ];
    const named = (line: string) =>
      [...guild.roles.values(), ...state.channels.values()].reduce(
        (text, { id, name }) => text.replaceAll(id, name),
        line,
      );
    return [...rows, ...messages, ...people, ...others]
      .map((line) => named(line).replaceAll(IDS, '#').replaceAll(SHOWN_TIMES, '<t>'))
      .sort();
  }

  close(): Promise<void> {
    return this.#test.db.close();
  }

  #isKnown(id: string): boolean {
    const { interactions } = this.guild.world.state;
    return [...interactions.values()].some(({ token }) => token === tokenOf(id));
  }
}

const TIMES = /"\w+_(?:at|until)":(?:\d+|null),?/g;
const MESSAGES = /"(?:review_)?(?:message|attachment)_id":(?:"\d+"|null),?/g;
const IDS = /\b\d{17,20}-\d+\b/g;
const SHOWN_TIMES = /<t:\d+:\w>/g;

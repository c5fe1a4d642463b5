// For tests only: a clan that is played, on the emulators, with its own model beside it.
import { createPublicKey, verify } from 'node:crypto';
import { syncRanks } from '../../functions/sync-ranks/sync-ranks.ts';
import type { Settings } from '../../shared/clans/settings.ts';
import type { ClanContext } from '../../shared/context/clan-runtime.ts';
import { PERMISSIONS } from '../../shared/discord/permissions.ts';
import { makeSnowflake } from '../../shared/discord/snowflake.ts';
import type { VerifyEd25519 } from '../../shared/interactions/signed.ts';
import type { FailedInvocation } from '../../shared/oci/failed-invocations.ts';
import { storeSettingsFile } from '../../shared/settings/settings-store.ts';
import { Life } from '../storm/life.ts';
import { acknowledge, deliverMinute, dueEffects, inLife, jobCall, serveOnce } from '../storm/processes.ts';
import { Dice } from '../storm/random.ts';
import { accountOf, fillTestClan, openTestSchema, person } from '../support/clan.ts';
import { type EnvelopeTest, openEnvelopeTest, type SentEnvelope } from '../support/envelope-test.ts';
import { RECORD, SETTINGS, tokenOf } from '../support/identity.ts';
import { timeOf } from './calendar.ts';
import { MONTH_FUNCTION } from './functions.ts';
import { ClanModel, RANKS } from './model.ts';

export const OFFICER_ROLE = '1700000000000000001';
export const LEAVE_ROLE = '1700000000000000009';
export const ADMIN = person(90);
/** The first two are officers. The last one links their account while the month is played. */
export const PEOPLE = Array.from({ length: 8 }, (_, index) => person(index + 1));
export const NEWCOMER = person(9);
/** Minutes of the monitor until something that is due counts as stuck. */
const DRAIN_RUNS = 60;

/** On the main thread: what happens at the same moment then happens in the same order every time. */
const verifyAtOnce: VerifyEd25519 = async (publicKey, { timestamp, body }, signature) => {
  const x = Buffer.from(publicKey, 'hex').toString('base64url');
  const key = createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x } });
  return verify(null, Buffer.concat([Buffer.from(timestamp), body]), key, Buffer.from(signature, 'hex'));
};

/** A clan with its own language, zone and nicknames. */
export interface Played {
  readonly locale: string;
  readonly timeZone: string;
  readonly nickname: string | null;
}

/** How an interaction ended. */
export interface Ended {
  readonly id: string;
  readonly sentAt: number;
  readonly name: string;
  /** Of a refusal: its code. Undefined: the bot said that it was done. */
  readonly code: string | undefined;
  /** Everything that the reply says, as JSON. */
  readonly text: string;
}

/** One clan in its world. Time moves only by `at` and by waits. */
export class PlayedClan {
  readonly scene: EnvelopeTest;
  readonly model: ClanModel;
  readonly settings: Settings;
  readonly story: string[];
  readonly wrong: string[] = [];
  readonly ended: Ended[] = [];
  readonly #dice: Dice;
  readonly #queue: FailedInvocation[] = [];
  /** When somebody handed in their latest event. */
  readonly submittedAt = new Map<string, number>();
  kills = 0;
  deliveries = 0;

  private constructor(scene: EnvelopeTest, settings: Settings, dice: Dice, story: string[]) {
    this.scene = scene;
    this.settings = settings;
    this.model = new ClanModel(settings.time_zone);
    this.#dice = dice;
    this.story = story;
  }

  static async open(played: Played, dice: Dice, story: string[]): Promise<PlayedClan> {
    const db = await openTestSchema({ pause: async () => undefined, random: () => 0.5 });
    const clan = await fillTestClan(
      db,
      RANKS.map(({ name, tag, points, robloxRank, discord }, index) => ({
        rank_order: index + 1,
        rank_name: name,
        points_required: points ?? 0,
        admin_only: points === null,
        roblox_group_rank_id: robloxRank,
        discord_role_id: discord,
        tag,
      })),
    );
    const scene = await openEnvelopeTest(async () => ({ message: {} }), {}, { clan });
    const settings: Settings = {
      ...SETTINGS,
      roles: { ...SETTINGS.roles, officer: [OFFICER_ROLE], on_leave: LEAVE_ROLE },
      verification: 'group-only',
      locale: played.locale,
      time_zone: played.timeZone,
      nickname: played.nickname,
    };
    const self = new PlayedClan(scene, settings, dice, story);
    scene.clock.now = timeOf(0, 8, 0, played.timeZone);
    const { declaration, handlers } = MONTH_FUNCTION;
    Object.assign(scene.services, { declaration, handlers, verify: verifyAtOnce });
    await scene.db.transaction((tx) => storeSettingsFile(tx, settings, scene.clock.now));
    for (const { name, discord } of RANKS) scene.guild.addRole({ id: discord, name });
    scene.guild.addRole({ id: LEAVE_ROLE, name: 'On leave' });
    const { botRole } = scene.guild;
    botRole.permissions = `${BigInt(botRole.permissions) | PERMISSIONS.MANAGE_NICKNAMES}`;
    scene.guild.addMember(ADMIN);
    scene.guild.addMember(NEWCOMER);
    scene.group.put(accountOf(NEWCOMER), { roleIds: ['90002'] });
    const joinedAt = scene.clock.now - 30 * 86_400_000;
    for (const id of PEOPLE) {
      scene.guild.addMember(id, [RANKS[1].discord]);
      await scene.clan.seed({ discordId: id, rank: 'Enlist', robloxRoleIds: ['90002'], joinedAt });
      scene.group.put(accountOf(id), { roleIds: ['90002'] });
      self.model.join(id, 'Enlist', joinedAt);
    }
    return self;
  }

  get now(): number {
    return this.scene.clock.now;
  }

  /** Moves the time on, never back. */
  at(time: number): void {
    this.scene.clock.now = Math.max(this.scene.clock.now, time);
  }

  /** A process that lives on; or one that dies at some point, with a database that fails now and then. */
  #life(isCalm: boolean, lastPoint: number): Life {
    const dice = new Dice(this.#dice.under(2 ** 31));
    if (isCalm) return new Life(0, () => 'none', dice.random);
    const killAt = dice.chance(0.5) ? 1 + dice.under(lastPoint) : 0;
    const trouble = () =>
      dice.chance(0.004) ? dice.one(['busy', 'unreachable', 'lost', 'other'] as const) : 'none';
    return new Life(killAt, trouble, new Dice(this.#dice.under(2 ** 31)).random);
  }

  #context(life: Life): ClanContext {
    return inLife({ ...this.scene.clanContext, settings: this.settings }, life);
  }

  /**
   * Somebody uses the bot. `copies`: how often it is delivered, at once
   * or `apart`. What is given back says how it ended; to be asked when all is
   * delivered.
   */
  async use(
    name: string,
    sent: Omit<SentEnvelope, 'id' | 'at'>,
    how: { readonly isCalm: boolean; readonly copies: number; readonly apart?: boolean | undefined },
  ): Promise<() => Ended> {
    const id = makeSnowflake(this.now, this.#dice.random);
    const whole = { locale: this.settings.locale, ...sent, id, at: this.now };
    const sentAt = this.now;
    acknowledge(this.scene, whole);
    if (how.apart === true)
      for (let copy = 0; copy < how.copies; copy += 1) await this.#deliver(whole, how.isCalm);
    else await Promise.all(Array.from({ length: how.copies }, () => this.#deliver(whole, how.isCalm)));
    return () => {
      const ended = { name, sentAt, ...this.#end(id) };
      this.ended.push(ended);
      this.story.push(`${new Date(sentAt).toISOString()} ${id} ${name}: ${ended.code ?? 'done'}`);
      return ended;
    };
  }

  async #deliver(sent: SentEnvelope, isCalm: boolean): Promise<void> {
    this.deliveries += 1;
    const life = this.#life(isCalm, 50);
    const outcome = await serveOnce(this.scene, life, sent);
    if (life.dead) this.kills += 1;
    if (life.dead || outcome.kind === 'unanswered') {
      const body = JSON.stringify(this.scene.envelope(sent));
      this.#queue.push({ receipt: `r${this.deliveries}`, body, deliveries: 1 });
    }
  }

  /** What the member reads in the end. */
  #end(id: string): Pick<Ended, 'id' | 'code' | 'text'> {
    const { state } = this.scene.guild.world;
    const interaction = [...state.interactions.values()].find(({ token }) => token === tokenOf(id));
    const own = interaction?.originalDeleted === false ? [interaction.originalId] : [];
    const last = [...own, ...(interaction?.followUpIds ?? [])].flatMap((message) =>
      message === null ? [] : (state.messages.get(message) ?? []),
    );
    const text = JSON.stringify(
      last.map(({ content, embeds, components }) => ({ content, embeds, components })),
    );
    const isEnded = (interaction?.originalEdits ?? 0) > 0 || (interaction?.followUpIds.length ?? 0) > 0;
    if (!isEnded) this.wrong.push(`interaction ${id} was never ended`);
    const code = new RegExp(`-# ([a-z-]+) · ${id}`).exec(text)?.[1];
    // What could not be handed in waits as a draft.
    return { id, text, code: code ?? (text.includes('draft.correct') ? 'draft' : undefined) };
  }

  /** The hourly job; not calm: it may die, and run twice at once. */
  async hour(isCalm: boolean): Promise<void> {
    const runs = isCalm ? 1 : 1 + this.#dice.under(2);
    const lives = Array.from({ length: runs }, () => this.#life(isCalm, 120));
    const answers = await Promise.allSettled(
      lives.map((life) => syncRanks(jobCall(this.#context(life), 'sync-ranks', RECORD.clan))),
    );
    this.deliveries += runs;
    this.kills += lives.filter(({ dead }) => dead).length;
    if (isCalm)
      for (const answer of answers)
        if (answer.status === 'rejected') this.wrong.push(`the hourly job failed: ${answer.reason}`);
  }

  /** The monitor's minutes until nothing is left. */
  async drain(): Promise<void> {
    const { declaration } = MONTH_FUNCTION;
    for (let run = 0; run < DRAIN_RUNS; run += 1) {
      if (this.#queue.length === 0 && (await dueEffects(this.scene.db)) === 0) return;
      await deliverMinute(this.#context(this.#life(true, 0)), { queue: this.#queue, declaration });
      this.scene.clock.now += 10_000;
    }
    this.wrong.push(
      `${await dueEffects(this.scene.db)} effects are still left at ${new Date(this.now).toISOString()}`,
    );
  }

  /** The services work again. */
  calm(): void {
    this.scene.guild.faults.clear();
    this.scene.group.faults.clear();
  }
}

import { addFault } from '../storm/faults.ts';
import { Dice } from '../storm/random.ts';
import { accountOf } from '../support/clan.ts';
import type { Act } from './act.ts';
import { timeOf } from './calendar.ts';
import { differences, wrongMessages, wrongReports } from './checks.ts';
import { type Played, PlayedClan } from './clan.ts';
import { drawAct } from './draw-act.ts';
import { RANKS, type ReportLine } from './model.ts';
import { givePoints, withEntryId } from './point-acts.ts';
import { setQuota } from './quota-acts.ts';
import { link } from './rank-acts.ts';
import { asAdmin } from './sent.ts';

const WEEKS = 4;
/** A clan in English and one in German, in zones whose clocks change on different days. */
const CLANS: readonly Played[] = [
  { locale: 'en-US', timeZone: 'America/New_York', nickname: null },
  { locale: 'de', timeZone: 'Europe/Berlin', nickname: '[{tag}] {roblox_name}' },
];
const HOURS = [9, 14, 19, 22] as const;
/** After an outage the job makes so many reports at most. */
const WEEKS_BACK = 4;

/** What a month was, and what was wrong in it. */
export interface Month {
  readonly acts: number;
  readonly deliveries: number;
  readonly kills: number;
  readonly reports: number;
  /** A line each; empty: all is as it should be. */
  readonly wrong: readonly string[];
  /** What happened, for a person who repeats it. */
  readonly story: readonly string[];
}

/**
 * Plays weeks of two clans, hour after hour: events, points, leaves, quotas, promotions, somebody new, changes on Roblox; while
 * processes die, deliveries come twice, services and database fail and the hourly job misses a day. Each is compared with a
 * model of its own every day. The same seed gives the same month.
 */
export async function playMonth(seed: number, days = 7 * WEEKS): Promise<Month> {
  const months: Month[] = [];
  for (const [index, played] of CLANS.entries()) months.push(await playClan(played, seed * 2 + index, days));
  const sum = (count: (month: Month) => number) => months.reduce((all, month) => all + count(month), 0);
  return {
    acts: sum(({ acts }) => acts),
    deliveries: sum(({ deliveries }) => deliveries),
    kills: sum(({ kills }) => kills),
    reports: sum(({ reports }) => reports),
    wrong: months.flatMap(({ wrong }) => wrong),
    story: months.flatMap(({ story }) => story),
  };
}

async function playClan(played: Played, seed: number, days: number): Promise<Month> {
  const dice = new Dice(seed);
  const story: string[] = [];
  const clan = await PlayedClan.open(played, dice, story);
  const play = new Play(clan, dice);
  const newcomerComes = 4 + dice.under(16);
  const outage = { from: 7 * (1 + dice.under(3)) - 1, to: 0 };
  outage.to = outage.from + 1 + dice.under(2);
  for (let day = 0; day <= days; day += 1) {
    const isOut = day >= outage.from && day <= outage.to;
    if (day > 0 && day % 7 === 0) await play.step(day, 0, 10, () => givePoints(clan, dice));
    for (const hour of HOURS) {
      await play.step(day, hour, 20, () => drawAct(clan, dice, day));
      if (hour === HOURS[0]) await play.plan(day, newcomerComes);
      if (!isOut) await play.hour();
    }
    if (day % 7 === 6) await play.step(day, 23, 50, () => givePoints(clan, dice));
    if (!isOut) await play.hour();
    clan.wrong.push(...(await differences(clan)).map((line) => `day ${day}: ${line}`));
    if (clan.wrong.length > 0) break;
  }
  clan.wrong.push(...wrongReports(clan, play.reports), ...wrongMessages(clan, play.told));
  await clan.scene.db.close();
  return {
    acts: clan.ended.length,
    deliveries: clan.deliveries,
    kills: clan.kills,
    reports: play.reports.size,
    wrong: clan.wrong.map((line) => `${played.locale}: ${line}`),
    story: [...story, ...clan.scene.lines],
  };
}

/** What happens in a clan, one thing after the other. */
class Play {
  readonly clan: PlayedClan;
  readonly #dice: Dice;
  /** What each report has to say, by week, in the order in which they are made. */
  readonly reports = new Map<number, readonly ReportLine[]>();
  /** Reasons that were typed: whether what they were typed for was done. */
  readonly told = new Map<string, boolean>();

  constructor(clan: PlayedClan, dice: Dice) {
    this.clan = clan;
    this.#dice = dice;
  }

  /** Some people act at that time, and now and then somebody is moved on Roblox. */
  async step(day: number, hour: number, minute: number, draw: () => Act | undefined): Promise<void> {
    const { clan } = this;
    clan.at(timeOf(day, hour, minute, clan.settings.time_zone));
    for (let acts = 1 + this.#dice.under(2); acts > 0; acts -= 1) {
      const act = draw();
      if (act !== undefined) await this.act(act, this.#dice.chance(0.4));
    }
  }

  /** What belongs to a day: quotas, the newcomer, somebody who is moved on Roblox. */
  async plan(day: number, newcomerComes: number): Promise<void> {
    const { clan } = this;
    const all = { from: 'Pending', to: 'Captain' } as const;
    const upper = { from: 'Soldier', to: 'Captain' } as const;
    if (day === 0) await this.act(setQuota(clan, { ...all, amount: 12, counts: 'points' }), true);
    if (day === 8) await this.act(setQuota(clan, { ...upper, amount: 2, counts: 'events' }), true);
    if (day === 15) await this.act(setQuota(clan, { ...all, amount: 8, counts: 'points' }), true);
    if (day === newcomerComes) await this.act(link(clan), true);
    if (this.#dice.chance(0.15)) await this.#moveOnRoblox();
  }

  async act(drawn: Act, isCalm: boolean): Promise<void> {
    const { clan } = this;
    const act = await withEntryId(clan, drawn);
    const isRace = act.isOnce === true && this.#dice.chance(0.25);
    if (!isCalm && this.#dice.chance(0.4)) addFault(clan.scene, this.#dice, clan.story);
    const copies = this.#dice.chance(0.25) ? 2 : 1;
    const uses = [clan.use(act.name, act.sent, { isCalm, copies, apart: act.isAlone })];
    if (isRace) uses.push(clan.use(`${act.name}, at once`, asAdmin(act.sent), { isCalm, copies: 1 }));
    const ends = await Promise.all(uses);
    clan.calm();
    await clan.drain();
    const done = ends.map((end) => end()).filter(({ code }) => code === undefined).length;
    const reason = /reason-\d+/.exec(JSON.stringify(act.sent))?.[0];
    if (reason !== undefined) this.told.set(reason, done > 0);
    const mayBeDone = act.isAllowed || isRace;
    if (done > (mayBeDone ? 1 : 0)) clan.wrong.push(`done ${done} times, allowed or not: ${act.name}`);
    if (isCalm && mayBeDone && done === 0) clan.wrong.push(`refused without a reason: ${act.name}`);
    if (done > 0) await act.done();
  }

  /** The hourly job, which may be killed and doubled before it runs through. */
  async hour(): Promise<void> {
    const { clan } = this;
    const at = clan.now;
    clan.model.hour(at);
    const now = clan.model.weekOf(at);
    for (let week = Math.max(0, now - WEEKS_BACK); week < now; week += 1) {
      const report = this.reports.has(week) ? undefined : clan.model.report(week);
      if (report !== undefined) this.reports.set(week, report);
    }
    if (this.#dice.chance(0.4)) await clan.hour(false);
    await clan.hour(true);
    await clan.drain();
  }

  /** Somebody gets another role in the group, and the hourly job follows. */
  async #moveOnRoblox(): Promise<void> {
    const { clan } = this;
    const ranks = RANKS.slice(1, 4);
    const member = this.#dice.one([...clan.model.members.values()]);
    const to = this.#dice.one(ranks);
    if (member.rank === to.name || !ranks.some(({ name }) => name === member.rank)) return;
    clan.scene.group.put(accountOf(member.id), { roleIds: [to.roblox] });
    clan.story.push(`${new Date(clan.now).toISOString()} ${member.id} becomes ${to.name} on Roblox`);
    const at = clan.now;
    await this.hour();
    clan.model.move(member.id, to.name, at);
  }
}

import * as z from 'zod/mini';
import { isRecord } from '../../local/emulator/plain.ts';
import { sql } from '../../shared/database/database.ts';
import { ledgerDifferences } from '../../shared/points/ledger.ts';
import { accountOf } from '../support/clan.ts';
import { ADMIN_CHANNEL } from '../support/identity.ts';
import { offered } from './act.ts';
import { LEAVE_ROLE, type PlayedClan } from './clan.ts';
import { type MemberModel, mondayOf, orderOf, RANKS, type ReportLine } from './model.ts';

const MEMBERS = sql`
SELECT m.discord_id, m.points, m.total_points, r.rank_name FROM members m JOIN ranks r ON r.rank_id = m.rank_id`;
const MemberRow = z.object({
  discord_id: z.string(),
  points: z.int(),
  total_points: z.int(),
  rank_name: z.string(),
});
const WEEKS = sql`SELECT discord_id, period_key, points FROM period_points WHERE period_key LIKE 'w%'`;
const WeekRow = z.object({ discord_id: z.string(), period_key: z.string(), points: z.int() });
/** By which a reader knows the language of a report. */
const TITLES: Readonly<Record<string, RegExp>> = { 'en-US': /week from/, de: /Woche/ };
const MARKS = { below: '❌', excused: '📝', leave: '🌙', new: '🌱', met: '✅' } as const;

/** What differs between a clan and its model, a line each. */
export async function differences(clan: PlayedClan): Promise<readonly string[]> {
  return [
    ...(await wrongSums(clan)),
    ...[...clan.model.members.values()].flatMap((member) => wrongPlaces(clan, member)),
    ...wrongButtons(clan),
  ];
}

async function wrongSums({ scene, model }: PlayedClan): Promise<readonly string[]> {
  const [ledger, members, weeks] = await Promise.all([
    ledgerDifferences(scene.db),
    scene.db.query(MemberRow, MEMBERS),
    scene.db.query(WeekRow, WEEKS),
  ]);
  const kept = new Map(weeks.map((row) => [`${row.discord_id} ${row.period_key}`, row.points]));
  const sums = [...model.members.values()].flatMap(({ id, rank, points, total }) => {
    const row = members.find(({ discord_id }) => discord_id === id);
    const is = `${row?.rank_name} ${row?.points} ${row?.total_points}`;
    const wanted = `${rank} ${points} ${total}`;
    return is === wanted ? [] : [`${id} is ${is}, should be ${wanted}`];
  });
  const ofWeeks = [...model.members.keys()].flatMap((id) =>
    [0, 1, 2, 3, 4].flatMap((week) => {
      const is = kept.get(`${id} w${mondayOf(week)}`) ?? 0;
      const wanted = model.pointsOf(id, week);
      return is === wanted ? [] : [`${id} has ${is} points in week ${week}, should have ${wanted}`];
    }),
  );
  return [
    ...ledger.map((difference) => `the ledger differs: ${JSON.stringify(difference)}`),
    ...sums,
    ...ofWeeks,
  ];
}

/** Roles on Roblox and Discord, and the nickname. */
function wrongPlaces({ scene, model, settings }: PlayedClan, { id, rank }: MemberModel): readonly string[] {
  const wanted = RANKS[orderOf(rank)];
  const differs = (what: string, is: readonly string[], should: readonly string[]) =>
    [...is].sort().join() === [...should].sort().join()
      ? []
      : [`${id} (${rank}) has ${what} ${is.join()}, should have ${should.join()}`];
  const onRoblox = (scene.group.members.get(accountOf(id)) ?? []).filter((role) => role !== RANKS[0].roblox);
  const roblox = wanted === undefined || wanted === RANKS[0] ? [] : [wanted.roblox];
  const known: readonly string[] = [...RANKS.map(({ discord }) => discord), LEAVE_ROLE];
  const person = scene.guild.state.members.get(id);
  const onDiscord = (person?.roleIds ?? []).filter((role) => known.includes(role));
  const isAway = model.openLeave(id)?.status === 'running';
  const name = settings.nickname === null ? null : `[${wanted?.tag}] Roblox${accountOf(id)}`;
  return [
    ...differs('the roles in the group', onRoblox, roblox),
    ...differs('the Discord roles', onDiscord, [wanted?.discord ?? '', ...(isAway ? [LEAVE_ROLE] : [])]),
    ...differs('the nickname', [String(person?.nick ?? null)], [String(name)]),
  ];
}

/** What waits for somebody has its buttons, and nothing else has. */
function wrongButtons(clan: PlayedClan): readonly string[] {
  const { model } = clan;
  const requested = [...model.leaves].filter(([, { status }]) => status === 'requested').map(([id]) => id);
  const pairs = [
    ['events', offered(clan, 'review.approve').map(({ recordId }) => recordId), [...model.events.keys()]],
    ['leaves', offered(clan, 'leave.approve').map(({ recordId }) => recordId), requested],
    ['cards', offered(clan, 'card.approve').map(({ memberId }) => memberId), [...model.cards.keys()]],
  ] as const;
  return pairs.flatMap(([what, is, should]) =>
    [...is].sort().join() === [...should].sort().join()
      ? []
      : [`${what} with buttons are ${is.join() || 'none'}, should be ${should.join() || 'none'}`],
  );
}

/** Every report that there should be, once, and no other. */
export function wrongReports(
  { scene, settings }: PlayedClan,
  expected: ReadonlyMap<number, readonly ReportLine[]>,
): readonly string[] {
  const { state, files } = scene.guild.world;
  const posted = [...state.messages.values()].flatMap((message) => {
    const file = message.attachmentIds.flatMap((id) => state.attachments.get(id) ?? [])[0];
    const monday = /^quota-(\S+)\.csv$/.exec(file?.name ?? '')?.[1];
    if (file === undefined || monday === undefined || message.channelId !== ADMIN_CHANNEL) return [];
    return [{ monday, embed: message.embeds[0], csv: Buffer.from(files.get(file.id) ?? []).toString() }];
  });
  const mondays = posted.map(({ monday }) => monday).join();
  const wanted = [...expected.keys()].map(mondayOf).join();
  if (mondays !== wanted) return [`the reports are of ${mondays || 'no week'}, should be of ${wanted}`];
  return posted.flatMap(({ monday, embed, csv }, index) => {
    const lines = [...expected.values()][index] ?? [];
    const rows = csv.trim().split('\n').slice(1).map(cells);
    const is = rows.map(([id, , rank, outcome, done, quota, counts]) =>
      [id, rank, outcome, done, quota, counts].join(' '),
    );
    const should = lines.map((one) =>
      [one.memberId, one.rank, one.outcome, one.done, one.quota, one.counts].join(' '),
    );
    const title = isRecord(embed) ? String(embed['title']) : '';
    const text = isRecord(embed) ? String(embed['description']) : '';
    return [
      ...(is.join('\n') === should.join('\n')
        ? []
        : [`the report of ${monday} is\n${is.join('\n')}\nshould be\n${should.join('\n')}`]),
      ...lines
        .filter(({ outcome, memberId }) => !text.includes(`${MARKS[outcome]} <@${memberId}>`))
        .map(({ memberId, outcome }) => `the report of ${monday} does not show ${memberId} as ${outcome}`),
      ...(title.includes(monday) && TITLES[settings.locale]?.test(title)
        ? []
        : [`the report of ${monday} is called ${title} in ${settings.locale}`]),
    ];
  });
}

/** The cells of a line of comma-separated values in which no cell has a comma or a quote. */
function cells(line: string): readonly string[] {
  return line.split(',').map((cell) => cell.replace(/^"|"$/g, ''));
}

/** What was done is told once in a channel, and what was refused nowhere. `told`: by the reason that was typed. */
export function wrongMessages({ scene }: PlayedClan, told: ReadonlyMap<string, boolean>): readonly string[] {
  // A report lists reasons again.
  const messages = [...scene.guild.world.state.messages.values()]
    .filter(({ interactionId, attachmentIds }) => interactionId === null && attachmentIds.length === 0)
    .map(({ channelId, ...message }) => ({ channelId, text: JSON.stringify(message) }));
  return [...told].flatMap(([marker, isDone]) => {
    const channels = messages.filter(({ text }) => text.includes(marker)).map(({ channelId }) => channelId);
    if (!isDone)
      return channels.length === 0 ? [] : [`${marker} was refused, and told in ${channels.length}`];
    if (channels.length === 0) return [`${marker} was told nowhere`];
    return new Set(channels).size === channels.length ? [] : [`${marker} was told twice in a channel`];
  });
}

// npm run picture-sheets: the sheets of cards and charts that docs/PICTURES.md shows.
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { activityReply } from '../functions/activity/view.ts';
import { Settings } from '../shared/clans/settings.ts';
import { CHART } from '../shared/drawing/activity-chart.ts';
import { drawPicture } from '../shared/drawing/draw-picture.ts';
import type { AttachedPicture } from '../shared/drawing/picture.ts';
import { CARD } from '../shared/drawing/rank-card.ts';
import type { Member } from '../shared/members/member.ts';
import { rankCard } from '../shared/profiles/rank-card.ts';
import type { Rank } from '../shared/ranks/rank.ts';
import { command, runScript } from './command-line.ts';
import { NAMES } from './pictures/names.ts';
import { type Pixels, sheetOf } from './pictures/sheet.ts';

const PROGRAM = command(
  'picture-sheets',
  'Draws the sheets of rank cards and charts that the documents show.',
).option('--to <directory>', 'where they are written', resolve(import.meta.dirname, '../docs'));

const LOCALES = ['en-US', 'de', 'es-ES', 'fr', 'pt-BR'];
const COLORS = ['#c8a24a', '#5865f2', '#2ecc71', '#e74c3c', '#9b59b6', '#1abc9c', '#f1c40f', '#e67e22'];

runScript(PROGRAM, async ({ to }) => {
  const cards: Pixels[] = [];
  for (const [index, name] of NAMES.entries()) cards.push(await pixelsOf(cardOf('en-US', name, index)));
  const rows = Array.from({ length: Math.ceil(cards.length / 3) }, (_, row) =>
    cards.slice(row * 3, row * 3 + 3),
  );
  await write(join(to, 'cards.png'), sheetOf(rows, { shrink: 3, gap: 10 }));
  const languages: Pixels[][] = [];
  for (const [index, locale] of LOCALES.entries()) {
    languages.push([await pixelsOf(chartOf(locale, index)), await pixelsOf(cardOf(locale, 'Wolf', index))]);
  }
  await write(join(to, 'languages.png'), sheetOf(languages, { shrink: 2, gap: 14 }));
});

async function write(file: string, bytes: Buffer): Promise<void> {
  await writeFile(file, bytes);
  process.stdout.write(`${file}\n`);
}

async function pixelsOf({ picture }: AttachedPicture): Promise<Pixels> {
  const size = picture.kind === 'rank-card' ? CARD : CHART;
  return { ...size, data: await drawPicture(picture, 'raw') };
}

function settingsOf(index: number): Settings {
  return Settings.parse({
    ...{ clan_name: 'TophatC', application_id: '1500000000000000001', public_key: 'a'.repeat(64) },
    ...{ guild_id: '1500000000000000002', roblox_group_id: '1', color: COLORS[index % COLORS.length] },
  });
}

const RANKS = ['E3 | Lance Corporal', 'E4 | Corporal', 'E5 | Seargeant'].map(
  (name, index): Rank => ({
    ...{ id: `${index}`, order: index, name, pointsRequired: index * 25, robloxRank: `${index + 1}` },
    ...{ adminOnly: false, category: null, tag: null, discordRoleId: null, roleSource: null },
  }),
);

function cardOf(locale: string, displayName: string, index: number): AttachedPicture {
  const member: Member = {
    ...{ discordId: '1', robloxUserId: '1', robloxName: 'WolfRunner', rankId: '1' },
    ...{ points: (index * 17 + 34) % 50, totalPoints: 1234 + index * 321, robloxRoleIds: [] },
    ...{ refusedChangeId: null, joinedAt: 0, linkedAt: 0, syncedAt: null },
  };
  const place = { place: index * 7 + 1, exact: true } as const;
  return rankCard(locale, { member, ranks: RANKS, place, settings: settingsOf(index), displayName });
}

function chartOf(locale: string, index: number): AttachedPicture {
  const count = [12, 8, 26, 4, 12][index] ?? 12;
  const weeks = Array.from({ length: count }, (_, week) => ({
    monday: new Date(Date.UTC(2026, 10, 23) - (count - 1 - week) * 7 * 86_400_000).toISOString().slice(0, 10),
    points: (week * 37 + index * 11) % 83,
    onLeave: week === 3 || week === 4,
  }));
  const { picture } = activityReply(locale, {
    ...{ weeks, name: 'Wolf', settings: settingsOf(index) },
    quota: index % 2 === 0 ? 40 : undefined,
  });
  if (picture === undefined) throw new Error('The reply has no picture.');
  return picture;
}

import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { MORE_NAMES } from '../../test/support/names.ts';
import { CHART } from './activity-chart.ts';
import { drawPicture } from './draw-picture.ts';
import type { ActivityChart, RankCard } from './picture.ts';
import { CARD } from './rank-card.ts';

const run = promisify(execFile);
const BUNDLE = resolve(import.meta.dirname, '../../dist/functions/drawing.cjs');

function cardOf(name: string, more: Partial<RankCard> = {}): RankCard {
  return {
    ...{ kind: 'rank-card', color: '#c8a24a', clan: 'TophatC', name, rank: 'E4 | Corporal' },
    rankType: 'Point-based',
    figures: [{ label: 'Points', value: '34' }],
    progress: { part: 0.68, value: '34 / 50' },
    note: '16 more points to E5 | Seargeant',
    ...more,
  };
}
function chartOf(weeks: number, more: Partial<ActivityChart> = {}): ActivityChart {
  return {
    ...{ kind: 'activity', color: '#5865f2', title: 'Wolf', subtitle: 'Points a week', figures: [] },
    weeks: Array.from({ length: weeks }, (_, index) => {
      const points = (index * 37) % 90;
      return { label: `Nov ${index}`, points, value: `${points}`, onLeave: index === 1 };
    }),
    ...more,
  };
}

/** Where the name stands on the card, and what is around it but the avatar with its first letter. */
const NAME = { left: 226, right: 956, top: 66, bottom: 134 } as const;
const pixels = async (card: RankCard) => Buffer.from(await drawPicture(card, 'raw'));
const rows = (image: Buffer, from: number, to: number, left = 0) =>
  Array.from({ length: to - from }, (_, index) => {
    const start = (from + index) * CARD.width * 4;
    return image.subarray(start + left * 4, start + CARD.width * 4);
  });

describe('a rank card', () => {
  it('keeps every line, whatever the name is', async () => {
    const empty = await pixels(cardOf(''));
    for (const name of MORE_NAMES) {
      const image = await pixels(cardOf(name));
      expect(image.length, name).toBe(CARD.width * CARD.height * 4);
      const here = rows(image, NAME.top, NAME.bottom, NAME.left);
      const nothing = rows(empty, NAME.top, NAME.bottom, NAME.left);
      const isDrawn = here.some((row, index) => !row.equals(nothing[index] ?? row));
      expect(isDrawn, `the line of ${JSON.stringify(name)}`).toBe(name.trim() !== '');
      for (const [from, to] of [
        [0, 37],
        [190, CARD.height],
      ] as const) {
        const around = Buffer.concat(rows(image, from, to));
        expect(around.equals(Buffer.concat(rows(empty, from, to))), name).toBe(true);
      }
      const above = Buffer.concat(rows(image, 0, NAME.top, NAME.left));
      const below = Buffer.concat(rows(image, NAME.bottom, CARD.height, NAME.left));
      expect(above.equals(Buffer.concat(rows(empty, 0, NAME.top, NAME.left))), name).toBe(true);
      expect(below.equals(Buffer.concat(rows(empty, NAME.bottom, CARD.height, NAME.left))), name).toBe(true);
    }
  });

  it('takes texts of any length and writing in every place, colours of every kind, and no progress', async () => {
    const { progress: _, ...top } = cardOf('Wolf');
    const long = 'ﷺ 漢字 👨‍👩‍👧‍👦 '.repeat(20);
    const everywhere = {
      ...{ clan: long, rank: long, rankType: long, note: long },
      figures: [1, 2, 3].map(() => ({ label: long, value: long })),
    };
    for (const card of [
      top,
      cardOf(long, everywhere),
      cardOf('Wolf', { color: '#000000', progress: { part: 0, value: '0 / 1' } }),
      cardOf('Wolf', { color: '#ffffff', progress: { part: 1, value: long } }),
    ]) {
      expect((await pixels(card)).length).toBe(CARD.width * CARD.height * 4);
    }
  });

  it('is refused when it is none', async () => {
    for (const picture of [
      undefined,
      {},
      { ...cardOf('x'), color: 'red' },
      { ...cardOf('x'), kind: 'other' },
    ]) {
      await expect(drawPicture(picture)).rejects.toThrow();
    }
  });
});

describe('a chart', () => {
  it('takes 1 to 26 weeks, with and without a quota and weeks on leave', async () => {
    const none = chartOf(12).weeks.map((week) => ({ ...week, points: 0, onLeave: false }));
    for (const chart of [
      chartOf(1),
      chartOf(4, { quota: { points: 400, label: 'Quota: 400 a week' }, leaveLabel: 'On leave' }),
      chartOf(26),
      chartOf(12, { weeks: none }),
    ]) {
      expect((await drawPicture(chart, 'raw')).length).toBe(CHART.width * CHART.height * 4);
    }
    await expect(drawPicture(chartOf(27))).rejects.toThrow();
    await expect(drawPicture(chartOf(0))).rejects.toThrow();
  });
});

/** Runs a script with the built bundle, as a function has it, in a process of its own. */
async function inProcess(script: string, env: Record<string, string> = {}, flags: readonly string[] = []) {
  const text = `const { drawPicture } = require(${JSON.stringify(BUNDLE)});
    const cardOf = (name) => ({ ...${JSON.stringify(cardOf(''))}, name });
    const say = (value) => process.stdout.write(JSON.stringify(value));
    (async () => { ${script} })();`;
  const { stdout } = await run(process.execPath, [...flags, '-e', text], { env: { ...process.env, ...env } });
  return JSON.parse(stdout);
}

describe('the bundle that draws', () => {
  it('draws the same bytes at a second delivery, whatever was drawn before', async () => {
    const names = ['さくら漢字', '简体漢字', 'Владимир 👨‍👩‍👧‍👦 ❤️', 'محمد'];
    const draw = (order: readonly string[]) =>
      inProcess(`const hashes = {};
        for (const name of ${JSON.stringify(order)}) {
          const png = await drawPicture(cardOf(name));
          hashes[name] = require('node:crypto').createHash('sha256').update(png).digest('hex');
        }
        say(hashes);`);
    expect(await draw(names)).toEqual(await draw(names.toReversed()));
  });

  it('holds its memory: the last of 400 cards take less than the first ones', async () => {
    const grown: number[] = await inProcess(
      `const names = ${JSON.stringify(MORE_NAMES)};
        const sizes = [process.memoryUsage().rss];
        for (let index = 0; index < 400; index += 1) {
          await drawPicture(cardOf(\`\${names[index % names.length].slice(0, 200)} \${index}\`.slice(0, 300)));
          if (index % 100 === 99) { gc(); sizes.push(process.memoryUsage().rss); }
        }
        say(sizes.slice(1).map((size, index) => size - sizes[index]));`,
      {},
      ['--expose-gc'],
    );
    const [first = 0, , third = 0, fourth = 0] = grown;
    expect(third + fourth, grown.join(', ')).toBeLessThan(first / 4);
  });

  it('draws other writings with the fonts of FONTS_DIR, and says which file is no font', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'fonts-'));
    try {
      // Rare Han characters, which the fonts that come along do not have.
      const { resolve: find } = createRequire(import.meta.url);
      const file = '@fontsource-variable/noto-sans-sc/files/noto-sans-sc-22-wght-normal.woff2';
      copyFileSync(find(file), join(folder, 'rare.woff2'));
      writeFileSync(join(folder, 'broken.ttf'), 'no font');
      const script = `say(Buffer.from(await drawPicture(cardOf('\\u{9e30}\\u{9e31}\\u{9e35}'))).toString('base64'))`;
      const without = await inProcess(script);
      const withFonts = await inProcess(script, { FONTS_DIR: folder });
      expect(withFonts).not.toBe(without);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

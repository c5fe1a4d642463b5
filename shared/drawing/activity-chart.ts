import { accentOf, INK, mix } from './colors.ts';
import { box, frame, type Typesetter } from './layout.ts';
import type { ActivityChart } from './picture.ts';
import type { Node, Size } from './takumi.ts';

/** About twice the size at which Discord shows it. */
export const CHART: Size = { width: 1000, height: 520 };

const EDGE = 44;
const INSIDE = CHART.width - 2 * EDGE;
const PLOT = 270;
/** Of the legend and the gap above it, which the plot takes where there is none. */
const LEGEND = 40;
/** Room above the highest bar, for its figure. */
const HEADROOM = 34;
/** What a figure and the line of the quota take in height. */
const FIGURE = 28;
const LINE = 3;
/** From more weeks on, the figures would not find room above their bars. */
const MOST_FIGURES = 13;
/** What a letter of a date takes at most, and what is kept free between two dates. */
const DATE_LETTER = 10;
const DATE_GAP = 8;

/** Points a week as bars, with the quota as a line and weeks on leave in another colour. */
export function activityChart(chart: ActivityChart, set: Typesetter): Node {
  const accent = accentOf(chart.color);
  return frame({ size: CHART, padding: `32px ${EDGE}px 26px`, accent, tint: 0.2, until: '55%' }, [
    head(chart, set),
    plot(chart, accent, set),
    legend(chart, set),
  ]);
}

function head({ title, subtitle, figures }: ActivityChart, set: Typesetter): Node {
  const column = 176;
  const width = INSIDE - 3 * (column + 12);
  return box({ justifyContent: 'space-between', alignItems: 'center', width: INSIDE }, [
    box({ flexDirection: 'column', width }, [
      set.text(title, { size: 36, weight: 700, maxWidth: width, max: 40 }),
      set.text(subtitle, { size: 22, color: INK.quiet, maxWidth: width, max: 60 }),
    ]),
    box(
      { gap: 12 },
      figures.map(({ label, value }) =>
        box({ flexDirection: 'column', width: column, alignItems: 'flex-end' }, [
          set.text(value, { size: 32, weight: 700, maxWidth: column, max: 14 }),
          set.text(label, { size: 19, color: INK.quiet, maxWidth: column, max: 30 }),
        ]),
      ),
    ),
  ]);
}

function plot({ weeks, quota, leaveLabel }: ActivityChart, accent: string, set: Typesetter): Node {
  const height = PLOT + (quota === undefined && leaveLabel === undefined ? LEGEND : 0);
  const most = Math.max(1, quota?.points ?? 0, ...weeks.map(({ points }) => points));
  const heightOf = (points: number) => Math.round((points / most) * (height - HEADROOM));
  const line = quota === undefined ? undefined : heightOf(quota.points);
  /** How far a figure is lifted that the line of the quota would cross. */
  const aboveLine = (bar: number) =>
    line !== undefined && line >= bar && line < bar + FIGURE ? line - bar + LINE : 0;
  const column = INSIDE / weeks.length;
  const longest = Math.max(...weeks.map(({ label }) => Array.from(label).length));
  const everyDate = Math.ceil((longest * DATE_LETTER + DATE_GAP) / column);
  const best = weeks.findIndex(({ points }) => points === most);
  const columns = weeks.map((week, index) => {
    const isValued = weeks.length <= MOST_FIGURES || index === best;
    const isDated = (weeks.length - 1 - index) % everyDate === 0;
    const color = week.onLeave ? INK.quiet : accent;
    return box({ position: 'relative', flexDirection: 'column', width: column }, [
      box(
        {
          ...{ flexDirection: 'column', alignItems: 'center', justifyContent: 'flex-end' },
          ...{ height, width: column },
        },
        [
          ...(isValued && week.points > 0 ? [set.text(week.value, { size: 19, max: 9 })] : []),
          box({ height: aboveLine(heightOf(week.points)) }),
          bar(week.points, heightOf(week.points), Math.min(64, Math.round(column * 0.66)), color),
        ],
      ),
      box(
        { height: 34, width: column, justifyContent: 'center' },
        isDated ? [set.text(week.label, { size: 18, color: INK.quiet, max: 12 })] : [],
      ),
    ]);
  });
  const lines = [0, 0.5, 1].map((part) => across(height - heightOf(most * part), `1px solid ${INK.line}`));
  return box({ position: 'relative', width: INSIDE, height: height + 34 }, [
    ...lines,
    ...columns,
    ...(line === undefined ? [] : [across(height - line - 2, `${LINE}px dashed ${INK.text}`)]),
  ]);
}

function bar(points: number, height: number, width: number, color: string): Node {
  if (points === 0) return box({ width, height: 3, backgroundColor: INK.line });
  return box({
    ...{ width, height: Math.max(6, height) },
    borderRadius: '8px 8px 0 0',
    backgroundColor: color,
    backgroundImage: `linear-gradient(180deg, ${color} 0%, ${mix(color, INK.background, 0.35)} 100%)`,
  });
}

/** A line over the whole width. */
function across(top: number, line: string): Node {
  return box({ position: 'absolute', left: 0, top, width: INSIDE, height: 0, borderTop: line });
}

function legend({ quota, leaveLabel }: ActivityChart, set: Typesetter): Node {
  const entry = (sign: Node, label: string) =>
    box({ gap: 12, alignItems: 'center' }, [
      sign,
      set.text(label, { size: 20, color: INK.quiet, maxWidth: 400, max: 50 }),
    ]);
  const dashes = box({ width: 36, height: 0, borderTop: `${LINE}px dashed ${INK.text}` });
  const square = box({ width: 20, height: 20, borderRadius: 5, backgroundColor: INK.quiet });
  if (quota === undefined && leaveLabel === undefined) return box({});
  return box({ gap: 36, height: 30, alignItems: 'center' }, [
    ...(quota === undefined ? [] : [entry(dashes, quota.label)]),
    ...(leaveLabel === undefined ? [] : [entry(square, leaveLabel)]),
  ]);
}

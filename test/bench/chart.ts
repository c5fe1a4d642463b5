import type { Result, Row } from './result.ts';

const WIDTH = 860;
const ROW = 22;
const TITLE = 30;
const LABEL = 330;
const FULL = WIDTH - LABEL - 110;

/** Bars of what has a limit: how much of the limit is used, and what was measured. An SVG for light and dark pages. */
export function chart(results: readonly Result[]): string {
  const groups = results
    .map(({ title, rows }) => ({ title, rows: rows.filter(({ budget }) => budget !== undefined) }))
    .filter(({ rows }) => rows.length > 0);
  const lines: string[] = [];
  let y = 0;
  for (const { title, rows } of groups) {
    y += TITLE;
    lines.push(`<text class="title" x="0" y="${y - 9}">${escapeXml(title)}</text>`);
    for (const row of rows) {
      lines.push(bar(row, y));
      y += ROW;
    }
  }
  const height = y + 10;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="How much of each limit is used">
<style>
text { font: 12px system-ui, sans-serif; fill: #1f2328 }
.title { font-weight: 600 }
.met { fill: #2f81f7 } .missed { fill: #d1242f } .limit { stroke: #656d76; stroke-width: 1 }
@media (prefers-color-scheme: dark) { text { fill: #e6edf3 } .limit { stroke: #8b949e } }
</style>
${lines.join('\n')}
</svg>
`;
}

/** The limit is at four fifths of the bar's room, so that one that is missed is seen to pass it. */
function bar({ name, value, unit, ratio, budget }: Row, y: number): string {
  const measured = ratio?.ratio ?? (typeof value === 'number' ? value : value.median);
  const room = FULL * 0.8;
  const used = budget === undefined || budget.limit === 0 ? 0 : measured / budget.limit;
  const width = Math.min(FULL, Math.max(1, used * room));
  const text = `${figure(measured)}${ratio === undefined ? (unit === '' ? '' : ` ${unit}`) : ' x'} of ${budget?.limit}`;
  const x = LABEL + room;
  return [
    `<text x="10" y="${y + 14}">${escapeXml(name)}</text>`,
    `<rect class="${budget?.met ? 'met' : 'missed'}" x="${LABEL}" y="${y + 4}" width="${width.toFixed(1)}" height="${ROW - 8}" rx="2"/>`,
    `<line class="limit" x1="${x}" x2="${x}" y1="${y}" y2="${y + ROW}"/>`,
    `<text x="${LABEL + FULL + 10}" y="${y + 14}">${text}</text>`,
  ].join('\n');
}

function figure(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(value < 10 ? 2 : 1);
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

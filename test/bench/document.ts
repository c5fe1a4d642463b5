import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { chart } from './chart.ts';
import { printResult } from './print-result.ts';
import type { Result } from './result.ts';

const BEGIN = '<!-- The figures: npm run bench -->';
const END = '<!-- The end of the figures -->';

/**
 * Puts the results of a whole run into docs/PERFORMANCE.md, between its two comments, and draws docs/performance.svg.
 * `tookMs`: the whole run.
 */
export function writeDocument(root: string, results: readonly Result[], tookMs: number): void {
  const path = join(root, 'docs/PERFORMANCE.md');
  const text = readFileSync(path, 'utf8');
  const from = text.indexOf(BEGIN);
  const to = text.indexOf(END);
  if (from < 0 || to < from) throw new Error(`docs/PERFORMANCE.md: "${BEGIN}" and "${END}" are not there.`);
  const run = `One run on ${availableParallelism()} cores with Node.js ${process.versions.node}, ${Math.round(tookMs / 1000)} s:`;
  const figures = results.map(printResult).join('\n');
  const part = `${BEGIN}\n![How much of each limit is used](performance.svg)\n\n${run}\n\n\`\`\`\n${figures}\`\`\`\n`;
  writeFileSync(path, `${text.slice(0, from)}${part}${text.slice(to)}`);
  writeFileSync(join(root, 'docs/performance.svg'), chart(results));
}

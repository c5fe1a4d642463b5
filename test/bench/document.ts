import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { chart } from './chart.ts';
import { printResult } from './print-result.ts';
import type { Result } from './result.ts';

const BEGIN = '<!-- The figures: npm run bench -->';
const END = '<!-- The end of the figures -->';
const beginOf = (part: string) => `<!-- The figures: npm run bench -- ${part} -->`;
const endOf = (part: string) => `<!-- The end of the figures of ${part} -->`;

/**
 * Puts the results of a whole run into docs/PERFORMANCE.md, between its two comments, and draws docs/performance.svg.
 * `tookMs`: the whole run.
 */
export function writeDocument(root: string, results: readonly Result[], tookMs: number): void {
  const picture = '![How much of each limit is used](performance.svg)\n\n';
  replaceBetween(root, BEGIN, END, `${picture}${figuresOf(results, tookMs)}`);
  writeFileSync(join(root, 'docs/performance.svg'), chart(results));
}

/** Puts the results of a part that a whole run leaves out into docs/PERFORMANCE.md, between the comments of its own. */
export function writePart(root: string, part: string, results: readonly Result[], tookMs: number): void {
  replaceBetween(root, beginOf(part), endOf(part), figuresOf(results, tookMs));
}

function figuresOf(results: readonly Result[], tookMs: number): string {
  const run = `One run on ${availableParallelism()} cores with Node.js ${process.versions.node}, ${Math.round(tookMs / 1000)} s:`;
  return `${run}\n\n\`\`\`\n${results.map(printResult).join('\n')}\`\`\`\n`;
}

function replaceBetween(root: string, begin: string, end: string, part: string): void {
  const path = join(root, 'docs/PERFORMANCE.md');
  const text = readFileSync(path, 'utf8');
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`docs/PERFORMANCE.md: "${begin}" and "${end}" are not there.`);
  writeFileSync(path, `${text.slice(0, from)}${begin}\n${part}${text.slice(to)}`);
}

import type { Result, Row } from './result.ts';
import type { Paired } from './statistics.ts';

/** A measurement as lines for the console: a title, then a line for each subject. */
export function printResult({ title, rows }: Result): string {
  const width = Math.max(...rows.map((row) => row.name.length));
  return [title, ...rows.map((row) => `  ${row.name.padEnd(width)}  ${rest(row)}`), ''].join('\n');
}

function rest({ value, unit, ratio, budget }: Row): string {
  const measured =
    typeof value === 'number'
      ? `${figure(value)} ${unit}`.trim()
      : `min ${figure(value.min)}  median ${figure(value.median)}  max ${figure(value.max)} ${unit}`;
  return [
    measured,
    ratio === undefined ? '' : ratioText(ratio),
    budget === undefined ? '' : `${budget.text}: ${budget.met ? 'met' : 'MISSED'}`,
  ]
    .filter((part) => part !== '')
    .join('  |  ');
}

function ratioText({ ratio, from, to }: Paired): string {
  return `${ratio.toFixed(2)} x (half of the rounds ${from.toFixed(2)} to ${to.toFixed(2)})`;
}

function figure(value: number): string {
  if (Number.isInteger(value)) return String(value);
  return value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 3);
}

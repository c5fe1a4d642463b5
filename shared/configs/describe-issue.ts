import type * as z from 'zod/mini';
import { cut } from '../text/cut.ts';

type Issue = z.core.$ZodIssue;

/**
 * One thing that is wrong with a file, for the person who edits it: `[3].points_required: expected a whole number,
 * got "ten"`. `data` is what was checked; zod does not say what it found. Every number in the files is a whole one.
 * With `secret` the text does not show what was found.
 */
export function describeIssue(
  issue: Issue,
  data: unknown,
  options: { readonly secret?: boolean } = {},
): string {
  const path = pathText(issue.path);
  const found = valueAt(data, issue.path);
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.map((key) => JSON.stringify(key)).join(', ');
    return `${prefix(path)}unknown ${issue.keys.length === 1 ? 'key' : 'keys'} ${keys}`;
  }
  const expected = expectation(issue, found);
  if (found === undefined) return `${prefix(path)}missing; ${expected}`;
  return `${prefix(path)}${expected}${options.secret === true ? '' : `, got ${shown(found)}`}`;
}

/** What should stand there. A check with a message of its own says it best. */
function expectation(issue: Issue, found: unknown): string {
  if (issue.message.startsWith('expected')) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return `expected ${TYPES[issue.expected] ?? issue.expected}${typeof found === 'number' && issue.expected === 'string' ? ' in quotes' : ''}`;
    case 'invalid_value':
      return `expected ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}`;
    case 'too_small':
      return `expected ${UNITS[issue.origin]?.('at least', Number(issue.minimum)) ?? `at least ${issue.minimum}`}`;
    case 'too_big':
      return `expected ${UNITS[issue.origin]?.('at most', Number(issue.maximum)) ?? `at most ${issue.maximum}`}`;
    default:
      return `expected something else (${issue.code})`;
  }
}

const TYPES: Readonly<Record<string, string>> = {
  number: 'a whole number',
  int: 'a whole number',
  string: 'text',
  boolean: 'true or false',
  array: 'a list [...]',
  object: 'an object {...}',
};

const UNITS: Readonly<Record<string, (limit: string, count: number) => string>> = {
  string: (limit, count) => `${limit} ${plural(count, 'character')}`,
  array: (limit, count) => `${limit} ${plural(count, 'entry', 'entries')}`,
  number: (limit, count) => `${limit} ${count}`,
};

function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((part, index) =>
      typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${String(part)}`,
    )
    .join('');
}

function prefix(path: string): string {
  return path === '' ? '' : `${path}: `;
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  let value = data;
  for (const part of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.entries(value).find(([key]) => key === String(part))?.[1];
  }
  return value;
}

/** As JSON, with escapes for what an editor does not show. */
export function quoted(value: unknown): string {
  return (JSON.stringify(value) ?? String(value)).replace(UNSEEN, escaped);
}

const MAX_SHOWN = 60;
const UNSEEN = /[\p{Cc}\p{Default_Ignorable_Code_Point}\u2028\u2029\u2800]/gu;

function escaped(character: string): string {
  return Array.from({ length: character.length }, (_, index) => {
    return `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`;
  }).join('');
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = quoted(value);
  return text.length <= MAX_SHOWN ? text : `${cut(text, MAX_SHOWN)}...`;
}

import { isRecord, listOf, textOf } from '../emulator/plain.ts';
import { actionRowProblems } from './component-limits.ts';
import { badLength, type FormProblem, required, tooLong } from './form-errors.ts';
import { FLAGS, type MessageBody } from './message-body.ts';
import { v2Problems } from './v2-limits.ts';

/**
 * Discord's documented limits on a message, some of which the OpenAPI file leaves out (content 2,000 instead of the
 * 4,000 there, embeds 6,000 in all, 5 action rows). Source: the documentation's pages on messages and components.
 */
export function messageProblems(body: MessageBody): FormProblem[] {
  const problems: FormProblem[] = [];
  if ((body.content ?? '').length > 2000) problems.push(tooLong(['content'], 2000));
  const embeds = body.embeds ?? [];
  if (embeds.length > 10) problems.push(badLength(['embeds'], 0, 10));
  let total = 0;
  for (const [index, embed] of embeds.entries()) {
    if (!isRecord(embed)) continue;
    const found = embedProblems(embed, index);
    problems.push(...found.problems);
    total += found.size;
  }
  if (total > 6000) {
    problems.push({
      path: ['embeds'],
      code: 'MAX_EMBED_SIZE_EXCEEDED',
      message: 'Embed size exceeds maximum size of 6000',
    });
  }
  const components = body.components ?? [];
  if (((body.flags ?? 0) & FLAGS.COMPONENTS_V2) !== 0) problems.push(...v2Problems(body));
  else problems.push(...actionRowProblems(components, ['components']), ...onlyRows(components));
  if ((body.nonce ?? '').length > 25) problems.push(tooLong(['nonce'], 25));
  problems.push(...mentionProblems(body));
  return problems;
}

function embedProblems(
  embed: Readonly<Record<string, unknown>>,
  index: number,
): { problems: FormProblem[]; size: number } {
  const problems: FormProblem[] = [];
  let size = 0;
  const check = (text: unknown, max: number, path: (string | number)[]) => {
    const length = textOf(text).length;
    size += length;
    if (length > max) problems.push(tooLong(['embeds', index, ...path], max));
  };
  check(embed['title'], 256, ['title']);
  check(embed['description'], 4096, ['description']);
  const footer = embed['footer'];
  if (isRecord(footer)) check(footer['text'], 2048, ['footer', 'text']);
  const author = embed['author'];
  if (isRecord(author)) check(author['name'], 256, ['author', 'name']);
  const fields = listOf(embed['fields']);
  if (fields.length > 25) problems.push(badLength(['embeds', index, 'fields'], 0, 25));
  for (const [position, field] of fields.entries()) {
    if (!isRecord(field)) continue;
    for (const [key, max] of [
      ['name', 256],
      ['value', 1024],
    ] as const) {
      if (textOf(field[key]) === '') problems.push(required(['embeds', index, 'fields', position, key]));
      check(field[key], max, ['fields', position, key]);
    }
  }
  return { problems, size };
}

function onlyRows(components: readonly unknown[]): FormProblem[] {
  return components.flatMap((component, index) =>
    isRecord(component) && component['type'] !== 1
      ? [
          {
            path: ['components', index, 'type'],
            code: 'UNION_TYPE_CHOICES',
            message: 'Value of field "type" must be one of (1,).',
          },
        ]
      : [],
  );
}

function mentionProblems(body: MessageBody): FormProblem[] {
  const allowed = body.allowed_mentions;
  if (allowed === undefined || allowed === null) return [];
  const problems: FormProblem[] = [];
  for (const key of ['users', 'roles'] as const) {
    const ids = allowed[key] ?? [];
    if (ids.length > 100) problems.push(badLength(['allowed_mentions', key], 0, 100));
    if (ids.length > 0 && (allowed.parse ?? []).includes(key)) {
      problems.push({
        path: ['allowed_mentions'],
        code: 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
        message: `parse:["${key}"] and ${key}: [ids...] are mutually exclusive.`,
      });
    }
  }
  return problems;
}

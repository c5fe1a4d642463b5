import { cut } from './cut.ts';
import { storableName } from './name.ts';

/** What a template may name, in braces. */
export const PLACEHOLDERS = ['roblox_name', 'display_name', 'rank', 'tag'] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];
export type NicknameValues = Readonly<Record<Placeholder, string>>;

/** Discord's limit of a nickname; here in UTF-16 units, which are never fewer than what Discord counts. */
export const MAX_NICKNAME = 32;
/** Longer than any template that makes sense; every placeholder fits several times. */
export const MAX_TEMPLATE = 100;

const PART = /\{([^{}]*)\}|([^{}]+)|[{}]/g;
/** What is cut first when a name is too long; plain text is cut last. */
const CUT_ORDER: readonly (readonly (Placeholder | 'text')[])[] = [
  ['rank'],
  ['roblox_name', 'display_name'],
  ['tag'],
  ['text'],
];

interface Part {
  readonly kind: Placeholder | 'text' | 'unknown';
  /** Plain text, or what stands in the braces. */
  readonly text: string;
}

function partsOf(template: string): readonly Part[] {
  return [...template.matchAll(PART)].map(([whole, inside, plain]) => {
    if (plain !== undefined) return { kind: 'text', text: plain };
    const kind = PLACEHOLDERS.find((name) => name === inside?.trim());
    return kind === undefined ? { kind: 'unknown', text: whole } : { kind, text: kind };
  });
}

/** What is in braces and is no placeholder, and braces without their other half; empty: the template can be read. */
export function unknownPlaceholders(template: string): readonly string[] {
  return partsOf(template).flatMap(({ kind, text }) => (kind === 'unknown' ? [text] : []));
}

export function namesPlaceholder(template: string, placeholder: Placeholder): boolean {
  return partsOf(template).some(({ kind }) => kind === placeholder);
}

/** A part as it stands in a nickname. */
interface FilledPart extends Pick<Part, 'kind'> {
  text: string;
}

const EMPTY_BRACKETS = ['[]', '()', '<>', '【】', '「」', '『』', '«»'];

/** Takes the brackets around a value that is empty away, as of the tag of a rank that has none. */
function dropEmptyBrackets(parts: readonly FilledPart[]): void {
  parts.forEach(({ kind, text }, index) => {
    const [before, after] = [parts[index - 1], parts[index + 1]];
    if (kind === 'text' || text !== '' || before?.kind !== 'text' || after?.kind !== 'text') return;
    const pair = `${before.text.trimEnd().slice(-1)}${after.text.trimStart().slice(0, 1)}`;
    if (!EMPTY_BRACKETS.includes(pair)) return;
    before.text = before.text.trimEnd().slice(0, -1);
    after.text = after.text.trimStart().slice(1);
    if (/(^| )$/.test(before.text)) after.text = after.text.trimStart();
  });
}

/**
 * The nickname that a template gives: on one line, at most 32 characters, cut between characters as people see them. The
 * name of a rank is cut first, then the Roblox name, then the tag, so that what is short stays whole; brackets around an
 * empty value are left out. '' when nothing of it can be seen.
 */
export function fillNickname(template: string, values: NicknameValues): string {
  const parts: FilledPart[] = partsOf(template).map(({ kind, text }) => ({
    kind,
    text: kind === 'text' ? text.replace(/\s+/g, ' ') : kind === 'unknown' ? '' : storableName(values[kind]),
  }));
  dropEmptyBrackets(parts);
  const length = () => parts.reduce((sum, { text }) => sum + text.length, 0);
  for (const kinds of CUT_ORDER) {
    for (const part of parts.toReversed()) {
      const excess = length() - MAX_NICKNAME;
      if (excess <= 0) break;
      if (kinds.some((kind) => kind === part.kind)) {
        // One character stays of each, so that no bracket is left empty.
        part.text = cut(part.text, Math.max(1, part.text.length - excess)).trimEnd();
      }
    }
  }
  return storableName(cut(parts.map(({ text }) => text).join(''), MAX_NICKNAME));
}

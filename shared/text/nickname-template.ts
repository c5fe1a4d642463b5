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

/**
 * The nickname that a template gives: on one line, at most 32 characters, cut between characters as people see them. The
 * name of a rank is cut first, then the Roblox name, then the tag, so that what is short stays whole. '' when nothing of it
 * can be seen.
 */
export function fillNickname(template: string, values: NicknameValues): string {
  const parts = partsOf(template).map(({ kind, text }) => ({
    kind,
    text: kind === 'text' ? text.replace(/\s+/g, ' ') : kind === 'unknown' ? '' : storableName(values[kind]),
  }));
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

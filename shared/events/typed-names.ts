/** Commas, semicolons, tabs and line ends, in the forms that keyboards of several languages have. */
const SEPARATORS = /[,;\t\n\v\f\r\u0085\u2028\u2029\u060c\u061b\u3001\uff0c\uff1b\uff64]+/;
const MENTION = /(<@!?\d{17,20}>)/;
const IS_MENTION = /^<@!?(\d{17,20})>$/;
/** `-`, `•` and the like, or `1.`, `2)`, `(3)`, `4:`, `5 -`: what stands before a name in a list. */
const LIST_MARK =
  /^(?:([-\u2010-\u2015\u2022\u2023\u25cf\u25cb\u25aa\u25e6\u00b7*+])(?!\1)(?!.*\1$)|\(?\d{1,3}(?:[.):\]]|\s+[-\u2010-\u2015](?=\s)))\s*/;
const QUOTED = /^(["'`\u201c\u201e\u2018])(.*)["'`\u201d\u201c\u2019]$/;
const JOINER = /^(?:and|&|\+)$/i;
const JOINED = /(?:^|\s+)and\s+|\s*&\s*/i;

/**
 * A pasted list as single names and mentions (`<@id>`), in order: separated by commas, semicolons, tabs or line ends,
 * numbered or with bullets, mentions in a row. "Wolf and Fox" stays one: see `joinedNames`.
 */
export function typedNames(text: string): readonly string[] {
  return text.split(SEPARATORS).flatMap((piece) => {
    const parts = piece.split(MENTION).map((part) => (IS_MENTION.test(part) ? part : withoutMarks(part)));
    const hasMention = parts.length > 1;
    return parts.filter((part) => part !== '' && !(hasMention && JOINER.test(part)));
  });
}

/** The id in a mention; undefined: it is a name. */
export function mentionedId(name: string): string | undefined {
  return IS_MENTION.exec(name)?.[1];
}

/** The names that "and" or "&" joins; undefined when it joins none. Whether they are names is not known here. */
export function joinedNames(name: string): readonly string[] | undefined {
  const parts = name.split(JOINED);
  const names = parts.map(withoutMarks).filter((part) => part !== '');
  return parts.length > 1 && names.length > 0 ? names : undefined;
}

/** Without what people put before and around names in a list, and without marks that nobody sees. */
function withoutMarks(piece: string): string {
  let name = piece.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '').trim();
  for (;;) {
    const bare = name.replace(LIST_MARK, '').replace(QUOTED, '$2').replace(/^@+/, '').trim();
    if (bare === name) return name;
    name = bare;
  }
}

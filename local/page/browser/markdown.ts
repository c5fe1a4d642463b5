/** A part of a message's text. */
export type Node =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'break' }
  | { readonly type: Marked; readonly children: readonly Node[] }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'block'; readonly text: string }
  | { readonly type: 'heading'; readonly level: 1 | 2 | 3; readonly children: readonly Node[] }
  | { readonly type: 'list'; readonly start: number | null; readonly items: readonly (readonly Node[])[] }
  | { readonly type: 'link'; readonly url: string; readonly children: readonly Node[] }
  | { readonly type: 'mention'; readonly kind: MentionKind; readonly id: string; readonly name: string }
  | { readonly type: 'time'; readonly seconds: number; readonly style: string };
type Marked = 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler' | 'quote' | 'small';
export type MentionKind = 'user' | 'role' | 'channel' | 'command' | 'everyone';

/**
 * Discord's Markdown as a tree: headings, lists, quotes, code, marks, spoilers, mentions, timestamps, links. Only
 * http and https become links; what is not understood stays text. Source: Discord's "Markdown Text 101" and its
 * reference on message formatting.
 */
export function parseMarkdown(text: string): Node[] {
  const nodes: Node[] = [];
  let rest = text;
  for (;;) {
    const fence = /```(?:[\w+-]*\n)?([\s\S]+?)```/.exec(rest);
    if (fence === null) return [...nodes, ...blocks(rest)];
    nodes.push(...blocks(rest.slice(0, fence.index).replace(/\n$/, '')));
    nodes.push({ type: 'block', text: (fence[1] ?? '').replace(/\n$/, '') });
    rest = rest.slice(fence.index + fence[0].length).replace(/^\n/, '');
  }
}

const LIST_ITEM = /^( *)(?:[-*]|(\d{1,9})\.) +(.*)$/;

function blocks(text: string): Node[] {
  if (text === '') return [];
  const nodes: Node[] = [];
  const lines = text.split('\n');
  let isAfterText = false;
  while (lines.length > 0) {
    const line = lines[0] ?? '';
    const heading = /^(#{1,3}) +(.+)$/.exec(line);
    const small = /^-# +(.+)$/.exec(line);
    if (line.startsWith('>>> ')) {
      const quoted = lines.splice(0).join('\n').slice(4);
      nodes.push({ type: 'quote', children: blocks(quoted) });
    } else if (line.startsWith('> ')) {
      const count = lines.findIndex((each) => !each.startsWith('> '));
      const quoted = lines.splice(0, count < 0 ? lines.length : count).map((each) => each.slice(2));
      nodes.push({ type: 'quote', children: blocks(quoted.join('\n')) });
    } else if (heading !== null) {
      lines.shift();
      const level = heading[1]?.length === 1 ? 1 : heading[1]?.length === 2 ? 2 : 3;
      nodes.push({ type: 'heading', level, children: parseInline(heading[2] ?? '') });
    } else if (small !== null) {
      lines.shift();
      nodes.push({ type: 'small', children: parseInline(small[1] ?? '') });
    } else if (LIST_ITEM.test(line)) {
      nodes.push(list(lines));
    } else {
      lines.shift();
      if (isAfterText) nodes.push({ type: 'break' });
      nodes.push(...parseInline(line));
      isAfterText = true;
      continue;
    }
    isAfterText = false;
  }
  return nodes;
}

/** Takes the list's lines away from `lines`. Items that stand further right are a list of their own. */
function list(lines: string[]): Node {
  const first = LIST_ITEM.exec(lines[0] ?? '');
  const indent = first?.[1]?.length ?? 0;
  const items: Node[][] = [];
  for (;;) {
    const item = LIST_ITEM.exec(lines[0] ?? '');
    if (item === null || (item[1]?.length ?? 0) < indent) break;
    const last = items.at(-1);
    if ((item[1]?.length ?? 0) > indent && last !== undefined) {
      last.push(list(lines));
    } else {
      lines.shift();
      items.push(parseInline(item[3] ?? ''));
    }
  }
  return { type: 'list', start: first?.[2] === undefined ? null : Number(first[2]), items };
}

type Rule = readonly [RegExp, (match: RegExpExecArray) => Node];

const marked =
  (type: Marked) =>
  (match: RegExpExecArray): Node => ({ type, children: parseInline(match[1] ?? '') });
const mention =
  (kind: MentionKind) =>
  (match: RegExpExecArray): Node => ({ type: 'mention', kind, id: match[1] ?? '', name: match[2] ?? '' });
const URL_TEXT = 'https?:\\/\\/[^\\s<>]+';
const link = (url: string, children: readonly Node[]): Node => ({ type: 'link', url, children });
const plainLink = (match: RegExpExecArray): Node => {
  const url = match[1] ?? match[0];
  return link(url, [{ type: 'text', text: url }]);
};

/** Tried in this order wherever one of their first letters stands. */
const RULES: readonly Rule[] = [
  [/\\([^\w\s])/y, (match) => ({ type: 'text', text: match[1] ?? '' })],
  [/``([^\n]+?)``/y, (match) => ({ type: 'code', text: (match[1] ?? '').trim() })],
  [/`([^`\n]+)`/y, (match) => ({ type: 'code', text: match[1] ?? '' })],
  [
    /<t:(-?\d{1,13})(?::([tTdDfFR]))?>/y,
    (match) => ({ type: 'time', seconds: Number(match[1]), style: match[2] ?? 'f' }),
  ],
  [/<@!?(\d+)>/y, mention('user')],
  [/<@&(\d+)>/y, mention('role')],
  [/<#(\d+)>/y, mention('channel')],
  [
    /<\/([^:>]+):(\d+)>/y,
    (match) => ({ type: 'mention', kind: 'command', id: match[2] ?? '', name: match[1] ?? '' }),
  ],
  [/@(everyone|here)\b/y, (match) => ({ type: 'mention', kind: 'everyone', id: '', name: match[1] ?? '' })],
  [/<a?:(\w{2,32}):\d+>/y, (match) => ({ type: 'text', text: `:${match[1]}:` })],
  [new RegExp(`<(${URL_TEXT})>`, 'y'), plainLink],
  [
    new RegExp(`\\[([^\\]\\n]+)\\]\\(<?(${URL_TEXT.replace('<>', '<>()')})>?\\)`, 'y'),
    (match) => link(match[2] ?? '', parseInline(match[1] ?? '')),
  ],
  [new RegExp(`${URL_TEXT}(?<![.,:;!?)'"])`, 'y'), plainLink],
  [/\*\*(?=\S)([^\n]+?)\*\*(?!\*)/y, marked('bold')],
  [/__(?=\S)([^\n]+?)__(?!_)/y, marked('underline')],
  [/~~(?=\S)([^\n]+?)~~/y, marked('strike')],
  [/\|\|(?=\S)([^\n]+?)\|\|/y, marked('spoiler')],
  [/\*(?=\S)([^*\n]+?)\*(?!\*)/y, marked('italic')],
  [/(?<!\w)_(?=\S)([^_\n]+?)_(?!\w)/y, marked('italic')],
];

/** One line of text. */
function parseInline(text: string): Node[] {
  const nodes: Node[] = [];
  let plain = '';
  const flush = () => {
    if (plain !== '') nodes.push({ type: 'text', text: plain });
    plain = '';
  };
  let at = 0;
  while (at < text.length) {
    const found = /[\\`<@[h*_~|]/.test(text[at] ?? '') ? match(text, at) : undefined;
    if (found === undefined) {
      plain += text[at];
      at += 1;
      continue;
    }
    if (found.node.type === 'text') plain += found.node.text;
    else {
      flush();
      nodes.push(found.node);
    }
    at = found.end;
  }
  flush();
  return nodes;
}

function match(text: string, at: number): { node: Node; end: number } | undefined {
  for (const [expression, make] of RULES) {
    expression.lastIndex = at;
    const found = expression.exec(text);
    if (found !== null) return { node: make(found), end: at + found[0].length };
  }
  return undefined;
}

import { describe, expect, it } from 'vitest';
import { type Node, parseMarkdown } from './markdown.ts';

/** The tree as short text: `bold(a)`. */
function short(nodes: readonly Node[]): string {
  return nodes.map(one).join(' ');
}

function one(node: Node): string {
  if (node.type === 'text') return node.text;
  if (node.type === 'break') return '/';
  if (node.type === 'code' || node.type === 'block') return `${node.type}(${node.text})`;
  if (node.type === 'time') return `time(${node.seconds} ${node.style})`;
  if (node.type === 'mention') return `${node.kind}(${node.id}${node.name})`;
  if (node.type === 'list') return `list${node.start ?? ''}(${node.items.map(short).join('; ')})`;
  if (node.type === 'link') return `link(${node.url} ${short(node.children)})`;
  return `${node.type}(${short(node.children)})`;
}

const shown = (text: string) => short(parseMarkdown(text));

describe('marks', () => {
  it.each([
    ['**a *b* c**', 'bold(a  italic(b)  c)'],
    ['__a__ _b_ ~~c~~ ||d||', 'underline(a)   italic(b)   strike(c)   spoiler(d)'],
    ['`**a**` and ``a`b``', 'code(**a**)  and  code(a`b)'],
    ['snake_case_name 2 * 3 * 4', 'snake_case_name 2 * 3 * 4'],
    ['\\*not\\* this', '*not* this'],
    ['**open', '**open'],
  ])('%s', (text, tree) => expect(shown(text)).toBe(tree));
});

describe('blocks', () => {
  it.each([
    ['# Big\n-# small', 'heading(Big) small(small)'],
    ['> a\n> b\nc', 'quote(a / b) c'],
    ['>>> a\nb', 'quote(a / b)'],
    ['- a\n  - b\n- c', 'list(a list(b); c)'],
    ['3. a\n4. b', 'list3(a; b)'],
    ['a\n```js\nb\n```\nc', 'a block(b) c'],
    ['a\nb', 'a / b'],
  ])('%s', (text, tree) => expect(shown(text)).toBe(tree));
});

describe('what Discord writes in angle brackets', () => {
  it.each([
    ['<t:1700000000:R>', 'time(1700000000 R)'],
    ['<t:1700000000>', 'time(1700000000 f)'],
    [
      '<@1> <@!2> <@&3> <#4> </points add:5>',
      'user(1)   user(2)   role(3)   channel(4)   command(5points add)',
    ],
    ['@everyone', 'everyone(everyone)'],
  ])('%s', (text, tree) => expect(shown(text)).toBe(tree));
});

describe('links', () => {
  it.each([
    ['see https://a.test/x.', 'see  link(https://a.test/x https://a.test/x) .'],
    ['<https://a.test>', 'link(https://a.test https://a.test)'],
    ['[**a**](https://a.test)', 'link(https://a.test bold(a))'],
  ])('%s', (text, tree) => expect(shown(text)).toBe(tree));

  it.each(['[a](javascript:alert(1))', '[a](data:text/html,x)', '<javascript:alert(1)>', '[a](vbscript:x)'])(
    'that are not http stay text: %s',
    (text) => expect(shown(text)).not.toContain('link('),
  );
});

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseSync } from 'vite';

/** A statement of the source, as the `sql` tag builds it; `{rows}` still stands for the row limit. */
export interface CollectedStatement {
  /** `shared/members/member.ts FIND_MEMBER`. */
  readonly name: string;
  readonly file: string;
  readonly text: string;
  /** It is written into other statements (`${MEMBER_COLUMNS}`), so it may be no whole statement. */
  readonly isFragment: boolean;
  /** It is put together by a function, and this is one of the examples that its file gives in `BUILT_STATEMENTS`. */
  readonly isExample: boolean;
}

interface Template {
  readonly file: string;
  /** Of the constant; undefined inside a function. */
  readonly constant: string | undefined;
  readonly line: number;
  readonly texts: readonly string[];
  readonly parts: readonly unknown[];
}

type Node = Readonly<Record<string, unknown>>;

const SOURCES = ['functions', 'shared', 'scripts', 'local'];
const VERB = /^(SELECT|WITH|INSERT|UPDATE|DELETE|MERGE|CREATE|ALTER|DROP|GRANT|REVOKE|BEGIN|DECLARE|SET)\b/i;

/**
 * Every statement that the source can send to a database: each template with the `sql` tag, found in the syntax
 * tree, so that none can be forgotten. A part `${NAME}` is looked up among the constants, in other files too;
 * for anything else the file must export `BUILT_STATEMENTS` with examples of it, else this throws.
 */
export async function collectStatements(root: string): Promise<CollectedStatement[]> {
  const files = SOURCES.flatMap((folder) => sourceFiles(join(root, folder))).sort();
  const templates = files.flatMap((file) => templatesOf(file));
  const used = new Set(templates.flatMap((template) => partsOf(template, templates)));
  const statements: CollectedStatement[] = [];
  for (const template of templates) {
    const { constant, line } = template;
    const name = `${relative(root, template.file)} ${constant ?? `line ${line}`}`;
    const text = resolve(template, templates);
    const common = { name, file: relative(root, template.file) };
    if (text !== undefined) {
      const isFragment = used.has(template);
      if (!isFragment && !VERB.test(text)) throw new Error(`${name} is neither a statement nor part of one.`);
      statements.push({ ...common, text, isFragment, isExample: false });
      continue;
    }
    const examples = (await examplesOf(template.file)).filter((each) => couldBe(each, template.texts));
    if (examples.length === 0)
      throw new Error(`${name} is built from parts, and BUILT_STATEMENTS has no example of it.`);
    statements.push(
      ...examples.map((each) => ({ ...common, text: each, isFragment: false, isExample: true })),
    );
  }
  return statements;
}

/** What is there for tests only, by its name. */
const FOR_TESTS = /\.(test|bench|d)\.ts$|(^|\/)(test|fake|dying)-[\w-]+\.ts$/;

export function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !FOR_TESTS.test(file))
    .map((file) => join(folder, file));
}

function templatesOf(file: string): Template[] {
  const source = readFileSync(file, 'utf8');
  if (!source.includes('sql`')) return [];
  const found: Template[] = [];
  walk(parseSync(file, source).program, undefined, (node, constant) => {
    if (node['type'] !== 'TaggedTemplateExpression' || identifier(node['tag']) !== 'sql') return;
    const quasi = asNode(node['quasi']);
    const texts = asList(quasi['quasis']).map((piece) => String(asNode(asNode(piece)['value'])['raw']));
    const line = source.slice(0, Number(node['start'])).split('\n').length;
    found.push({ file, constant, line, texts, parts: asList(quasi['expressions']) });
  });
  return found;
}

/** Visits every node with the name of the module constant it initialises, if it does. */
function walk(
  value: unknown,
  constant: string | undefined,
  visit: (node: Node, constant: string | undefined) => void,
): void {
  if (Array.isArray(value)) {
    for (const each of value) walk(each, undefined, visit);
  } else if (isNode(value)) {
    visit(value, constant);
    const declared = value['type'] === 'VariableDeclarator' ? identifier(value['id']) : undefined;
    for (const [key, each] of Object.entries(value)) walk(each, key === 'init' ? declared : undefined, visit);
  }
}

/** The whole text, or undefined where a part is no constant. */
function resolve(template: Template, all: readonly Template[]): string | undefined {
  const parts = partsOf(template, all).map((part) => part && resolve(part, all));
  if (parts.includes(undefined)) return undefined;
  return String.raw({ raw: template.texts }, ...parts).trim();
}

function partsOf(template: Template, all: readonly Template[]): (Template | undefined)[] {
  return template.parts.map((part) => {
    const name = identifier(part);
    const constants = all.filter((each) => each.constant !== undefined && each.constant === name);
    return constants.find((each) => each.file === template.file) ?? imported(template, name, constants);
  });
}

function imported(
  template: Template,
  name: string | undefined,
  constants: readonly Template[],
): Template | undefined {
  const source = readFileSync(template.file, 'utf8');
  for (const [, names, from] of source.matchAll(/import\s*\{([^}]*)\}\s*from\s*'(\.[^']+)'/g)) {
    if (names === undefined || from === undefined || !names.split(/[\s,]+/).includes(name ?? '')) continue;
    const path = join(dirname(template.file), from);
    const found = constants.find((each) => each.file === path);
    if (found !== undefined) return found;
  }
  return undefined;
}

async function examplesOf(file: string): Promise<string[]> {
  const module: unknown = await import(pathToFileURL(file).href);
  return isNode(module) ? asList(module['BUILT_STATEMENTS'] ?? []).map(String) : [];
}

/** Whether a text could have been built by a template: its fixed pieces are there, in order. */
function couldBe(text: string, pieces: readonly string[]): boolean {
  const pattern = pieces.map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+');
  return new RegExp(`^${pattern.trim()}$`, 's').test(text);
}

function identifier(value: unknown): string | undefined {
  return isNode(value) && value['type'] === 'Identifier' ? String(value['name']) : undefined;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asNode(value: unknown): Node {
  if (!isNode(value)) throw new Error('The syntax tree is not as expected.');
  return value;
}

function asList(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error('The syntax tree is not as expected.');
  return value;
}

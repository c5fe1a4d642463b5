import * as z from 'zod/mini';

/** What would change, in words: a line each, additions first. */
export interface CommandsDiff {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
}

const Localizations = z._default(z.nullable(z.record(z.string(), z.string())), {});
const Choice = z.object({ name: z.string(), value: z.unknown(), name_localizations: Localizations });
const Node = z.looseObject({
  type: z._default(z.int(), 1),
  name: z.string(),
  description: z._default(z.string(), ''),
  options: z._default(z.nullable(z.array(z.unknown())), []),
  choices: z._default(z.nullable(z.array(Choice)), []),
  name_localizations: Localizations,
  description_localizations: Localizations,
});
type Node = z.infer<typeof Node>;

/** What a command says about itself besides its name and options, and what Discord leaves out when it is so. */
const PROPERTIES: Readonly<Record<string, unknown>> = {
  type: 1,
  required: false,
  autocomplete: false,
  min_value: null,
  max_value: null,
  min_length: null,
  max_length: null,
  channel_types: null,
  default_member_permissions: null,
  nsfw: false,
};

/** Compares the commands that are registered with those that are wanted. */
export function diffCommands(registered: readonly unknown[], wanted: readonly unknown[]): CommandsDiff {
  const before = flatten(registered);
  const after = flatten(wanted);
  return {
    added: [...after.keys()].filter((path) => !before.has(path)),
    removed: [...before.keys()].filter((path) => !after.has(path)),
    changed: [...after].flatMap(([path, properties]) => {
      const old = before.get(path);
      return old === undefined ? [] : changes(path, old, properties);
    }),
  };
}

/** The diff for a console; `no change` when there is none. */
export function describeDiff({ added, removed, changed }: CommandsDiff): string[] {
  const lines = [
    ...added.map((path) => `+ ${path}`),
    ...removed.map((path) => `- ${path}`),
    ...changed.map((line) => `~ ${line}`),
  ];
  return lines.length === 0 ? ['no change'] : lines;
}

type Properties = Readonly<Record<string, string>>;

/** Every command, subcommand and option by what a member would type: `/points add`, `/points add amount`. */
function flatten(commands: readonly unknown[]): Map<string, Properties> {
  const found = new Map<string, Properties>();
  function visit(content: unknown, parent: string): void {
    const node = Node.parse(content);
    const path = parent === '' ? topName(node) : `${parent} ${node.name}`;
    found.set(path, properties(node));
    for (const option of node.options ?? []) visit(option, path);
  }
  for (const command of commands) visit(command, '');
  return found;
}

/** User menus (type 2) are no slash commands. */
function topName(node: Node): string {
  return node.type === 1 ? `/${node.name}` : `menu "${node.name}"`;
}

function properties(node: Node): Properties {
  const own: Record<string, string> = { description: JSON.stringify(node.description) };
  Object.assign(own, inLocales('name', node.name_localizations));
  Object.assign(own, inLocales('description', node.description_localizations));
  for (const { value, name_localizations } of node.choices ?? [])
    Object.assign(own, inLocales(`choice ${value}`, name_localizations));
  const choices = (node.choices ?? []).map(({ name, value }) => (name === value ? name : `${name}=${value}`));
  if (choices.length > 0) own['choices'] = choices.join(', ');
  for (const [name, usual] of Object.entries(PROPERTIES)) {
    const value = node[name] ?? usual;
    if (JSON.stringify(value) !== JSON.stringify(usual)) own[name] = JSON.stringify(value);
  }
  return own;
}

/** `description (de)`. */
function inLocales(what: string, texts: Readonly<Record<string, string>> | null): Properties {
  return Object.fromEntries(
    Object.entries(texts ?? {}).map(([locale, text]) => [`${what} (${locale})`, JSON.stringify(text)]),
  );
}

function changes(path: string, before: Properties, after: Properties): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names]
    .filter((name) => before[name] !== after[name])
    .map((name) => `${path}: ${name} ${before[name] ?? 'none'} -> ${after[name] ?? 'none'}`);
}

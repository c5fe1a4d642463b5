/** `/guilds/{guild_id}/roles` as a matcher. A parameter is a part of one path segment. */
export interface PathTemplate {
  readonly template: string;
  /** The parameters by name, decoded; undefined when the path does not match. */
  match(path: string): Readonly<Record<string, string>> | undefined;
  /** More letters outside parameters come first: `@original` before `{message_id}`. */
  readonly literalLength: number;
}

export function pathTemplate(template: string): PathTemplate {
  const names: string[] = [];
  const source = template
    .split(/(\{[^}]+\})/)
    .map((part) => {
      if (!part.startsWith('{')) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      names.push(part.slice(1, -1));
      return '([^/]+?)';
    })
    .join('');
  const expression = new RegExp(`^${source}$`);
  return {
    template,
    literalLength: template.replace(/\{[^}]+\}/g, '').length,
    match(path) {
      const found = expression.exec(path);
      if (found === null) return undefined;
      const parameters: Record<string, string> = {};
      for (const [index, name] of names.entries()) parameters[name] = decode(found[index + 1] ?? '');
      return parameters;
    },
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

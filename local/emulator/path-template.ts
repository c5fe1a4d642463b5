/** `/guilds/{guild_id}/roles` as a matcher. A parameter is a part of one path segment. */
export interface PathTemplate {
  readonly template: string;
  /** The parameters by name, decoded; undefined when the path does not match. `%40original` matches `@original`. */
  match(path: string): Readonly<Record<string, string>> | undefined;
  /** More letters outside parameters come first: `@original` before `{message_id}`. */
  readonly literalLength: number;
}

export function pathTemplate(template: string): PathTemplate {
  const segments = template.split('/').map(segmentTemplate);
  return {
    template,
    literalLength: template.replace(/\{[^}]+\}/g, '').length,
    match(path) {
      const given = path.split('/');
      if (given.length !== segments.length) return undefined;
      const parameters: Record<string, string> = {};
      for (const [index, segment] of segments.entries()) {
        const found = segment.expression.exec(decode(given[index] ?? ''));
        if (found === null) return undefined;
        for (const [position, name] of segment.names.entries()) parameters[name] = found[position + 1] ?? '';
      }
      return parameters;
    },
  };
}

/** The path with its escapes resolved, for people and for faults' routes; an escaped slash stays escaped. */
export function readablePath(path: string): string {
  return path
    .split('/')
    .map((segment) => (decode(segment).includes('/') ? segment : decode(segment)))
    .join('/');
}

function segmentTemplate(segment: string): { expression: RegExp; names: readonly string[] } {
  const names: string[] = [];
  const source = segment
    .split(/(\{[^}]+\})/)
    .map((part) => {
      if (!part.startsWith('{')) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      names.push(part.slice(1, -1));
      return '([\\s\\S]+?)';
    })
    .join('');
  return { expression: new RegExp(`^${source}$`), names };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

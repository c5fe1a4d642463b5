/** Where a 50035 says something is wrong: `embeds.0.title`. */
export function errorPaths(json: unknown): string[] {
  const places: string[] = [];
  const walk = (node: unknown, path: readonly string[]): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key === '_errors') places.push(path.join('.'));
      else walk(value, [...path, key]);
    }
  };
  if (typeof json === 'object' && json !== null && 'errors' in json) walk(json.errors, []);
  return places;
}

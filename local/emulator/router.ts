import { type PathTemplate, pathTemplate } from './path-template.ts';

interface Entry<H> {
  readonly method: string;
  readonly template: PathTemplate;
  readonly handler: H;
}

export interface RouteMatch<H> {
  readonly handler: H;
  /** `METHOD /template`. */
  readonly route: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Finds the handler of a request among `METHOD /path/{parameter}` routes; the most literal template wins. */
export class Router<H> {
  readonly #entries: readonly Entry<H>[];

  constructor(routes: Readonly<Record<string, H>>) {
    this.#entries = Object.entries(routes)
      .map(([key, handler]) => {
        const [method = '', template = ''] = key.split(' ');
        return { method, template: pathTemplate(template), handler };
      })
      .sort((a, b) => b.template.literalLength - a.template.literalLength);
  }

  find(method: string, path: string): RouteMatch<H> | undefined {
    for (const entry of this.#entries) {
      if (entry.method !== method) continue;
      const parameters = entry.template.match(path);
      if (parameters !== undefined) {
        return { handler: entry.handler, route: `${method} ${entry.template.template}`, parameters };
      }
    }
    return undefined;
  }

  /** Whether any method is known for this path: 405 instead of 404. */
  knowsPath(path: string): boolean {
    return this.#entries.some((entry) => entry.template.match(path) !== undefined);
  }
}

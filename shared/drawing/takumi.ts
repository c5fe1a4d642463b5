import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

type Style = Readonly<Record<string, string | number>>;

/** A box with boxes and texts in it, laid out and painted as CSS says. */
export type Node =
  | { readonly type: 'container'; readonly style: Style; readonly children?: readonly Node[] }
  | { readonly type: 'text'; readonly style: Style; readonly text: string };

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What is used of @takumi-rs/core: the package and its native file alone both offer it. */
interface Library {
  readonly Renderer: new () => {
    registerFont(font: { readonly name: string; readonly data: Uint8Array }): Promise<unknown>;
    render(node: Node, options: Size & { readonly format: 'png' | 'raw' }): Promise<Uint8Array>;
  };
}

export interface Renderer {
  /** Makes a font known under a name, by which a style's `fontFamily` finds it. TTF, OTF or WOFF2. */
  registerFont(name: string, data: Uint8Array): Promise<void>;
  /** A PNG of that size, or its pixels as RGBA. */
  render(node: Node, size: Size, format?: 'png' | 'raw'): Promise<Uint8Array>;
}

/**
 * Loads the library: its native file beside the bundle, where the build laid it, otherwise from its package. Throws when
 * there is none for this processor. The only file that knows the library.
 */
export function openRenderer(): Renderer {
  const beside = join(import.meta.dirname, 'takumi.node');
  const load = createRequire(join(import.meta.dirname, 'here.js'));
  const library: Library = load(existsSync(beside) ? beside : '@takumi-rs/core');
  const renderer = new library.Renderer();
  return {
    async registerFont(name, data) {
      await renderer.registerFont({ name, data });
    },
    render: (node, size, format = 'png') => renderer.render(node, { ...size, format }),
  };
}

import { readFile } from 'node:fs/promises';
import { activityChart, CHART } from './activity-chart.ts';
import { type Font, fontsIn, packedFonts } from './font-index.ts';
import { Typesetter } from './layout.ts';
import { Picture } from './picture.ts';
import { CARD, rankCard } from './rank-card.ts';
import { type Node, openRenderer, type Renderer, type Size } from './takumi.ts';

/** Everything that pictures are drawn with; kept for the life of the process. */
interface Studio {
  readonly renderer: Renderer;
  readonly fonts: readonly Font[];
  /** Those that the renderer knows, or will know. */
  readonly registered: Map<string, Promise<void>>;
}

let studio: Studio | undefined;

/**
 * Draws a picture as PNG. The same picture, fonts and version give the same bytes, whatever was drawn before. Throws what
 * zod throws of data that is none, and what the library throws.
 */
export async function drawPicture(picture: unknown, format: 'png' | 'raw' = 'png'): Promise<Uint8Array> {
  const { renderer, fonts, registered } = openStudio();
  const set = new Typesetter(fonts);
  const { node, size } = layOut(Picture.parse(picture), set);
  await Promise.all(fonts.filter(({ name }) => set.used.has(name)).map((font) => register(font)));
  return renderer.render(node, size, format);

  function register({ name, path }: Font): Promise<void> {
    const known = registered.get(name);
    if (known !== undefined) return known;
    const registering = readFile(path).then((data) => renderer.registerFont(name, data));
    registered.set(name, registering);
    // The next picture tries again.
    registering.catch(() => registered.delete(name));
    return registering;
  }
}

/** Loads the library and the fonts of most texts. */
export async function prepare(): Promise<void> {
  await drawPicture({
    kind: 'rank-card',
    color: '#c8a24a',
    ...{ clan: 'A', name: 'A', rank: 'A', rankType: 'A', figures: [], note: 'A' },
  });
}

function openStudio(): Studio {
  studio ??= { renderer: openRenderer(), fonts: allFonts(), registered: new Map() };
  return studio;
}

/** With those of FONTS_DIR behind them, which draw what they cannot. */
function allFonts(): Font[] {
  const folder = process.env['FONTS_DIR'];
  if (folder === undefined || folder === '') return packedFonts();
  return [...packedFonts(), ...fontsIn(folder, (problem) => process.stderr.write(`FONTS_DIR: ${problem}\n`))];
}

function layOut(picture: Picture, set: Typesetter): { readonly node: Node; readonly size: Size } {
  switch (picture.kind) {
    case 'rank-card':
      return { node: rankCard(picture, set), size: CARD };
    case 'activity':
      return { node: activityChart(picture, set), size: CHART };
  }
}

import type { Drawing } from './picture.ts';

/** Draws with what lies beside the bundles (`drawing.cjs`, the library, the fonts), loaded at first use. */
export const DRAWING: Drawing = {
  async draw(picture) {
    const { drawPicture } = await import('./draw-picture.ts');
    return drawPicture(picture);
  },
  async prepare() {
    const { prepare } = await import('./draw-picture.ts');
    await prepare();
  },
};

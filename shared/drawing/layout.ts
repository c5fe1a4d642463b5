import { INK, mix } from './colors.ts';
import { drawnText } from './drawn-text.ts';
import type { Font } from './font-index.ts';
import type { Node, Size } from './takumi.ts';

type Style = Readonly<Record<string, string | number>>;

/** A box that lays its children out beside each other, or below each other with `flexDirection: 'column'`. */
export function box(style: Style, children: readonly Node[] = []): Node {
  return { type: 'container', style: { display: 'flex', flexShrink: 0, ...style }, children };
}

/** A whole picture, its parts below each other. `tint`: how much of the accent is at its left, up to `until` of the width. */
export function frame(
  {
    size,
    padding,
    accent,
    tint,
    until,
  }: Readonly<Record<'padding' | 'accent' | 'until', string>> & {
    readonly size: Size;
    readonly tint: number;
  },
  children: readonly Node[],
): Node {
  return box(
    {
      ...size,
      flexDirection: 'column',
      justifyContent: 'space-between',
      padding,
      borderRadius: 30,
      overflow: 'hidden',
      backgroundColor: INK.background,
      backgroundImage: `linear-gradient(115deg, ${mix(INK.background, accent, tint)} 0%, ${INK.background} ${until})`,
    },
    children,
  );
}

export interface TextStyle {
  readonly size: number;
  /** Default: 600. */
  readonly weight?: number;
  readonly color?: string;
  /** What does not fit ends in an ellipsis. Left out: as wide as the text. */
  readonly maxWidth?: number;
  /** So many characters at most, as people see them. */
  readonly max: number;
}

/** Sets texts, and keeps which fonts they need. */
export class Typesetter {
  readonly #fonts: readonly Font[];
  readonly #used = new Set<string>();

  constructor(fonts: readonly Font[]) {
    this.#fonts = fonts;
  }

  /** The fonts of all texts that were set. */
  get used(): ReadonlySet<string> {
    return this.#used;
  }

  /** One line, as high as any writing needs, whatever is in it. */
  text(text: string, { size, weight = 600, color = INK.text, maxWidth, max }: TextStyle): Node {
    const { text: drawn, fonts } = drawnText(text, this.#fonts, max);
    for (const font of fonts) this.#used.add(font);
    return {
      type: 'text',
      // Without a character there is no line.
      text: drawn === '' ? '\u00a0' : drawn,
      style: {
        fontFamily: fonts.map((name) => `'${name}'`).join(', '),
        fontSize: size,
        fontWeight: weight,
        color,
        height: lineHeight(size),
        lineHeight: `${lineHeight(size)}px`,
        whiteSpace: 'nowrap',
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        flexShrink: 0,
        ...(maxWidth === undefined ? {} : { maxWidth }),
      },
    };
  }
}

/** Of a line of that size of letters. */
export function lineHeight(size: number): number {
  return Math.round(size * 1.4);
}

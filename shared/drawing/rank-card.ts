import { accentOf, INK, inkOn, mix } from './colors.ts';
import { box, frame, type Typesetter } from './layout.ts';
import type { RankCard } from './picture.ts';
import type { Node, Size } from './takumi.ts';

/** About twice the size at which Discord shows it. */
export const CARD: Size = { width: 1000, height: 400 };

const EDGE = 44;
const AVATAR = 148;
const INSIDE = CARD.width - 2 * EDGE;
const BESIDE_AVATAR = INSIDE - AVATAR - 34;
const BAR = { height: 22, radius: 11 } as const;

/** A member's rank, points, place and progress, in the clan's colour. */
export function rankCard(card: RankCard, set: Typesetter): Node {
  const accent = accentOf(card.color);
  return frame({ size: CARD, padding: `34px ${EDGE}px 36px`, accent, tint: 0.28, until: '62%' }, [
    box({ gap: 34, alignItems: 'center' }, [avatar(card, accent, set), who(card, accent, set)]),
    figures(card, set),
    progress(card, accent, set),
  ]);
}

function avatar({ name }: RankCard, accent: string, set: Typesetter): Node {
  const round = { alignItems: 'center', justifyContent: 'center', borderRadius: AVATAR / 2 } as const;
  return box(
    {
      ...round,
      width: AVATAR,
      height: AVATAR,
      backgroundColor: accent,
      backgroundImage: `linear-gradient(160deg, ${mix(accent, '#ffffff', 0.18)} 0%, ${mix(accent, '#000000', 0.22)} 100%)`,
      border: `6px solid ${INK.background}`,
    },
    [
      set.text(initialOf(name), {
        size: 72,
        weight: 700,
        color: inkOn(accent),
        maxWidth: AVATAR - 12,
        max: 1,
      }),
    ],
  );
}

/** The first character that is a letter or a digit, otherwise the first of all. */
function initialOf(name: string): string {
  return (/[\p{L}\p{N}]\p{M}*/u.exec(name)?.[0] ?? name).toUpperCase();
}

function who({ clan, name, rank, rankType }: RankCard, accent: string, set: Typesetter): Node {
  const maxWidth = BESIDE_AVATAR;
  const pill = box(
    { height: 46, alignItems: 'center', padding: '0 22px', borderRadius: 23, backgroundColor: accent },
    [set.text(rank, { size: 25, weight: 700, color: inkOn(accent), maxWidth: 430, max: 40 })],
  );
  return box({ flexDirection: 'column', gap: 4, width: BESIDE_AVATAR }, [
    set.text(clan, { size: 22, color: INK.quiet, maxWidth, max: 60 }),
    set.text(name, { size: 46, weight: 700, maxWidth, max: 40 }),
    box({ alignItems: 'center', gap: 18, paddingTop: 4 }, [
      pill,
      set.text(rankType, { size: 22, color: INK.quiet, maxWidth: 200, max: 40 }),
    ]),
  ]);
}

function figures({ figures: all }: RankCard, set: Typesetter): Node {
  const maxWidth = INSIDE / 3 - 20;
  return box(
    { gap: 20 },
    all.map(({ label, value }) =>
      box({ flexDirection: 'column', width: maxWidth }, [
        set.text(label, { size: 20, color: INK.quiet, maxWidth, max: 40 }),
        set.text(value, { size: 34, weight: 700, maxWidth, max: 20 }),
      ]),
    ),
  );
}

function progress({ progress: way, note }: RankCard, accent: string, set: Typesetter): Node {
  const line = box({ justifyContent: 'space-between', gap: 20, width: INSIDE }, [
    set.text(note, { size: 23, maxWidth: way === undefined ? INSIDE : INSIDE - 240, max: 80 }),
    ...(way === undefined
      ? []
      : [set.text(way.value, { size: 23, color: INK.quiet, maxWidth: 220, max: 30 })]),
  ]);
  if (way === undefined) return line;
  const full = box({
    ...BAR,
    // A beginning is seen as one, round at both ends.
    width: Math.max(way.part === 0 ? 0 : BAR.height, Math.round(INSIDE * way.part)),
    borderRadius: BAR.radius,
    backgroundColor: accent,
    backgroundImage: `linear-gradient(90deg, ${mix(accent, '#000000', 0.18)} 0%, ${accent} 100%)`,
  });
  const bar = box(
    {
      width: INSIDE,
      height: BAR.height,
      borderRadius: BAR.radius,
      backgroundColor: INK.line,
      overflow: 'hidden',
    },
    [full],
  );
  return box({ flexDirection: 'column', gap: 10 }, [line, bar]);
}

import * as z from 'zod/mini';

const Text = z.string().check(z.maxLength(300));
const Color = z.string().check(z.regex(/^#[0-9a-fA-F]{6}$/));
/** From 0 to 1. */
const Part = z.number().check(z.minimum(0), z.maximum(1));
const Amount = z.int().check(z.minimum(0));

/** A figure with its caption; both as they are drawn. */
const Figure = z.object({ label: Text, value: Text });

const RankCard = z.object({
  kind: z.literal('rank-card'),
  color: Color,
  clan: Text,
  name: Text,
  rank: Text,
  rankType: Text,
  figures: z.array(Figure).check(z.maxLength(3)),
  /** Left out where no rank by points is above. */
  progress: z.optional(z.object({ part: Part, value: Text })),
  /** What the next rank needs, or why there is none. */
  note: Text,
});

const ActivityChart = z.object({
  kind: z.literal('activity'),
  color: Color,
  title: Text,
  subtitle: Text,
  figures: z.array(Figure).check(z.maxLength(3)),
  weeks: z
    .array(z.object({ label: Text, points: Amount, value: Text, onLeave: z._default(z.boolean(), false) }))
    .check(z.minLength(1), z.maxLength(26)),
  quota: z.optional(z.object({ points: Amount, label: Text })),
  /** What the colour of weeks on leave means; left out where there are none. */
  leaveLabel: z.optional(Text),
});

/**
 * A picture as data: every text as it is drawn, in the reader's language, not escaped. It is stored with the reply and
 * drawn at delivery, so that each delivery draws the same.
 */
export const Picture = z.discriminatedUnion('kind', [RankCard, ActivityChart]);
export type Picture = z.infer<typeof Picture>;
export type RankCard = z.infer<typeof RankCard>;
export type ActivityChart = z.infer<typeof ActivityChart>;

/** A picture to be sent with a message. */
export interface AttachedPicture {
  readonly picture: Picture;
  /** Of the file, with its ending. */
  readonly name: string;
  /** The same facts as text, for who does not see the picture: 1,024 characters at most. */
  readonly description: string;
}

/** Draws pictures, for the functions that do. */
export interface Drawing {
  /** Draws a picture as PNG; the same picture gives the same bytes. Throws when it cannot be drawn. */
  draw(picture: unknown): Promise<Uint8Array>;
  /** Loads what drawing needs, so that the first picture does not wait for it. Throws when it cannot be loaded. */
  prepare(): Promise<void>;
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as z from 'zod/mini';
import { charactersOf, writeRanges } from './characters.ts';
import { codePointsOf, type Range } from './cmap.ts';
import { PACKED_FONTS } from './font-list.ts';

/** A font file and what it can draw. */
export interface Font {
  /** Of the family in a picture's style. */
  readonly name: string;
  readonly path: string;
  /** Whether it has a glyph for a character. */
  readonly has: (character: string) => boolean;
}

/** The folder beside the bundles in which the build lays the fonts, and its list of what each can draw. */
export const FONTS_FOLDER = 'fonts';
export const FONT_INDEX = 'index.json';

const Index = z.array(z.object({ name: z.string(), file: z.string(), characters: z.string() }));

/**
 * The fonts that come with the bot: as the build has listed them beside the bundle, otherwise from their packages, which
 * takes a moment. In the order in which they are asked for a character.
 */
export function packedFonts(): Font[] {
  const folder = join(import.meta.dirname, FONTS_FOLDER);
  const index = join(folder, FONT_INDEX);
  if (!existsSync(index)) {
    return readPackages().map(({ ranges, ...font }) => ({ ...font, has: charactersOf(ranges) }));
  }
  return Index.parse(JSON.parse(readFileSync(index, 'utf8'))).map(({ name, file, characters }) => ({
    name,
    path: join(folder, file),
    has: charactersOf(characters),
  }));
}

/** The list that the build lays beside the fonts. */
export function fontIndex(): string {
  const listed: z.infer<typeof Index> = readPackages().map(({ name, path, ranges }) => ({
    name,
    file: basename(path),
    characters: writeRanges(ranges),
  }));
  return JSON.stringify(listed);
}

function readPackages(): { name: string; path: string; ranges: Range[] }[] {
  return PACKED_FONTS.map(({ name, path: find }) => {
    const path = find();
    return { name, path, ranges: codePointsOf(readFileSync(path)) };
  });
}

/**
 * The fonts of a folder (TTF, OTF and WOFF2), by their file names. Never throws: a folder or a file that cannot be read
 * goes to `onProblem`, and the others are taken.
 */
export function fontsIn(folder: string, onProblem: (problem: string, error: unknown) => void): Font[] {
  let files: readonly string[] = [];
  try {
    files = readdirSync(folder).filter((file) => /\.(ttf|otf|woff2)$/i.test(file));
  } catch (error) {
    onProblem(`${folder} cannot be read`, error);
  }
  return files.toSorted().flatMap((file) => {
    const path = join(folder, file);
    try {
      return [{ name: `own-${file}`, path, has: charactersOf(codePointsOf(readFileSync(path))) }];
    } catch (error) {
      onProblem(`${path} is no font that can be read (TTF, OTF or WOFF2)`, error);
      return [];
    }
  });
}

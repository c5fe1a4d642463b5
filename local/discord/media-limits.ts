import { isRecord, listOf, textOf } from '../emulator/plain.ts';
import { everyComponent } from './component-tree.ts';
import type { FormProblem } from './form-errors.ts';

type Path = readonly (string | number)[];
type Json = Readonly<Record<string, unknown>>;

const THUMBNAIL = 11;
const GALLERY = 12;
const FILE = 13;
const ATTACHMENT = 'attachment://';

/** A media item of a component, with where it stands and whether it may be a file of the message only. */
interface Media {
  readonly item: Json;
  readonly path: Path;
  readonly onlyAttached: boolean;
}

function mediaOf(component: Json, path: Path): Media[] {
  const of = (item: unknown, at: Path, onlyAttached: boolean) =>
    isRecord(item) ? [{ item, path: at, onlyAttached }] : [];
  if (component['type'] === THUMBNAIL) return of(component['media'], [...path, 'media'], false);
  if (component['type'] === FILE) return of(component['file'], [...path, 'file'], true);
  if (component['type'] !== GALLERY) return [];
  return listOf(component['items']).flatMap((entry, index) =>
    isRecord(entry) ? of(entry['media'], [...path, 'items', index, 'media'], false) : [],
  );
}

/**
 * What a message's components show must be on the web or among its files: `fileNames` are those it will have.
 * Source: Discord's reference on components, "Unfurled Media Item" and "File".
 */
export function mediaProblems(components: readonly unknown[], fileNames: readonly string[]): FormProblem[] {
  return everyComponent(components, ['components'])
    .flatMap(({ component, path }) => mediaOf(component, path))
    .flatMap(({ item, path, onlyAttached }) => {
      const url = textOf(item['url']);
      if (!url.startsWith(ATTACHMENT)) {
        return schemeProblems(url, onlyAttached ? ['attachment'] : ['http', 'https', 'attachment'], [
          ...path,
          'url',
        ]);
      }
      return fileNames.includes(url.slice(ATTACHMENT.length))
        ? []
        : [
            {
              path,
              code: 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
              message: `The referenced attachment was not found: no file ${url} is in the message`,
            },
          ];
    });
}

/** A URL whose scheme Discord does not take in this place. */
export function schemeProblems(url: string, schemes: readonly string[], path: Path): FormProblem[] {
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  if (scheme === undefined || schemes.includes(scheme)) return [];
  const allowed = schemes.map((entry) => `'${entry}'`).join(', ');
  return [
    {
      path,
      code: 'URL_TYPE_INVALID_SCHEME',
      message: `Scheme "${scheme}" is not supported. Scheme must be one of (${allowed}).`,
    },
  ];
}

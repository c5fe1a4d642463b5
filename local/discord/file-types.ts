import { badLength, type FormProblem } from './form-errors.ts';
import { ImpossibleActionError } from './interaction-request.ts';

/** The extensions that a group of `file_types` stood for on 2026-08-06. Source: Discord's reference, "File Type Filtering". */
const GROUPS: ReadonlyMap<unknown, readonly string[]> = new Map([
  ['image', ['.png', '.gif', '.jpg', '.jpeg', '.jfif', '.webp', '.avif']],
  ['video', ['.mp4', '.mov', '.qt', '.webm']],
  ['audio', ['.mp3', '.m4a', '.wav', '.ogg', '.opus', '.flac']],
]);

/** `file_types` of a file upload or of an ATTACHMENT option: up to 10 groups or dot-prefixed extensions. */
export function fileTypeProblems(fileTypes: unknown, path: readonly (string | number)[]): FormProblem[] {
  if (fileTypes === undefined || fileTypes === null) return [];
  if (!Array.isArray(fileTypes)) {
    return [{ path, code: 'LIST_TYPE_CONVERT', message: 'Only iterables may be used in a ListType' }];
  }
  const wrong = fileTypes.flatMap((type, index) =>
    typeof type === 'string' && (GROUPS.has(type) || /^\.[^\s.][^\s]*$/.test(type))
      ? []
      : [
          {
            path: [...path, index],
            code: 'FILE_TYPE_INVALID',
            message: 'Must be image, video, audio or an extension such as .pdf',
          },
        ],
  );
  return fileTypes.length > 10 ? [badLength(path, 0, 10), ...wrong] : wrong;
}

/**
 * Throws `ImpossibleActionError` for a file that Discord's client would not let through. Without a filter every file passes;
 * only the name's end counts.
 */
export function requireFileType(name: string, fileTypes: unknown, label: string): void {
  if (!Array.isArray(fileTypes) || fileTypes.length === 0) return;
  const extensions = fileTypes.flatMap((type) => GROUPS.get(type) ?? `${type}`.toLowerCase());
  if (extensions.some((extension) => name.toLowerCase().endsWith(extension))) return;
  throw new ImpossibleActionError(`"${label}" takes files of ${extensions.join(', ')}, not "${name}".`);
}

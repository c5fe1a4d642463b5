import { InvalidArgumentError } from '@commander-js/extra-typings';

/** An image's tag, of an option. */
export function versionTag(text: string): string {
  if (/^\w[\w.-]{0,127}$/.test(text)) return text;
  throw new InvalidArgumentError('Expected a version such as 1.0.0.');
}

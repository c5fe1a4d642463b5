import { UsageError } from '../command-line.ts';

/** An image in a registry. */
export interface ImageReference {
  /** Host and port, such as `docker.io` or `ocir.eu-frankfurt-1.oci.oraclecloud.com`. */
  readonly registry: string;
  /** The path in it, such as `library/node`. */
  readonly repository: string;
  readonly tag: string;
}

const FORM = /^([\w.-]+(?::\d{1,5})?)\/([a-z0-9._/-]+):(\w[\w.-]{0,127})$/;

/** Reads `<registry>/<repository>:<tag>`. Throws `UsageError`. */
export function parseReference(text: string): ImageReference {
  const [, registry, repository, tag] = FORM.exec(text) ?? [];
  if (registry === undefined || repository === undefined || tag === undefined)
    throw new UsageError(
      `Expected <registry>/<repository>:<tag>, such as docker.io/library/node:22, got ${text}.`,
    );
  return { registry, repository, tag };
}

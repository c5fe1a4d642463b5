import { OperationChecks } from './check-operation.ts';
import { readDocument } from './document.ts';
import { findSpec, warnUnchecked } from './find-spec.ts';

const loaded = new Map<string, OperationChecks>();

/** The checks of an official OpenAPI file, read once per process, at first use; undefined (and said so) when it is nowhere. */
export function loadChecks(
  name: 'discord-openapi.json' | 'roblox-openapi.json',
  prepare: (json: unknown) => unknown = (json) => json,
): OperationChecks | undefined {
  const path = findSpec(name);
  if (path === undefined) {
    warnUnchecked(name);
    return undefined;
  }
  let checks = loaded.get(path);
  if (checks === undefined) {
    checks = new OperationChecks(() => readDocument(path, prepare));
    loaded.set(path, checks);
  }
  return checks;
}

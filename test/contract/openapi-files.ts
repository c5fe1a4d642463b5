import { findSpec, type SpecName } from '../../local/openapi/find-spec.ts';

/** Whether an official file is at hand, and the words for a test that is skipped without it. */
export function openApiFile(name: SpecName): { readonly missing: boolean; readonly note: string } {
  const missing = findSpec(name) === undefined;
  return { missing, note: missing ? ` (skipped: ${name} was not found; "npm run specs" fetches it)` : '' };
}

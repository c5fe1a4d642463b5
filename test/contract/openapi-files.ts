import { findSpec } from '../../local/openapi/find-spec.ts';

type SpecName = Parameters<typeof findSpec>[0];

/** Whether an official file is at hand, and the words for a test that is skipped without it. */
export function openApiFile(name: SpecName): { readonly missing: boolean; readonly note: string } {
  const missing = findSpec(name) === undefined;
  return { missing, note: missing ? ` (skipped: ${name} was not found; "npm run specs" fetches it)` : '' };
}

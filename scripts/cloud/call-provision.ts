import * as z from 'zod/mini';
import { createInvoke } from '../../shared/fn/create-invoke.ts';
import type { Signing } from '../../shared/platform/send-signed.ts';
import type { CloudEnvironment } from './cloud-environment.ts';

/** What provisioning answered. */
export type ProvisionOutcome =
  | { readonly ok: true; readonly did: readonly string[]; readonly warnings: readonly string[] }
  | { readonly ok: false; readonly message: string };

const Answer = z.union([
  z.object({
    ok: z.literal(true),
    did: z._default(z.array(z.string()), []),
    warnings: z._default(z.array(z.string()), []),
  }),
  z.object({ ok: z.literal(false), error: z.string(), message: z.string() }),
]);

/** As long as OCI lets a synchronous call run, and a little more. */
const TIMEOUT_MS = 305_000;

/** Calls `provision-clan` and waits for its answer. Never throws. */
export async function callProvision(
  { invokeUrl, functionIds }: CloudEnvironment,
  signing: Signing,
  body: Readonly<Record<string, unknown>> & { readonly clan: string },
): Promise<ProvisionOutcome> {
  const invoke = createInvoke({ invokeUrl, functionId: (name) => functionIds[name], signing });
  const text = JSON.stringify({ job: 'provision-clan', ...body });
  const outcome = await invoke('provision-clan', text, { type: 'sync', timeoutMs: TIMEOUT_MS });
  if (outcome.kind === 'refused') return { ok: false, message: `OCI refused the call: ${outcome.reason}` };
  if (outcome.kind === 'unknown') {
    return {
      ok: false,
      message: `No answer (${outcome.reason}): it may still be at work. Running it again is safe.`,
    };
  }
  return parseProvisionAnswer(outcome.body);
}

/** What provisioning said, from the text that it answered. Never throws. */
export function parseProvisionAnswer(text: string): ProvisionOutcome {
  const answer = Answer.safeParse(jsonOf(text));
  if (!answer.success)
    return { ok: false, message: 'The answer was not understood; the log of provision-clan says more.' };
  return answer.data.ok
    ? answer.data
    : { ok: false, message: `${answer.data.message} (${answer.data.error})` };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

import * as z from 'zod/mini';

const Interaction = z.object({ id: z.string(), application_id: z.string() });
const Envelope = z.object({ body: z.string() });

/** The id of the interaction that a call of a function is about: Discord's own body, or a signed envelope with it. */
export function interactionIn(body: Buffer): string | undefined {
  const json = jsonOf(body.toString('utf8'));
  const direct = Interaction.safeParse(json);
  if (direct.success) return direct.data.id;
  const envelope = Envelope.safeParse(json);
  return envelope.success ? Interaction.safeParse(jsonOf(envelope.data.body)).data?.id : undefined;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

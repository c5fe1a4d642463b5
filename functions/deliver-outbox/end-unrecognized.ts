import { TOKEN_LIFE_MS } from '../../shared/commands/open-envelope.ts';
import { DiscordError } from '../../shared/discord/errors.ts';
import { snowflakeTime } from '../../shared/discord/snowflake.ts';
import { errorText } from '../../shared/errors/error-text.ts';
import type { JobCall } from '../../shared/fn/job.ts';
import type { PartialInteraction, UnrecognizedRecord } from '../../shared/oci/failed-record.ts';
import { commitEnd } from './commit-end.ts';
import { texts } from './texts.ts';

/**
 * Ends an interaction of which the queue's record holds no signed envelope, only its token: its id is claimed and
 * the member answered, in the clan's language, since theirs is not known; nothing else can come of an unproven record.
 * Its keys are logged, no value. Answers whether the message is done with.
 */
export async function endUnrecognized(
  { keys, interaction }: UnrecognizedRecord,
  deliveries: number,
  call: JobCall,
): Promise<boolean> {
  const { log } = call;
  log.error('A record in the queue of failed invocations was not understood', {
    keys: keys.join(' '),
    deliveries,
    hasToken: interaction !== undefined,
  });
  if (interaction === undefined) return true;
  try {
    return await endRemains(interaction, call);
  } catch (error) {
    log.error('An interaction in such a record could not be ended', { error });
    return error instanceof DiscordError && !error.retryable;
  }
}

async function endRemains(interaction: PartialInteraction, call: JobCall): Promise<boolean> {
  const { applicationId, token, id } = interaction;
  const record = await call.registry.record(applicationId);
  if (record === undefined) return true;
  const sentAt = id === undefined ? call.now() : snowflakeTime(id);
  if (call.now() - sentAt > TOKEN_LIFE_MS) return true;
  const { db, discord, settings } = await call.openClan(record);
  const said = texts(settings.locale);
  // How it was acknowledged is not known: a follow-up for its member alone ends each kind, and edits no card.
  if (id === undefined) {
    const message = { content: errorText(said.unsure, 'stopped', 'unknown') };
    await discord.replies(applicationId, token).followUp(message, { ephemeral: true });
    return true;
  }
  const expiresAt = sentAt + TOKEN_LIFE_MS;
  const message = { content: errorText(said.stopped, 'stopped', id) };
  await commitEnd(
    db,
    id,
    { kind: 'reply', applicationId, token, expiresAt, acknowledged: 'update', isError: true, message },
    call.now(),
  );
  return true;
}

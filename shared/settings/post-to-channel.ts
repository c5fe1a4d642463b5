import type { ChannelName, Settings } from '../clans/settings.ts';
import type { Message } from '../discord/message.ts';
import type { ChangeTransaction } from '../outbox/change-transaction.ts';

/** Posts to one of the clan's channels after the commit. Returns the effect's id; undefined where none is set. */
export async function postTo(
  tx: ChangeTransaction,
  settings: Pick<Settings, 'channels'>,
  channel: ChannelName,
  message: Message,
): Promise<string | undefined> {
  const channelId = settings.channels[channel];
  return channelId === null ? undefined : tx.addEffect({ kind: 'message', channelId, message });
}

import type { Signal } from '@preact/signals';
import type { Message, Person } from '../protocol.ts';
import { AttachmentRow } from './attachment-row.tsx';
import { Embed } from './embed.tsx';
import { MarkdownText } from './markdown-text.tsx';
import { MessageComponents } from './message-components.tsx';
import { PersonName } from './person-name.tsx';
import { remove, view } from './state.ts';

const personOf = (id: string): Person | undefined => view.value?.people.find((each) => each.id === id);

/** One message. It reads its own signal, so a change of another message does not draw it again. */
export function MessageRow({ row }: { row: Signal<Message> }) {
  const message = row.value;
  const author = personOf(message.authorId);
  const state = message.ephemeral ? 'ephemeral' : message.pinged ? 'pinged' : '';
  return (
    <li class={`message ${state}`} data-message={message.id}>
      <Origin message={message} />
      <div class="avatar" aria-hidden="true" style={author?.color ? { background: author.color } : {}}>
        {(author?.name ?? '?').slice(0, 1).toUpperCase()}
      </div>
      <div class="body">
        <div class="head">
          <PersonName person={author} />
          {author?.bot === true && <span class="tag">APP</span>}
          <time dateTime={new Date(message.createdAt).toISOString()}>{timeText(message.createdAt)}</time>
        </div>
        {message.loading ? (
          <p class="thinking">
            <span class="dots" aria-hidden="true" /> {author?.name ?? 'The bot'} is thinking…
          </p>
        ) : (
          <Content message={message} />
        )}
        {message.ephemeral && (
          <p class="only-you">
            👁 Only you can see this •{' '}
            <button type="button" class="text-button" onClick={() => remove(message)}>
              Dismiss message
            </button>
          </p>
        )}
      </div>
    </li>
  );
}

function Content({ message }: { message: Message }) {
  return (
    <>
      {message.content !== '' && (
        <div class="content">
          <MarkdownText text={message.content} />
          {message.edited && <span class="hint"> (edited)</span>}
        </div>
      )}
      {message.embeds.map((embed, index) => (
        <Embed key={`${index}.embed`} embed={embed} />
      ))}
      {message.attachments
        .filter((file) => !isInside(message, file.url))
        .map((file) => (
          <AttachmentRow key={file.id} file={file} />
        ))}
      <MessageComponents components={message.components} messageId={message.id} />
      {message.edited && message.content === '' && <span class="hint">(edited)</span>}
    </>
  );
}

/** A file that an embed or a component shows is not shown a second time. */
function isInside({ embeds, components }: Message, url: string): boolean {
  const [path = ''] = url.split('?');
  return JSON.stringify([embeds, components]).includes(path);
}

/** "Wolf used /xp", or the message whose button this answers. */
function Origin({ message: { used, answers } }: { message: Message }) {
  if (used !== null) {
    return (
      <div class="origin">
        <PersonName person={personOf(used.userId)} /> used <span class="mention">{used.name}</span>
      </div>
    );
  }
  if (answers === null) return null;
  return (
    <div class="origin">
      ↱ {personOf(answers.authorId)?.name ?? 'A message'}: {answers.text.slice(0, 80)}
    </div>
  );
}

function timeText(time: number): string {
  const date = new Date(time);
  const isToday = date.toDateString() === new Date().toDateString();
  return isToday
    ? date.toLocaleTimeString([], { timeStyle: 'short' })
    : date.toLocaleString([], { dateStyle: 'short', timeStyle: 'short' });
}

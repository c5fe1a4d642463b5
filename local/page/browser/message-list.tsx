import { useLayoutEffect, useRef } from 'preact/hooks';
import { MessageRow } from './message-row.tsx';
import { channel, channelId, current, readMessages, rowOf } from './state.ts';

/** How near to its end a list is kept there, in pixels. */
const NEAR = 120;

/** The messages of the open channel. New ones are read out; the list stays at its end while the reader is there. */
export function MessageList({ onTour }: { readonly onTour: () => void }) {
  const list = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const lastTop = useRef(0);
  const { ids, more } = current.value;

  useLayoutEffect(() => {
    isAtEnd.current = true;
    toEnd(list.current);
  }, [channelId.value]);
  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return;
    const follow = new ResizeObserver(() => {
      if (isAtEnd.current) toEnd(element);
    });
    for (const child of element.children) follow.observe(child);
    return () => follow.disconnect();
  }, []);

  return (
    <div
      class="messages"
      ref={list}
      role="log"
      aria-label={`Messages in ${channel.value?.name ?? 'the channel'}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
      tabIndex={0}
      onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
        const isNear = scrollHeight - scrollTop - clientHeight < NEAR;
        // Rows that grow below move the end away; only the reader moves up.
        if (isNear || scrollTop < lastTop.current) isAtEnd.current = isNear;
        lastTop.current = scrollTop;
      }}
    >
      <div>
        {more && (
          <button
            type="button"
            class="text-button older"
            onClick={() => readMessages(channelId.value, ids[0])}
          >
            Older messages
          </button>
        )}
        {ids.length === 0 && (
          <p class="hint empty">
            Nothing here yet. Type / to see what the bot can do, or{' '}
            <button type="button" class="text-button" onClick={onTour}>
              take the tour
            </button>
            .
          </p>
        )}
        <ol>
          {ids.map((id) => {
            const row = rowOf(id);
            return row === undefined ? null : <MessageRow key={id} row={row} />;
          })}
        </ol>
      </div>
    </div>
  );
}

function toEnd(element: HTMLElement | null): void {
  if (element !== null) element.scrollTop = element.scrollHeight;
}

import { signal } from '@preact/signals';
import { BreakIt } from './break-it.tsx';
import { Composer } from './composer.tsx';
import { Curtain } from './curtain.tsx';
import { MessageList } from './message-list.tsx';
import { ModalDialog } from './modal-dialog.tsx';
import { PeopleList } from './people-list.tsx';
import { Sidebar } from './sidebar.tsx';
import { channel, connect, connection, notice, view, who } from './state.ts';
import { Tour, TourBar } from './tour.tsx';

const PANELS = [
  { id: 'tour', label: 'Tour', content: Tour },
  { id: 'curtain', label: 'Behind the curtain', content: Curtain },
  { id: 'break', label: 'Break it', content: BreakIt },
  { id: 'people', label: 'People', content: PeopleList },
] as const;
type PanelId = (typeof PANELS)[number]['id'];

const panel = signal<PanelId>('tour');
/** On a phone one of the three columns is shown at a time. */
const column = signal<'sidebar' | 'chat' | 'panel'>('chat');

function showChat(): void {
  column.value = 'chat';
}

export function App() {
  return (
    <div class={`app show-${column.value}`}>
      <Sidebar onChoose={showChat} />
      <main class="chat">
        <header>
          <ColumnButton to="sidebar" label="Channels" sign="☰" />
          <h1>
            {channel.value === undefined
              ? 'Clan bot'
              : `${channel.value.isDm ? '✉' : '#'} ${channel.value.name}`}
          </h1>
          <ColumnButton to="panel" label="Panels" sign="⋮" />
        </header>
        <State />
        <TourBar />
        {view.value !== undefined && (
          <MessageList
            onTour={() => {
              panel.value = 'tour';
              column.value = 'panel';
            }}
          />
        )}
        {notice.value !== '' && (
          <p class="notice problem" role="alert">
            {notice.value}{' '}
            <button
              type="button"
              class="text-button"
              onClick={() => {
                notice.value = '';
              }}
            >
              Close
            </button>
          </p>
        )}
        {view.value !== undefined && <Composer key={`${who.value.as} ${channel.value?.id}`} />}
      </main>
      <aside class="panel" aria-label="Panels">
        <Tabs />
      </aside>
      <ModalDialog />
    </div>
  );
}

function ColumnButton({ to, label, sign }: { to: 'sidebar' | 'panel'; label: string; sign: string }) {
  return (
    <button
      type="button"
      class="column-button"
      aria-label={label}
      aria-pressed={column.value === to}
      onClick={() => {
        column.value = column.value === to ? 'chat' : to;
      }}
    >
      {sign}
    </button>
  );
}

function State() {
  if (connection.value === 'lost') {
    return (
      <p class="notice problem" role="status">
        The connection is lost. It is taken up again by itself.
      </p>
    );
  }
  if (connection.value === 'connecting') return <p class="notice hint">Connecting…</p>;
  if (connection.value !== 'gone') return null;
  return (
    <p class="notice" role="alert">
      This person is not in the server any more.{' '}
      <button type="button" class="text-button" onClick={() => connect({ clan: who.value.clan, as: '' })}>
        Be somebody else
      </button>
    </p>
  );
}

function Tabs() {
  const open = PANELS.find((each) => each.id === panel.value) ?? PANELS[0];
  const Content = open.content;
  const move = (step: number) => {
    const index = PANELS.indexOf(open);
    const next = PANELS[(index + step + PANELS.length) % PANELS.length] ?? open;
    panel.value = next.id;
    document.getElementById(`tab-${next.id}`)?.focus();
  };
  return (
    <>
      <div class="tabs">
        <div
          role="tablist"
          aria-label="Panels"
          onKeyDown={(event) => {
            if (event.key === 'ArrowRight') move(1);
            if (event.key === 'ArrowLeft') move(-1);
          }}
        >
          {PANELS.map(({ id, label }) => (
            <button
              key={id}
              id={`tab-${id}`}
              type="button"
              role="tab"
              aria-selected={id === open.id}
              aria-controls="panel-content"
              tabIndex={id === open.id ? 0 : -1}
              onClick={() => {
                panel.value = id;
              }}
            >
              {label}
            </button>
          ))}
        </div>
        <button type="button" class="column-button close" aria-label="Back to the chat" onClick={showChat}>
          ✕
        </button>
      </div>
      <div id="panel-content" role="tabpanel" aria-labelledby={`tab-${open.id}`} class="panel-content">
        {view.value !== undefined && <Content onStep={showChat} />}
      </div>
    </>
  );
}

import { signal } from '@preact/signals';
import { useId, useRef, useState } from 'preact/hooks';
import type { Command } from '../protocol.ts';
import { CommandForm } from './command-form.tsx';
import { Listbox } from './listbox.tsx';
import { attempt, channel, order, view } from './state.ts';

/** The command whose options are being filled in. */
export const picked = signal<Command | undefined>(undefined);

const MOST_SHOWN = 50;

/** Where one writes: `/` opens the picker of the registered commands, anything else is a message. */
export function Composer() {
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const [isClosed, setClosed] = useState(false);
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const place = channel.value;
  if (place === undefined) return null;
  if (place.isDm) return <p class="composer hint">The bot does not read direct messages.</p>;

  const command = picked.value;
  if (command !== undefined) {
    return (
      <CommandForm
        key={command.path}
        command={command}
        onClose={() => {
          picked.value = undefined;
          setTimeout(() => input.current?.focus());
        }}
      />
    );
  }
  const wanted = text.slice(1).trim().toLowerCase();
  const commands = text.startsWith('/')
    ? (view.value?.commands ?? [])
        .filter((each) => each.type === 1 && fits(each, wanted))
        .sort((a, b) => Number(b.path.startsWith(wanted)) - Number(a.path.startsWith(wanted)))
        .slice(0, MOST_SHOWN)
    : [];
  const isListed = commands.length > 0 && !isClosed;

  function pick(choice: Command): void {
    setText('');
    setActive(0);
    picked.value = choice;
  }

  async function send(): Promise<void> {
    const content = text.trim();
    if (content === '' || content.startsWith('/')) return;
    const sent = await attempt(() => order('say', { channel: place?.id, content }));
    if (sent !== undefined) setText('');
  }

  function onKeyDown(event: KeyboardEvent): void {
    const choice = commands[active];
    if (isListed && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : commands.length - 1;
      const next = (active + step) % commands.length;
      setActive(next);
      document.getElementById(`${listId}-${next}`)?.scrollIntoView({ block: 'nearest' });
    } else if (isListed && choice !== undefined && (event.key === 'Enter' || event.key === 'Tab')) {
      event.preventDefault();
      pick(choice);
    } else if (event.key === 'Escape') {
      setClosed(true);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      void send();
    }
  }

  return (
    <div class="composer">
      <Listbox
        id={listId}
        label="Commands"
        class="picker"
        isListed={isListed}
        items={commands}
        active={active}
        keyOf={(each) => each.path}
        onChoose={pick}
        show={(each) => (
          <>
            <strong>/{each.path}</strong>
            <span class="hint">{each.description}</span>
          </>
        )}
      />
      <input
        ref={input}
        type="text"
        role="combobox"
        autocomplete="off"
        aria-label={`Message #${place.name}`}
        aria-expanded={isListed}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isListed ? `${listId}-${active}` : undefined}
        placeholder={place.canWrite ? `Message #${place.name} — type / for commands` : 'Type / for commands'}
        maxLength={2000}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setActive(0);
          setClosed(false);
        }}
        onBlur={() => setClosed(true)}
        onFocus={() => setClosed(false)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}

/** Every word typed begins a word of the command, or is part of its description. */
function fits({ path, description }: Command, wanted: string): boolean {
  if (wanted === '' || path.startsWith(wanted)) return true;
  return wanted.split(/\s+/).every((word) => `${path} ${description}`.toLowerCase().includes(word));
}

import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Person } from '../protocol.ts';
import { perform } from './perform.ts';
import { connect, notice, view, who } from './state.ts';

/** A name in the colour of its role. It opens a menu: the bot's commands for a person, and to be that person. */
export function PersonName({ person }: { person: Person | undefined }) {
  const isOpen = useSignal(false);
  const root = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (!isOpen.value) return;
    const close = (event: Event) => {
      if (event.target instanceof Node && root.current?.contains(event.target) === true) return;
      isOpen.value = false;
    };
    const leave = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape') return;
      isOpen.value = false;
      root.current?.querySelector('button')?.focus();
    };
    document.addEventListener('pointerdown', close);
    document.addEventListener('keydown', leave);
    return () => {
      document.removeEventListener('pointerdown', close);
      document.removeEventListener('keydown', leave);
    };
  }, [isOpen.value]);
  if (person === undefined) return <span class="name">Somebody who left</span>;
  const style = person.color === null ? {} : { '--role': person.color };
  if (person.bot) {
    return (
      <span class="name" style={style}>
        {person.name}
      </span>
    );
  }
  const menus = view.value?.commands.filter((command) => command.type === 2) ?? [];
  const run = async (work: () => Promise<string | undefined> | undefined) => {
    isOpen.value = false;
    notice.value = (await work()) ?? '';
  };
  return (
    <span class="person" ref={root}>
      <button
        type="button"
        class="name"
        style={style}
        aria-haspopup="menu"
        aria-expanded={isOpen.value}
        onClick={() => {
          isOpen.value = !isOpen.value;
        }}
      >
        {person.name}
      </button>
      {isOpen.value && (
        <div class="menu" role="menu" aria-label={`For ${person.name}`}>
          {menus.map((command) => (
            <button
              key={command.path}
              type="button"
              role="menuitem"
              onClick={() => run(() => perform({ userMenu: command.path, target: person.id }))}
            >
              {command.path}
            </button>
          ))}
          <button
            type="button"
            role="menuitem"
            onClick={() =>
              run(() => {
                connect({ clan: who.value.clan, as: person.id });
                return undefined;
              })
            }
          >
            Be {person.name}
          </button>
        </div>
      )}
    </span>
  );
}

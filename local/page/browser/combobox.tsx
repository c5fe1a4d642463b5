import { useEffect, useId, useState } from 'preact/hooks';
import { Listbox } from './listbox.tsx';

/** One thing that can be chosen. */
export interface Item {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

export interface ComboboxProps {
  readonly id: string;
  readonly items: readonly Item[];
  readonly chosen: readonly Item[];
  readonly onChange: (chosen: readonly Item[]) => void;
  /** How many may be chosen. Default 1. */
  readonly max?: number;
  /** Offers what fits what was typed; without it `items` are searched. */
  readonly load?: (typed: string) => Promise<readonly Item[]>;
  /** What is typed counts as it is, when nothing offered was chosen. */
  readonly free?: boolean;
  readonly placeholder?: string;
  readonly invalid?: boolean;
  readonly describedBy?: string;
  readonly required?: boolean;
  /** Offers its choices as soon as it has the focus, not only when something is typed. */
  readonly opensOnFocus?: boolean;
}

const MOST_SHOWN = 25;
const TYPING_MS = 150;

/** A field that offers what can be chosen, by keyboard, mouse and screen reader (the ARIA pattern "combobox"). */
export function Combobox(props: ComboboxProps) {
  const { id, items, chosen, onChange, max = 1, load, free = false } = props;
  const listId = useId();
  const [typed, setTyped] = useState(max === 1 ? (chosen[0]?.label ?? '') : '');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const [loaded, setLoaded] = useState<readonly Item[]>([]);
  const isSearching = max > 1 || typed !== (chosen[0]?.label ?? '');

  useEffect(() => {
    if (load === undefined || !isOpen) return;
    let isCurrent = true;
    const timer = setTimeout(() => {
      load(typed).then(
        (offered) => {
          if (isCurrent) setLoaded(offered);
        },
        () => setLoaded([]),
      );
    }, TYPING_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [typed, isOpen]);

  const shown = (load === undefined ? found(items, isSearching ? typed : '') : loaded)
    .filter((item) => max === 1 || chosen.every((each) => each.value !== item.value))
    .slice(0, MOST_SHOWN);
  const isListed = isOpen && shown.length > 0;

  function choose(item: Item): void {
    onChange(max === 1 ? [item] : [...chosen, item].slice(0, max));
    setTyped(max === 1 ? item.label : '');
    setActive(0);
    setOpen(max > 1);
  }

  function type(text: string): void {
    setTyped(text);
    setOpen(true);
    setActive(0);
    if (max > 1) return;
    if (free) onChange(text === '' ? [] : [{ value: text, label: text }]);
    else onChange([]);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const item = shown[active];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!isListed) {
        setOpen(true);
        return;
      }
      const step = event.key === 'ArrowDown' ? 1 : shown.length - 1;
      setActive((active + step) % shown.length);
    } else if (event.key === 'Enter' && isListed && item !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      choose(item);
    } else if (
      event.key === 'Tab' &&
      isListed &&
      item !== undefined &&
      typed !== '' &&
      isSearching &&
      !free
    ) {
      choose(item);
    } else if (event.key === 'Escape' && isListed) {
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
    } else if (event.key === 'Backspace' && typed === '' && max > 1) {
      onChange(chosen.slice(0, -1));
    }
  }

  return (
    <div class="combobox">
      {max > 1 &&
        chosen.map((item) => (
          <button
            key={item.value}
            type="button"
            class="chip"
            aria-label={`Remove ${item.label}`}
            onClick={() => onChange(chosen.filter((each) => each !== item))}
          >
            {item.label} ✕
          </button>
        ))}
      <input
        id={id}
        type="text"
        role="combobox"
        autocomplete="off"
        aria-expanded={isListed}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isListed ? `${listId}-${active}` : undefined}
        aria-invalid={props.invalid === true}
        aria-describedby={props.describedBy}
        aria-required={props.required === true}
        placeholder={props.placeholder ?? ''}
        value={typed}
        onInput={(event) => type(event.currentTarget.value)}
        onFocus={() => setOpen(props.opensOnFocus === true)}
        onClick={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <Listbox
        id={listId}
        label="Choices"
        class="options"
        isListed={isListed}
        items={shown}
        active={active}
        keyOf={(item) => item.value}
        onChoose={choose}
        show={(item) => (
          <>
            <span>{item.label}</span>
            {item.hint !== undefined && item.hint !== '' && <span class="hint">{item.hint}</span>}
          </>
        )}
      />
    </div>
  );
}

function found(items: readonly Item[], typed: string): readonly Item[] {
  const wanted = typed.replace(/^[@#]/, '').trim().toLowerCase();
  if (wanted === '') return items;
  return items.filter(({ label, hint = '' }) => `${label} ${hint}`.toLowerCase().includes(wanted));
}

import type { ComponentChildren } from 'preact';

export interface ListboxProps<T> {
  /** Its options are `<id>-0`, `<id>-1` and so on, for `aria-activedescendant`. */
  readonly id: string;
  /** For screen readers. */
  readonly label: string;
  readonly class: string;
  readonly isListed: boolean;
  readonly items: readonly T[];
  readonly active: number;
  readonly keyOf: (item: T) => string;
  readonly show: (item: T) => ComponentChildren;
  readonly onChoose: (item: T) => void;
}

/** What a field offers. A press chooses and leaves the focus in the field, which would close the list. */
export function Listbox<T>(props: ListboxProps<T>) {
  const { id, label, isListed, items, active, keyOf, show, onChoose } = props;
  return (
    <div id={id} role="listbox" class={props.class} hidden={!isListed} aria-label={label}>
      {items.map((item, index) => (
        <div
          key={keyOf(item)}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          onMouseDown={(event) => {
            event.preventDefault();
            onChoose(item);
          }}
        >
          {show(item)}
        </div>
      ))}
    </div>
  );
}

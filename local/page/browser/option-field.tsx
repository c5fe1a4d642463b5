import { useState } from 'preact/hooks';
import type { Given, Option } from '../protocol.ts';
import { Combobox, type Item } from './combobox.tsx';
import { entityItems, OPTION_ENTITIES } from './entities.ts';
import { BOOLEAN, FILE, NUMBER, TEXT, WHOLE } from './option-problem.ts';
import { acceptOf, readFile } from './read-file.ts';
import { act } from './state.ts';

interface OptionFieldProps {
  readonly id: string;
  readonly option: Option;
  readonly command: string;
  /** What the other options hold by now: autocomplete may depend on them. */
  readonly others: Readonly<Record<string, Given>>;
  readonly problem: string | undefined;
  readonly onChange: (value: Given | undefined) => void;
}

/** One option of a command, by its type: choices, autocomplete, people, roles, channels, numbers, a file. */
export function OptionField(props: OptionFieldProps) {
  const { id, option, problem } = props;
  return (
    <div class="field">
      <label for={id}>
        {option.name}
        {option.required && <span aria-hidden="true"> *</span>}
      </label>
      <Field {...props} />
      <p
        id={`${id}-hint`}
        class={problem === undefined ? 'hint' : 'problem'}
        role={problem === undefined ? undefined : 'alert'}
      >
        {problem ?? option.description}
      </p>
    </div>
  );
}

function Field({ id, option, command, others, problem, onChange }: OptionFieldProps) {
  const [chosen, setChosen] = useState<readonly Item[]>([]);
  const shared = {
    id,
    'aria-invalid': problem !== undefined,
    'aria-describedby': `${id}-hint`,
    'aria-required': option.required,
  };
  const combobox = {
    id,
    invalid: problem !== undefined,
    describedBy: `${id}-hint`,
    required: option.required,
    opensOnFocus: true,
    chosen,
    onChange(next: readonly Item[]) {
      setChosen(next);
      onChange(next[0]?.value);
    },
  };
  const entities = OPTION_ENTITIES.get(option.type);
  if (entities !== undefined) return <Combobox {...combobox} items={entityItems(entities)} />;
  if (option.type === BOOLEAN) {
    return (
      <select
        {...shared}
        onChange={({ currentTarget: { value } }) => onChange(value === '' ? undefined : value === 'true')}
      >
        <option value="">—</option>
        <option value="true">True</option>
        <option value="false">False</option>
      </select>
    );
  }
  if (option.choices.length > 0) {
    const items = option.choices.map(({ name, value }) => ({ value: String(value), label: name }));
    return <Combobox {...combobox} items={items} />;
  }
  if (option.autocomplete) {
    const load = async (typed: string) => {
      const options = { ...others, [option.name]: typed };
      const { choices } = await act({ autocomplete: command, focused: option.name, options });
      return choices.map(({ name, value }) => ({ value: String(value), label: name }));
    };
    return <Combobox {...combobox} items={[]} load={load} free={option.type === TEXT} />;
  }
  if (option.type === FILE) {
    return (
      <input
        {...shared}
        type="file"
        accept={acceptOf(option.file_types ?? [])}
        onChange={({ currentTarget: { files } }) => {
          const file = files?.[0];
          if (file === undefined) onChange(undefined);
          else void readFile(file).then(onChange);
        }}
      />
    );
  }
  const isNumber = option.type === WHOLE || option.type === NUMBER;
  return (
    <input
      {...shared}
      type="text"
      inputMode={isNumber ? 'decimal' : 'text'}
      autocomplete="off"
      onInput={(event) => onChange(event.currentTarget.value)}
    />
  );
}

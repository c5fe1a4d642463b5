import { useState } from 'preact/hooks';
import type { Given, ModalInput } from '../protocol.ts';
import { Combobox, type Item } from './combobox.tsx';
import { entityItems, SELECT_ENTITIES } from './entities.ts';
import { recordsIn, textOf } from './json.ts';
import { itemOf } from './message-components.tsx';
import { CHECKBOX, CHECKBOX_GROUP, FILE_UPLOAD, RADIO_GROUP, TEXT_INPUT } from './modal-values.ts';
import { acceptOf, readFile } from './read-file.ts';

interface ModalFieldProps {
  readonly input: ModalInput;
  readonly values: readonly Given[];
  readonly problem: string | undefined;
  readonly onChange: (values: readonly Given[]) => void;
}

/** One input of a form, with its label, its hint and what is wrong with it. */
export function ModalField(props: ModalFieldProps) {
  const { input, problem } = props;
  const id = `modal-${input.customId}`;
  const isGroup = input.type === RADIO_GROUP || input.type === CHECKBOX_GROUP;
  const label = (
    <>
      {input.label}
      {input.required && <span aria-hidden="true"> *</span>}
    </>
  );
  return (
    <div class="field">
      {!isGroup && <label for={id}>{label}</label>}
      <Field {...props} id={id} />
      <p
        id={`${id}-hint`}
        class={problem === undefined ? 'hint' : 'problem'}
        role={problem === undefined ? undefined : 'alert'}
      >
        {problem ?? input.description}
      </p>
    </div>
  );
}

function Field({ id, input, values, problem, onChange }: ModalFieldProps & { id: string }) {
  const { type, definition, required } = input;
  const shared = {
    id,
    'aria-invalid': problem !== undefined,
    'aria-describedby': `${id}-hint`,
    'aria-required': required,
  };
  if (type === TEXT_INPUT) {
    const text = {
      ...shared,
      placeholder: textOf(definition['placeholder']),
      value: String(values[0] ?? ''),
      onInput: (event: { currentTarget: { value: string } }) => onChange([event.currentTarget.value]),
    };
    return definition['style'] === 2 ? <textarea {...text} rows={4} /> : <input {...text} type="text" />;
  }
  if (type === FILE_UPLOAD) {
    const types = Array.isArray(definition['file_types']) ? definition['file_types'].map(String) : [];
    return (
      <input
        {...shared}
        type="file"
        accept={acceptOf(types)}
        multiple={input.maxValues > 1}
        onChange={({ currentTarget: { files } }) => {
          void Promise.all([...(files ?? [])].map(readFile)).then(onChange);
        }}
      />
    );
  }
  if (type === CHECKBOX) {
    return (
      <input
        {...shared}
        type="checkbox"
        checked={values[0] === true}
        onChange={(event) => onChange([event.currentTarget.checked])}
      />
    );
  }
  if (type === RADIO_GROUP || type === CHECKBOX_GROUP) {
    return <Group id={id} input={input} values={values} onChange={onChange} />;
  }
  return <Selected {...{ id, input, values, problem, onChange }} />;
}

function Group({ id, input, values, onChange }: Omit<ModalFieldProps, 'problem'> & { id: string }) {
  const isRadio = input.type === RADIO_GROUP;
  return (
    <fieldset id={id} tabIndex={-1} aria-describedby={`${id}-hint`}>
      <legend>{input.label}</legend>
      {recordsIn(input.definition['options']).map((option) => {
        const value = textOf(option['value']);
        return (
          <label key={value} class="choice">
            <input
              type={isRadio ? 'radio' : 'checkbox'}
              name={id}
              checked={values.includes(value)}
              onChange={(event) => {
                if (isRadio) onChange([value]);
                else if (event.currentTarget.checked) onChange([...values, value]);
                else onChange(values.filter((each) => each !== value));
              }}
            />
            {textOf(option['label'])}
          </label>
        );
      })}
    </fieldset>
  );
}

/** A select menu: of its own options, or of people, roles and channels. */
function Selected({ id, input, values, problem, onChange }: ModalFieldProps & { id: string }) {
  const kind = SELECT_ENTITIES.get(input.type);
  const items = kind === undefined ? recordsIn(input.definition['options']).map(itemOf) : entityItems(kind);
  const [chosen, setChosen] = useState<readonly Item[]>(items.filter((item) => values.includes(item.value)));
  return (
    <Combobox
      id={id}
      items={items}
      chosen={chosen}
      max={input.maxValues}
      placeholder={textOf(input.definition['placeholder'])}
      invalid={problem !== undefined}
      describedBy={`${id}-hint`}
      required={input.required}
      onChange={(next) => {
        setChosen(next);
        onChange(next.map((item) => item.value));
      }}
    />
  );
}

import { useId, useState } from 'preact/hooks';
import { sizeText } from './attachment-row.tsx';
import { Combobox, type Item } from './combobox.tsx';
import { entityItems, SELECT_ENTITIES } from './entities.ts';
import { colorOf, type Json, recordOf, recordsIn, textOf } from './json.ts';
import { MarkdownText } from './markdown-text.tsx';
import { perform } from './perform.ts';
import { Picture } from './picture.tsx';

/** The components of a message, of both kinds: rows of controls, and the layouts of Components V2. */
export function MessageComponents({
  components,
  messageId,
}: {
  components: readonly Json[];
  messageId: string;
}) {
  const [problem, setProblem] = useState('');
  const [pending, setPending] = useState('');
  if (components.length === 0) return null;

  async function use(customId: string, values?: string[]): Promise<void> {
    setPending(customId);
    setProblem('');
    const wrong = await perform({
      click: customId,
      message: messageId,
      ...(values === undefined ? {} : { values }),
    });
    setPending('');
    setProblem(wrong ?? '');
  }

  const shared = { use, pending };
  return (
    <div class="components">
      {components.map((component, index) => (
        <One key={`${index}.${textOf(component['custom_id'])}`} component={component} {...shared} />
      ))}
      {problem !== '' && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

interface OneProps {
  readonly component: Json;
  readonly use: (customId: string, values?: string[]) => Promise<void>;
  readonly pending: string;
}

// Discord's numbers of component types.
const ROW = 1;
const BUTTON = 2;
const STRING_SELECT = 3;
const SECTION = 9;
const TEXT = 10;
const THUMBNAIL = 11;
const GALLERY = 12;
const FILE = 13;
const SEPARATOR = 14;
const CONTAINER = 17;

function One(props: OneProps) {
  const { component } = props;
  const type = Number(component['type']);
  const media = recordOf(component['media']);
  const alternative = textOf(component['description']) || 'picture';
  if (type === ROW) {
    return (
      <div class="row">
        <All {...props} components={recordsIn(component['components'])} />
      </div>
    );
  }
  if (type === BUTTON) return <Button {...props} />;
  if (type === STRING_SELECT || SELECT_ENTITIES.has(type)) return <Select {...props} />;
  if (type === SECTION) {
    return (
      <div class="section">
        <div>
          <All {...props} components={recordsIn(component['components'])} />
        </div>
        <One {...props} component={recordOf(component['accessory'])} />
      </div>
    );
  }
  if (type === TEXT) {
    return (
      <div class="text">
        <MarkdownText text={textOf(component['content'])} />
      </div>
    );
  }
  if (type === THUMBNAIL)
    return <Picture url={textOf(media['url'])} name={alternative} className="thumbnail" />;
  if (type === GALLERY) {
    return (
      <div class="gallery">
        {recordsIn(component['items']).map((item, index) => (
          <Picture
            key={`${index}.item`}
            url={textOf(recordOf(item['media'])['url'])}
            name={textOf(item['description']) || 'picture'}
            className="image"
          />
        ))}
      </div>
    );
  }
  if (type === FILE) {
    return (
      <a class="file" href={textOf(recordOf(component['file'])['url'])} download={textOf(component['name'])}>
        📄 {textOf(component['name'])} <span class="hint">{sizeText(Number(component['size'] ?? 0))}</span>
      </a>
    );
  }
  if (type === SEPARATOR) return component['divider'] === false ? <div class="gap" /> : <hr />;
  if (type === CONTAINER) {
    const color = colorOf(component['accent_color']);
    return (
      <div class="embed" style={color === undefined ? {} : { borderColor: color }}>
        <All {...props} components={recordsIn(component['components'])} />
      </div>
    );
  }
  return null;
}

function All({ components, ...props }: OneProps & { components: readonly Json[] }) {
  return (
    <>
      {components.map((component, index) => (
        <One key={`${index}.${textOf(component['custom_id'])}`} {...props} component={component} />
      ))}
    </>
  );
}

const BUTTON_STYLES = ['', 'primary', 'secondary', 'success', 'danger', 'link'];

function Button({ component, use, pending }: OneProps) {
  const emoji = textOf(recordOf(component['emoji'])['name']);
  const label = [emoji, textOf(component['label'])].filter((part) => part !== '').join(' ');
  const style = BUTTON_STYLES[Number(component['style'])] ?? 'secondary';
  const customId = textOf(component['custom_id']);
  const url = textOf(component['url']);
  if (/^https?:\/\//.test(url)) {
    return (
      <a class="button link" href={url} target="_blank" rel="noreferrer noopener">
        {label} ↗
      </a>
    );
  }
  return (
    <button
      type="button"
      class={`button ${style}`}
      disabled={component['disabled'] === true || pending !== ''}
      aria-busy={pending === customId && customId !== ''}
      onClick={() => use(customId)}
    >
      {label}
    </button>
  );
}

function Select({ component, use, pending }: OneProps) {
  const id = useId();
  const type = Number(component['type']);
  const options = recordsIn(component['options']);
  const defaults = options.filter((option) => option['default'] === true);
  const [chosen, setChosen] = useState<readonly Item[]>(defaults.map(itemOf));
  const customId = textOf(component['custom_id']);
  const placeholder = textOf(component['placeholder']) || 'Make a selection';
  const isOff = component['disabled'] === true || pending !== '';
  const max = Number(component['max_values'] ?? 1);
  const min = Number(component['min_values'] ?? 1);
  if (type === STRING_SELECT && max === 1) {
    return (
      <select
        aria-label={placeholder}
        disabled={isOff}
        value={chosen[0]?.value ?? ''}
        onChange={(event) => use(customId, [event.currentTarget.value])}
      >
        <option value="" disabled>
          {placeholder}
        </option>
        {options.map((option) => (
          <option key={textOf(option['value'])} value={textOf(option['value'])}>
            {textOf(option['label'])}
          </option>
        ))}
      </select>
    );
  }
  const kind = SELECT_ENTITIES.get(type);
  return (
    <fieldset class="select" disabled={isOff}>
      <label for={id}>{placeholder}</label>
      <Combobox
        id={id}
        items={kind === undefined ? options.map(itemOf) : entityItems(kind)}
        chosen={chosen}
        max={max}
        onChange={setChosen}
      />
      <button
        type="button"
        class="button secondary"
        disabled={chosen.length < min}
        onClick={() =>
          use(
            customId,
            chosen.map((item) => item.value),
          )
        }
      >
        Choose
      </button>
    </fieldset>
  );
}

export function itemOf(option: Json): Item {
  return {
    value: textOf(option['value']),
    label: textOf(option['label']),
    hint: textOf(option['description']),
  };
}

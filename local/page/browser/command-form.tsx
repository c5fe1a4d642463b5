import { useEffect, useRef, useState } from 'preact/hooks';
import type { Command, Given, Option } from '../protocol.ts';
import { OptionField } from './option-field.tsx';
import { optionProblem } from './option-problem.ts';
import { perform } from './perform.ts';

/** The options of a command. Required ones are there; others are added. What Discord's client refuses is not sent. */
export function CommandForm({ command, onClose }: { command: Command; onClose: () => void }) {
  const [values, setValues] = useState<Record<string, Given | undefined>>({});
  const [added, setAdded] = useState<readonly string[]>([]);
  const [isChecked, setChecked] = useState(false);
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const shown = command.options.filter((option) => option.required || added.includes(option.name));
  const hidden = command.options.filter((option) => !shown.includes(option));

  useEffect(() => {
    const first = form.current?.querySelector<HTMLElement>('input, select, button[type=submit]');
    first?.focus();
  }, []);

  function given(): Record<string, Given> {
    const options: Record<string, Given> = {};
    for (const { name } of shown) {
      const value = values[name];
      if (value !== undefined && value !== '') options[name] = value;
    }
    return options;
  }

  async function send(): Promise<void> {
    setChecked(true);
    setProblem('');
    const wrong = shown.find((option) => optionProblem(option, values[option.name]) !== undefined);
    if (wrong !== undefined) {
      document.getElementById(fieldId(wrong))?.focus();
      return;
    }
    setSending(true);
    const failed = await perform({ command: command.path, options: given() });
    setSending(false);
    if (failed === undefined) onClose();
    else setProblem(failed);
  }

  return (
    <form
      ref={form}
      class="composer command"
      noValidate
      aria-label={`Options of /${command.path}`}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <div class="command-name">
        <strong>/{command.path}</strong> <span class="hint">{command.description}</span>
      </div>
      {shown.map((option) => (
        <OptionField
          key={option.name}
          id={fieldId(option)}
          option={option}
          command={command.path}
          others={given()}
          problem={isChecked ? optionProblem(option, values[option.name]) : undefined}
          onChange={(value) => setValues((before) => ({ ...before, [option.name]: value }))}
        />
      ))}
      {problem !== '' && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <div class="row">
        <button type="submit" class="button primary" disabled={isSending} aria-busy={isSending}>
          Send
        </button>
        <button type="button" class="button secondary" onClick={onClose}>
          Cancel
        </button>
        {hidden.map((option) => (
          <button
            key={option.name}
            type="button"
            class="text-button"
            title={option.description}
            onClick={() => {
              setAdded([...added, option.name]);
              setTimeout(() => document.getElementById(fieldId(option))?.focus());
            }}
          >
            +{option.name}
          </button>
        ))}
      </div>
    </form>
  );
}

const fieldId = ({ name }: Option): string => `option-${name}`;

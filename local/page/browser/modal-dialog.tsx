import { useEffect, useRef, useState } from 'preact/hooks';
import type { Given, ModalInput } from '../protocol.ts';
import { ModalField } from './modal-field.tsx';
import { inputProblem, prefilled } from './modal-values.ts';
import { modal, type OpenModal } from './perform.ts';
import { act, messageOf } from './state.ts';

/** The form that the bot opened, if one is open. */
export function ModalDialog() {
  const open = modal.value;
  return open === undefined ? null : <Form key={open.from} open={open} />;
}

type Values = Readonly<Record<string, readonly Given[]>>;

function Form({ open }: { open: OpenModal }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [values, setValues] = useState<Values>(() =>
    Object.fromEntries(open.inputs.map((input) => [input.customId, prefilled(input)])),
  );
  const [isChecked, setChecked] = useState(false);
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState('');

  useEffect(() => {
    dialog.current?.showModal();
  }, []);

  const close = () => {
    modal.value = undefined;
  };
  const problemOf = (input: ModalInput) => inputProblem(input, values[input.customId] ?? []);

  async function send(): Promise<void> {
    setChecked(true);
    setProblem('');
    const wrong = open.inputs.find((input) => problemOf(input) !== undefined);
    if (wrong !== undefined) {
      document.getElementById(`modal-${wrong.customId}`)?.focus();
      return;
    }
    setSending(true);
    try {
      const filled = open.inputs.map((input): [string, Given[]] => [
        input.customId,
        [...(values[input.customId] ?? [])],
      ]);
      const sent = await act({ submit: Object.fromEntries(filled), from: open.from });
      if (sent.problem === null) close();
      else setProblem('Something went wrong. Try again.');
    } catch (error) {
      setProblem(messageOf(error));
    }
    setSending(false);
  }

  return (
    <dialog ref={dialog} class="modal" aria-labelledby="modal-title" onClose={close}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <h2 id="modal-title">{open.title}</h2>
        {open.inputs.map((input) => (
          <ModalField
            key={input.customId}
            input={input}
            values={values[input.customId] ?? []}
            problem={isChecked ? problemOf(input) : undefined}
            onChange={(next) => setValues((before) => ({ ...before, [input.customId]: next }))}
          />
        ))}
        {problem !== '' && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
        <div class="row end">
          <button type="button" class="button secondary" onClick={close}>
            Cancel
          </button>
          <button type="submit" class="button primary" disabled={isSending} aria-busy={isSending}>
            Submit
          </button>
        </div>
      </form>
    </dialog>
  );
}

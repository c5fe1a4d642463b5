import { signal } from '@preact/signals';
import { messageOf, view } from './state.ts';
import { TOUR } from './tour-steps.ts';

const done = signal(0);
const running = signal<number | undefined>(undefined);
const problem = signal('');

async function run(index: number): Promise<void> {
  running.value = index;
  problem.value = '';
  try {
    await TOUR[index]?.run();
    done.value = Math.max(done.value, index + 1);
  } catch (error) {
    problem.value = messageOf(error);
  }
  running.value = undefined;
}

/** Above the chat where there is no room for the tour beside it: what it does, and its next step. */
export function TourBar() {
  const now = running.value;
  const next = TOUR[done.value];
  if (now !== undefined) {
    return (
      <p class="notice tour-bar" role="status">
        Tour, step {now + 1} of {TOUR.length}: {TOUR[now]?.title}…
      </p>
    );
  }
  if (problem.value !== '') {
    return (
      <p class="notice problem tour-bar" role="alert">
        {problem.value}
      </p>
    );
  }
  if (done.value === 0) return null;
  return next === undefined ? (
    <p class="notice tour-bar" role="status">
      That was the tour. Now type / yourself.
    </p>
  ) : (
    <p class="notice tour-bar" role="status">
      Next in the tour: {next.title}.{' '}
      <button type="button" class="button primary" onClick={() => run(done.value)}>
        Step {done.value + 1}
      </button>
    </p>
  );
}

/** For newcomers: what the bot does, in six clicks. `onStep`: a step begins, and happens in the chat. */
export function Tour({ onStep }: { readonly onStep: () => void }) {
  const people = view.value?.people.map((person) => person.username) ?? [];
  if (!['officer', 'admin'].every((name) => people.includes(name))) {
    return <p class="hint">The tour needs the people of the demo clans. In this clan, type / to begin.</p>;
  }
  return (
    <div class="tour">
      <p>
        This is the bot itself: what you do here is signed as Discord signs it and goes through the same
        functions. Six steps show what it does. You see each as the person who does it.
      </p>
      <ol>
        {TOUR.map(({ title, text }, index) => {
          const isDone = index < done.value;
          return (
            <li key={title} class={isDone ? 'done' : ''}>
              <strong>
                {title}
                {isDone && <span class="state done"> done</span>}
              </strong>
              <p class="hint">{text}</p>
              <button
                type="button"
                class={`button ${index === done.value ? 'primary' : 'secondary'}`}
                disabled={running.value !== undefined || index > done.value}
                aria-busy={running.value === index}
                onClick={() => {
                  onStep();
                  void run(index);
                }}
              >
                {running.value === index ? 'Working…' : isDone ? 'Again' : `Step ${index + 1}`}
              </button>
            </li>
          );
        })}
      </ol>
      {problem.value !== '' && (
        <p class="problem" role="alert">
          {problem.value}
        </p>
      )}
      <p role="status" class="hint">
        {done.value === TOUR.length && running.value === undefined
          ? 'That was the tour. Now type / yourself.'
          : ''}
      </p>
    </div>
  );
}

import { useState } from 'preact/hooks';
import { RobloxPanel } from './roblox-panel.tsx';
import { attempt, order, switches } from './state.ts';

/** Switches for what can go wrong. Each shows whether it is on; one that happens once turns itself off. */
export function BreakIt() {
  const [said, setSaid] = useState('');
  const groups = [...new Set(switches.value.map((each) => each.group))];
  const run = async (name: string, done: string) => {
    setSaid('');
    if ((await attempt(() => order(name))) !== undefined) setSaid(done);
  };
  return (
    <div class="break-it">
      {groups.map((group) => (
        <fieldset key={group}>
          <legend>{group}</legend>
          {switches.value
            .filter((each) => each.group === group)
            .map(({ id, label, hint, on }) => (
              <label key={id} class="switch">
                <input
                  type="checkbox"
                  role="switch"
                  checked={on}
                  aria-checked={on}
                  onChange={(event) =>
                    attempt(() => order('switch', { id, on: event.currentTarget.checked }))
                  }
                />
                <span>
                  {label}
                  <span class="hint">{hint}</span>
                </span>
              </label>
            ))}
        </fieldset>
      ))}
      <fieldset>
        <legend>Now</legend>
        <div class="row">
          <button
            type="button"
            class="button secondary"
            onClick={() => run('cold', 'The next call of each function starts cold.')}
          >
            Cold start
          </button>
          <button
            type="button"
            class="button secondary"
            onClick={() => run('minute', 'The job that heals runs; otherwise it does every minute.')}
          >
            Run the minute job
          </button>
        </div>
        <p class="hint" role="status">
          {said}
        </p>
      </fieldset>
      <RobloxPanel />
    </div>
  );
}

import { useSignal } from '@preact/signals';
import type { Call, Step, Timeline } from '../protocol.ts';
import { timelines } from './state.ts';

/** Behind the curtain: what one's own interactions led to, the latest first. */
export function Curtain() {
  const all = timelines.value;
  if (all.length === 0) {
    return <p class="hint">Use a command: what happens behind it appears here, as it happens.</p>;
  }
  return (
    <ol class="timelines">
      {[...all].reverse().map((timeline, index) => (
        <One key={timeline.id} timeline={timeline} isLatest={index === 0} />
      ))}
    </ol>
  );
}

function One({ timeline, isLatest }: { timeline: Timeline; isLatest: boolean }) {
  const { label, acknowledged, calls, outbox, request, receivedAt } = timeline;
  const statements = calls.flatMap((call) => call.steps).filter((step) => step.kind === 'sql').length;
  const requests = calls.flatMap((call) => call.steps).filter((step) => step.kind === 'http').length;
  return (
    <li>
      <details open={isLatest}>
        <summary>
          <strong>{label || 'interaction'}</strong>{' '}
          <span class="hint">
            {new Date(receivedAt).toLocaleTimeString()} · {statements} statements · {requests} calls
          </span>
        </summary>
        <p class="event">
          <At ms={0} /> received
        </p>
        <Raw title="Request, as it was signed" text={rawRequest(request)} />
        {acknowledged !== null && (
          <>
            <p class="event">
              <At ms={acknowledged.ms} /> acknowledged: {acknowledged.status}
            </p>
            <Raw title="Answer" text={pretty(acknowledged.body)} />
          </>
        )}
        {calls.map((call) => (
          <OneCall key={call.id} call={call} />
        ))}
        {outbox.length > 0 && (
          <table class="outbox">
            <caption>Outbox</caption>
            <thead>
              <tr>
                <th scope="col">Effect</th>
                <th scope="col">State</th>
                <th scope="col">Tries</th>
              </tr>
            </thead>
            <tbody>
              {outbox.map((row) => (
                <tr key={row.id}>
                  <td>{row.kind}</td>
                  <td>
                    <span class={`state ${row.status}`}>{row.status}</span> {row.result ?? ''}
                  </td>
                  <td>{row.attempts}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </details>
    </li>
  );
}

function OneCall({ call }: { call: Call }) {
  const state = call.ms === null ? 'runs' : `${call.ms} ms`;
  return (
    <section class="call">
      <p class="event">
        <At ms={call.at} /> {call.detached ? 'handed over to' : 'called'} <strong>{call.functionName}</strong>{' '}
        <span class={`state ${call.cold ? 'cold' : 'warm'}`}>{call.cold ? 'cold' : 'warm'}</span> {state}
        {call.outcome !== '' && call.outcome !== '200' && <span class="problem"> {call.outcome}</span>}
      </p>
      <ul class="steps">
        {call.steps.map((step, index) => (
          <OneStep key={`${index}.${step.at}`} step={step} />
        ))}
      </ul>
    </section>
  );
}

function OneStep({ step }: { step: Step }) {
  const isOpen = useSignal(false);
  const { kind, title, at, ms, outcome, request, answer } = step;
  const [first = ''] = title.trim().split('\n');
  return (
    <li>
      <details
        onToggle={(event) => {
          isOpen.value = event.currentTarget.open;
        }}
      >
        <summary>
          <At ms={at} /> <span class="kind">{kind}</span> <code>{first}</code>{' '}
          <span class="hint">
            {ms.toFixed(ms < 10 ? 1 : 0)} ms {outcome}
          </span>
        </summary>
        {isOpen.value && (
          <>
            <pre>{title.trim()}</pre>
            {request !== '' && <pre>{pretty(request)}</pre>}
            {answer !== '' && <pre>{pretty(answer)}</pre>}
          </>
        )}
      </details>
    </li>
  );
}

function Raw({ title, text }: { title: string; text: string }) {
  return (
    <details class="raw">
      <summary class="hint">{title}</summary>
      <pre>{text}</pre>
    </details>
  );
}

const At = ({ ms }: { ms: number }) => <span class="at">{Math.round(ms)} ms</span>;

function rawRequest({ headers, body }: Timeline['request']): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [...lines, '', pretty(body)].join('\n');
}

/** JSON with line breaks; anything else as it is. */
function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true });
const { hostname, port } = new URL(process.env['INVOKE_URL'] ?? 'http://127.0.0.1');
const headers = { 'content-type': 'application/json', 'fn-invoke-type': 'detached' };
const path = '/20181201/functions/ocid1.fnfunc.bench/actions/invoke';

/** What the front door sends to a command's function. */
export interface Envelope {
  readonly timestamp: string;
  readonly signature: string;
  readonly body: string;
}

/** The front door's own POST by node:http, over a kept connection; resolves at the head of a 202. */
export function handOver(envelope: Envelope): Promise<void> {
  const text = JSON.stringify(envelope);
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        hostname,
        port,
        path,
        method: 'POST',
        agent,
        headers: { ...headers, 'content-length': Buffer.byteLength(text) },
      },
      (answer) => {
        answer.resume();
        if (answer.statusCode === 202) resolve();
        else reject(new Error(`The hand-over was answered ${answer.statusCode}.`));
      },
    );
    sent.on('error', reject);
    sent.end(text);
  });
}

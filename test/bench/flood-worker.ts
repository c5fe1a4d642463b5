// The thread of `startFlood`: tells when each connection has had an answer, and at the end how many there were.
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';
import * as z from 'zod/mini';

const Options = z.object({
  socketPath: z.string(),
  connections: z.int(),
  body: z.string(),
  headers: z.record(z.string(), z.string()),
  /** `Fn-Http-Status` of every answer; undefined where the function sets none. */
  status: z.optional(z.string()),
});
export type FloodOptions = z.infer<typeof Options>;

const { socketPath, connections, body: text, headers, status } = Options.parse(workerData);
const body = Buffer.from(text);
const agent = new Agent({ keepAlive: true, maxSockets: connections });
const options = {
  socketPath,
  path: '/call',
  method: 'POST',
  agent,
  headers: { ...headers, 'content-length': body.length },
};
let stopped = false;
let answered = 0;

const one = () =>
  new Promise<void>((resolve, reject) => {
    const sent = request(options, (answer) => {
      answer.resume();
      answer.on('error', reject);
      answer.on('end', () => {
        answered += 1;
        if (answer.headers['fn-http-status'] === status) resolve();
        else reject(new Error(`A forged request was answered ${answer.headers['fn-http-status']}.`));
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });

async function flood(): Promise<void> {
  while (!stopped) await one();
}

if (parentPort !== null) {
  await Promise.all(Array.from({ length: connections }, one));
  parentPort.postMessage('started');
  const running = Array.from({ length: connections }, flood);
  await Promise.race([once(parentPort, 'message'), ...running]);
  stopped = true;
  await Promise.all(running);
  agent.destroy();
  parentPort.postMessage(answered);
}

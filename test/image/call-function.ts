import { request } from 'node:http';

export interface FunctionAnswer {
  readonly status: number;
  /** What the gateway would pass on. */
  readonly httpStatus: number;
  readonly json: unknown;
}

/** Calls a function over its socket, as Fn does; `http` for a call that came through the gateway. */
export function callFunction(
  socketPath: string,
  body: string,
  http?: { readonly path: string; readonly headers: Readonly<Record<string, string>> },
): Promise<FunctionAnswer> {
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    'fn-call-id': 'call',
    'fn-deadline': new Date(Date.now() + 30_000).toISOString(),
  };
  if (http !== undefined) {
    headers['fn-intent'] = 'httprequest';
    headers['fn-http-method'] = 'POST';
    headers['fn-http-request-url'] = http.path;
    for (const [name, value] of Object.entries(http.headers)) headers[`fn-http-h-${name}`] = value;
  }
  return new Promise((resolve, reject) => {
    const calling = request({ socketPath, path: '/call', method: 'POST', headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      answer.once('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          httpStatus: Number(answer.headers['fn-http-status']),
          json: JSON.parse(text),
        }),
      );
    });
    calling.once('error', reject);
    calling.end(body);
  });
}

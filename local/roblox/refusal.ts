import type { EmulatorAnswer } from '../emulator/http-server.ts';

/** The three forms in which Roblox says no. Source: FACTS, and the answers its own clients parse. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly json: unknown;

  constructor(status: number, message: string, json: unknown) {
    super(message);
    this.status = status;
    this.json = json;
  }

  answer(): EmulatorAnswer {
    return { status: this.status, json: this.json };
  }
}

/** From the gateway in front of Open Cloud, and from the older web services. */
export function gatewayRefusal(status: number, message: string, code = 0): Refusal {
  return new Refusal(status, message, { errors: [{ code, message }] });
}

/** From a service of Open Cloud v2. */
export function serviceRefusal(status: number, code: string, message: string): Refusal {
  return new Refusal(status, message, { code, message, details: [] });
}

/** RFC 9110 problem details, from the newer services. */
export function problemRefusal(status: number, title: string, detail: string): Refusal {
  const type = `https://tools.ietf.org/html/rfc9110#section-15.5.${status - 399}`;
  return new Refusal(status, title, {
    type,
    title,
    status,
    detail,
    traceId: '00-0123456789abcdef0123456789abcdef-0123456789abcdef-00',
  });
}

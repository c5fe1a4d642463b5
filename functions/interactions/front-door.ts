import type { FnAnswer, FnCall } from '../../shared/fn/serve.ts';
import { type Answering, answer } from './answer.ts';
import { type Authentication, authenticate } from './authenticate.ts';
import type { RequestAge } from './request-age.ts';

export interface FrontDoor extends Authentication, Answering {
  readonly ageOf: RequestAge;
  /** Sets off what the monitor's call sets off. */
  readonly health: () => Promise<void>;
}

const MAX_BODY_BYTES = 1_048_576;
/** `/interactions/<clan>`, behind the prefix of the gateway's deployment. */
const INTERACTIONS = /\/interactions\/([a-z][a-z0-9_]{1,29})$/;
const HEALTH = /\/health$/;

const UNAUTHORIZED: FnAnswer = { status: 401, body: '{"error":"unauthorized"}' };
const TOO_LARGE: FnAnswer = { status: 413, body: '{"error":"too large"}' };
const NOT_FOUND: FnAnswer = { status: 404, body: '{"error":"not found"}' };
const HEALTHY: FnAnswer = { status: 200, body: '{"status":"ok"}' };

/** Answers the gateway's requests: the only function that anybody outside can reach. */
export async function frontDoor({ http, header, body }: FnCall, door: FrontDoor): Promise<FnAnswer> {
  const path = http?.url.split('?', 1)[0] ?? '';
  if (http?.method === 'POST' && path.includes('/interactions')) {
    if (body.length > MAX_BODY_BYTES) return TOO_LARGE;
    const arrivedAt = door.now();
    const request = {
      clan: INTERACTIONS.exec(path)?.[1] ?? '',
      signature: header('X-Signature-Ed25519'),
      timestamp: header('X-Signature-Timestamp'),
      body,
      arrivedAt,
    };
    const authentic = await authenticate(request, door);
    if (authentic === undefined) return UNAUTHORIZED;
    const ageMs = door.ageOf(Number(authentic.timestamp) * 1000, arrivedAt);
    return { status: 200, body: JSON.stringify(await answer(authentic, { arrivedAt, ageMs }, door)) };
  }
  if ((http?.method === 'GET' || http?.method === 'HEAD') && HEALTH.test(path)) {
    await door.health();
    return HEALTHY;
  }
  return NOT_FOUND;
}

import { isRecord } from '../emulator/plain.ts';
import type { ApplicationSeed } from './seed.ts';
import { readPrivateKey, signatureHeaders } from './sign.ts';

const DEADLINE_MS = 3_000;

/**
 * Asks an interactions endpoint what Discord asks before it takes it: a PING with a good signature and one with a
 * bad signature. Returns what was wrong, undefined when nothing was.
 */
export async function probeEndpoint(
  application: ApplicationSeed,
  url: string,
  now: number,
): Promise<string | undefined> {
  if (application.privateKey === undefined) return 'the emulator has no private key of this application';
  const key = readPrivateKey(application.privateKey);
  const body = JSON.stringify({
    id: '1',
    application_id: application.applicationId,
    type: 1,
    token: 'ping',
    version: 1,
  });
  const timestamp = `${Math.floor(now / 1000)}`;
  const good = signatureHeaders(key, timestamp, body);
  const send = async (headers: Record<string, string>) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
      signal: AbortSignal.timeout(DEADLINE_MS),
    });
    return { status: response.status, text: await response.text() };
  };
  try {
    const pong = await send(good);
    const answer: unknown = pong.status === 200 ? JSON.parse(pong.text) : undefined;
    if (!isRecord(answer) || answer['type'] !== 1) return `a PING was answered ${pong.status}`;
    const forged = await send({
      ...good,
      'x-signature-ed25519': signatureHeaders(key, timestamp, `${body} `)['x-signature-ed25519'] ?? '',
    });
    return forged.status === 401 ? undefined : `a bad signature was answered ${forged.status}, not 401`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

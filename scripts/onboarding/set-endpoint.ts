import { setTimeout } from 'node:timers/promises';
import { type DiscordAccess, setEndpoint } from './check-discord.ts';
import { OnboardingError } from './onboarding-error.ts';

const TRIES = 3;
const PAUSE_MS = 1_000;
const TIMEOUT_MS = 10_000;

/**
 * Makes `url` the application's interactions endpoint, once the platform answers there. Throws `OnboardingError`, and
 * nothing is changed, when it does not, or when Discord refuses it.
 */
export async function openEndpoint(access: DiscordAccess, clan: string, url: string): Promise<void> {
  checkForm(clan, url);
  await waitForPlatform(url);
  await setEndpoint(access, url);
}

function checkForm(clan: string, text: string): void {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isLoopback = url !== undefined && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  if (url === undefined || !(url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback))) {
    throw new OnboardingError(
      'The endpoint: expected an address that begins with https://; nothing was changed.',
    );
  }
  if (!url.pathname.endsWith(`/interactions/${clan}`) || url.search !== '' || url.hash !== '') {
    throw new OnboardingError(
      `The endpoint of the clan ${clan} ends with /interactions/${clan}; nothing was changed.`,
    );
  }
}

/** The platform refuses an unsigned request with 401, as Discord demands; anything else is not the platform. */
async function waitForPlatform(url: string): Promise<void> {
  let what = '';
  for (let left = TRIES; left > 0; left -= 1) {
    what = await probe(url);
    if (what === '401') return;
    if (left > 1) await setTimeout(PAUSE_MS);
  }
  throw new OnboardingError(
    `The platform does not answer at ${url} (${what}), so Discord would refuse it; nothing was changed. ${adviceFor(what)}`,
  );
}

/** The status, or why there is none. */
async function probe(url: string): Promise<string> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return String(response.status);
  } catch (error) {
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    return cause instanceof Error && 'code' in cause ? String(cause.code) : 'no answer';
  }
}

function adviceFor(what: string): string {
  if (/^5/.test(what))
    return 'A proxy answers, but the platform behind it does not: start it, and compare the port.';
  if (/^[234]/.test(what))
    return 'Something else answers there: compare host and path with what the proxy passes on.';
  if (/CERT|SSL|TLS|SIGNED/.test(what)) return 'Its certificate is not one that Discord would trust.';
  return 'It must run and be reached from the internet by HTTPS: look at its log, the name in the DNS and the firewall.';
}

/** Settings that let one attempt take a minute; the adapter's own limits take their place. */
const WAITING = 'retry_count|retry_delay|connect_timeout|transport_connect_timeout';
const IN_DESCRIPTOR = new RegExp(`\\(\\s*(?:${WAITING})\\s*=[^()]*\\)`, 'gi');
const IN_EASY_CONNECT = new RegExp(`([?&])(?:${WAITING})=[^&]*(?=&|$)`, 'gi');
const AUTONOMOUS_HOST = /\(\s*host\s*=\s*[\w.-]+\.oraclecloud\.com\s*\)/i;
const SERVER = /\(\s*server\s*=/i;

/**
 * A connect string that fails within the adapter's own timeouts: retries and waiting times are taken out (an
 * Autonomous Database's own string has `retry_count=20` with a delay of 3 s). A descriptor of an Autonomous
 * Database that names no server kind gets `(server=pooled)`: DRCP, which is always on there, lets idle
 * containers hold no session.
 */
export function boundedConnectString(text: string): string {
  if (!text.trimStart().startsWith('(')) return withoutWaitingParameters(text);
  const bounded = text.replace(IN_DESCRIPTOR, '');
  if (!AUTONOMOUS_HOST.test(bounded) || SERVER.test(bounded)) return bounded;
  return bounded.replace(/\(\s*connect_data\s*=/gi, '$&(server=pooled)');
}

function withoutWaitingParameters(easyConnect: string): string {
  return easyConnect
    .replace(IN_EASY_CONNECT, '$1')
    .replace(/&{2,}/g, '&')
    .replace('?&', '?')
    .replace(/[?&]$/, '');
}

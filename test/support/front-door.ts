// For tests only: the front door with everything behind it replaced.
import type { KeyObject } from 'node:crypto';
import { expect } from 'vitest';
import { frontDoor } from '../../functions/interactions/front-door.ts';
import { createHealth } from '../../functions/interactions/health.ts';
import { createLongBodies } from '../../functions/interactions/long-bodies.ts';
import { createRequestAge } from '../../functions/interactions/request-age.ts';
import { createSuggest } from '../../functions/interactions/suggest.ts';
import { createKnownClans } from '../../shared/clans/known-clans.ts';
import { ClanRegistryError } from '../../shared/clans/registry-error.ts';
import { createEd25519Verifier } from '../../shared/interactions/verify-signature.ts';
import { createLogger } from '../../shared/log/create-logger.ts';
import type { InvokeOptions, InvokeOutcome } from '../../shared/platform/invoke.ts';
import { ID, signatureOf, TEST_IDENTITY } from './identity.ts';

export const NOW = 1_796_000_000_400;
export const modal = { custom_id: 'review.approve', title: 'Approve', components: [] };
/** One modal in each language, with the language in its title. */
function inEach(custom_id: string) {
  const titled = (title: string) => ({ ...modal, custom_id, title });
  return {
    en: titled('Approve'),
    de: titled('de'),
    'es-ES': titled('es-ES'),
    fr: titled('fr'),
    'pt-BR': titled('pt-BR'),
  };
}
const modals = {
  'review.approve': inEach('review.approve'),
  'points.add': inEach('points.add'),
  'submit-event': inEach('submit-event'),
};
const routes = {
  'command leaderboard': { function: 'leaderboard', reply: 'public' },
  'command points add': { function: 'points', reply: 'ephemeral' },
  'component leaderboard.page': { function: 'leaderboard', reply: 'update' },
  'component review.approve': { function: 'events', reply: 'modal', modal: 'review.approve' },
  'user-menu Add points': { function: 'points', reply: 'modal', modal: 'points.add' },
  'command submit-event': { function: 'submit-event', reply: 'modal', modal: 'submit-event' },
  'autocomplete points undo': { function: 'points', reply: 'choices' },
} as const;

type Call = { name: string; body: string; options: InvokeOptions };

/** The front door of one clan, whose functions are a record of calls and an answer. */
export function openFrontDoorTest() {
  const clock = { now: NOW };
  const lines: string[] = [];
  const calls: Call[] = [];
  const registry = { down: false, listings: 0, lookUps: [] as string[], onLookUp: () => {} };
  const functionIds: Record<string, string> = { 'deliver-outbox': '1', warm: '2' };
  const stopped = new Set<string>();
  let outcome: (call: Call) => InvokeOutcome | Promise<InvokeOutcome> = () => ({
    kind: 'accepted',
    body: '',
  });
  const log = createLogger({ write: (line) => void lines.push(line) });
  const now = () => clock.now;
  const invoke = async (name: string, body: string, options: InvokeOptions) => {
    calls.push({ name, body, options });
    return outcome({ name, body, options });
  };
  const door = {
    clans: createKnownClans(
      {
        async list(found) {
          registry.listings += 1;
          if (registry.down) throw new ClanRegistryError('the vault is down');
          found(TEST_IDENTITY.applicationId);
        },
        async find(id) {
          registry.lookUps.push(id);
          registry.onLookUp();
          if (registry.down) throw new ClanRegistryError('the vault is down');
          return id === TEST_IDENTITY.applicationId ? TEST_IDENTITY : undefined;
        },
      },
      { now, ttlMs: 60_000, maxClans: 10, onProblem: (message, error) => log.error(message, { error }) },
    ),
    ageOf: createRequestAge(),
    verify: createEd25519Verifier(),
    longBodies: createLongBodies(),
    routes,
    modals: async () => modals,
    invoke,
    suggest: createSuggest({ invoke, log }),
    isStopped: (clan: string) => stopped.has(clan),
    health: createHealth({ functionId: (name) => functionIds[name], invoke, now, log }),
    now,
    log,
  };
  return {
    clock,
    lines,
    calls,
    registry,
    functionIds,
    stopped,
    answerWith: (next: typeof outcome) => {
      outcome = next;
    },
    async request(method: string, url: string, body: Buffer, headers: Record<string, string> = {}) {
      const header = (name: string) => headers[name];
      return frontDoor({ http: { method, url }, header, body, deadline: undefined }, door);
    },
    async send(sent: SignedRequest = {}) {
      const { status, body: text } = await this.post(sent);
      return { status, text, json: JSON.parse(text) };
    },
    /** The answer as it is. */
    post(sent: SignedRequest) {
      const body = sent.bytes ?? Buffer.from(sent.text ?? JSON.stringify({ ...COMMAND, ...sent.body }));
      const timestamp = sent.timestamp ?? String(Math.floor((sent.at ?? clock.now) / 1000));
      const signature = sent.signature ?? signatureOf(timestamp, body, sent.key);
      return this.request('POST', sent.path ?? '/interactions/tophat', sent.changed ?? body, {
        'X-Signature-Ed25519': signature,
        'X-Signature-Timestamp': timestamp,
      });
    },
  };
}

const COMMAND = {
  id: ID,
  application_id: TEST_IDENTITY.applicationId,
  guild_id: TEST_IDENTITY.guildId,
  type: 2,
  token: 'secret-token',
  data: { type: 1, name: 'leaderboard' },
};

export interface SignedRequest {
  body?: object;
  text?: string;
  bytes?: Buffer;
  at?: number;
  timestamp?: string;
  signature?: string;
  key?: KeyObject;
  path?: string;
  changed?: Buffer;
}
export const command = (name: string, options: object[] = []) => ({
  type: 2,
  data: { type: 1, name, options },
});
export const pointsAdd = command('points', [{ type: 1, name: 'add', options: [] }]);
export const button = (customId: string) => ({ type: 3, data: { custom_id: customId, component_type: 2 } });
export const ephemeral = (code: string) => ({
  type: 4,
  data: {
    content: expect.stringMatching(new RegExp(`\n-# ${code} · ${ID}$`)),
    flags: 64,
    allowed_mentions: { parse: [] },
  },
});

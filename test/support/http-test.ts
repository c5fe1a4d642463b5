// For tests only: how effects are carried out at both services, request by request.
import type { Fault } from '../../local/emulator/faults.ts';
import { PERMISSIONS } from '../../shared/discord/permissions.ts';
import type { DeliveryContext } from '../../shared/effects/performer.ts';
import { openTestWorld, type TestWorld } from './world.ts';

export interface HttpTest extends TestWorld {
  readonly context: DeliveryContext;
  /** From now on `METHOD /path` gets this in place of its answer. */
  fails(request: string, fault: Omit<Fault, 'route'>): void;
  /** Nothing fails any more. */
  mend(): void;
  /** What was sent, in order, the requests to Discord first: `METHOD /path`. */
  requests(): string[];
  /** The same without what only reads. */
  writes(): string[];
}

export async function openHttpTest(settings: Partial<DeliveryContext['settings']> = {}): Promise<HttpTest> {
  const world = await openTestWorld({ settings });
  const services = [world.guild, world.group];
  const requests = () =>
    services.flatMap((service) => service.requests.list().map(({ method, path }) => `${method} ${path}`));
  return {
    ...world,
    context: { ...world.clanContext, effectId: '1300000000000000009-1', attempts: 1 },
    fails(request, fault) {
      const route = new RegExp(`^${request.replace(/\W/g, String.raw`\$&`)}$`);
      for (const service of services) service.faults.add({ ...fault, route });
    },
    mend() {
      for (const service of services) service.faults.clear();
    },
    requests,
    writes: () => requests().filter((request) => !request.startsWith('GET ')),
  };
}

export const DANGEROUS_ROLE = { permissions: PERMISSIONS.BAN_MEMBERS | PERMISSIONS.SEND_MESSAGES };

import { text } from 'node:stream/consumers';
import type { Clients } from './clients.ts';
import { LookError, looking, lookingAtAll } from './look-error.ts';

/** Everything that preflight looks at. Each method throws `LookError`; none changes anything. */
export type Tenancy = ReturnType<typeof openTenancy>;

/** States of what is gone or going. */
const GONE = /DELET|TERMINAT|FAILED/;
const isThere = (one: { lifecycleState?: string }) => !GONE.test(one.lifecycleState ?? '');

/** Of several with one name the one that is there; what is being deleted keeps its name for days. */
function named<T extends { displayName?: string; lifecycleState?: string }>(all: readonly T[], name: string) {
  return all.find((one) => one.displayName === name && isThere(one));
}

export function openTenancy(clients: Clients, tenancyId: string, user: string | undefined) {
  const { identity, limits, artifacts, secretNames, secrets, monitors } = clients;
  return {
    id: tenancyId,
    user,

    regions: () =>
      looking('the regions of the tenancy', async () => {
        const { items } = await identity.listRegionSubscriptions({ tenancyId });
        return items.map((one) => ({
          name: one.regionName,
          isHome: one.isHomeRegion,
          isReady: String(one.status) === 'READY',
        }));
      }),

    compartment: (compartmentId: string) =>
      looking('the compartment', async () => {
        const { compartment } = await identity.getCompartment({ compartmentId });
        return {
          name: compartment.name,
          parent: compartment.compartmentId,
          state: String(compartment.lifecycleState),
        };
      }),

    /** How much is used and left in the tenancy; undefined where OCI does not say. */
    async limit(serviceName: string, limitName: string) {
      try {
        const { resourceAvailability } = await looking(`the limit ${serviceName}/${limitName}`, () =>
          limits.getResourceAvailability({ serviceName, limitName, compartmentId: tenancyId }),
        );
        const { used, available } = resourceAvailability;
        return available === undefined || available === null ? undefined : { used, available };
      } catch (error) {
        // "Not all limits support this; the answer is then 404" (the API's documentation). A name that it does not
        // know is a 400 or a 404.
        if (error instanceof LookError && (error.status === 404 || error.status === 400)) return undefined;
        throw error;
      }
    },

    groupsOfUser: (userId: string) =>
      lookingAtAll('the groups of your user', (page) =>
        identity.listUserGroupMemberships({ compartmentId: tenancyId, userId, ...page }),
      ),

    groupName: (groupId: string) =>
      looking('a group of your user', async () => (await identity.getGroup({ groupId })).group.name),

    policies: (compartmentId: string) =>
      lookingAtAll('the policies', (page) => identity.listPolicies({ compartmentId, ...page })),

    dynamicGroups: () =>
      lookingAtAll('the dynamic groups', (page) =>
        identity.listDynamicGroups({ compartmentId: tenancyId, ...page }),
      ),

    natGateway: async (compartmentId: string, name: string) =>
      named(
        await lookingAtAll('the NAT gateway', (page) =>
          clients.network.listNatGateways({ compartmentId, displayName: name, ...page }),
        ),
        name,
      ),

    vault: async (compartmentId: string, name: string) =>
      named(
        await lookingAtAll('the vault', (page) => clients.vaults.listVaults({ compartmentId, ...page })),
        name,
      ),

    key: async (compartmentId: string, managementEndpoint: string, name: string) => {
      const keys = clients.keysAt(managementEndpoint);
      return named(
        await lookingAtAll("the vault's key", (page) => keys.listKeys({ compartmentId, ...page })),
        name,
      );
    },

    database: async (compartmentId: string, name: string) =>
      named(
        await lookingAtAll('the database', (page) =>
          clients.databases.listAutonomousDatabases({ compartmentId, displayName: name, ...page }),
        ),
        name,
      ),

    queue: async (compartmentId: string, name: string) =>
      named(
        await lookingAtAll('the queue', async (page) => {
          const answer = await clients.queues.listQueues({ compartmentId, displayName: name, ...page });
          return { items: answer.queueCollection.items, opcNextPage: answer.opcNextPage };
        }),
        name,
      ),

    application: async (compartmentId: string, name: string) =>
      named(
        await lookingAtAll('the functions application', (page) =>
          clients.functions.listApplications({ compartmentId, displayName: name, ...page }),
        ),
        name,
      ),

    functions: async (applicationId: string) =>
      (
        await lookingAtAll('the functions', (page) =>
          clients.functions.listFunctions({ applicationId, ...page }),
        )
      ).filter(isThere),

    gateway: async (compartmentId: string, name: string) =>
      named(
        await lookingAtAll('the API gateway', async (page) => {
          const answer = await clients.gateways.listGateways({ compartmentId, displayName: name, ...page });
          return { items: answer.gatewayCollection.items, opcNextPage: answer.opcNextPage };
        }),
        name,
      ),

    deployment: async (compartmentId: string, name: string) =>
      named(
        await lookingAtAll("the gateway's routes", async (page) => {
          const answer = await clients.deployments.listDeployments({ compartmentId, ...page });
          return { items: answer.deploymentCollection.items, opcNextPage: answer.opcNextPage };
        }),
        name,
      ),

    /** The tags of the images in a repository. */
    async tags(compartmentId: string, repositoryName: string): Promise<ReadonlySet<string>> {
      const images = await lookingAtAll('the images in the registry', async (page) => {
        const answer = await artifacts.listContainerImages({ compartmentId, repositoryName, ...page });
        return { items: answer.containerImageCollection.items, opcNextPage: answer.opcNextPage };
      });
      return new Set(images.filter(isThere).flatMap((one) => (one.version ? [one.version] : [])));
    },

    secrets: (compartmentId: string) =>
      lookingAtAll('the secrets', (page) => secretNames.listSecrets({ compartmentId, ...page })),

    /** The current content; no caller shows any of it. */
    secretContent: (secretId: string, name: string) =>
      looking(`the secret ${name}`, async () => {
        const { secretBundle } = await secrets.getSecretBundle({ secretId });
        const bundle = secretBundle.secretBundleContent;
        const content = bundle !== undefined && 'content' in bundle ? String(bundle.content) : '';
        return Buffer.from(content, 'base64').toString('utf8');
      }),

    async monitor(compartmentId: string, displayName: string) {
      const found = await lookingAtAll('the health monitor', (page) =>
        monitors.listHttpMonitors({ compartmentId, displayName, ...page }),
      );
      const monitorId = found.find((one) => one.displayName === displayName)?.id;
      if (monitorId === undefined) return undefined;
      const { httpMonitor } = await looking('the health monitor', () =>
        monitors.getHttpMonitor({ monitorId }),
      );
      return httpMonitor;
    },

    schedule: async (compartmentId: string, name: string) =>
      named(
        await lookingAtAll('the schedules', async (page) => {
          const answer = await clients.schedules.listSchedules({ compartmentId, ...page });
          return { items: answer.scheduleCollection.items, opcNextPage: answer.opcNextPage };
        }),
        name,
      ),

    /** Calls a function and waits for its answer. The caller sends nothing that changes anything. */
    invoke: (one: { id: string; invokeEndpoint?: string }, body: unknown) =>
      looking('a call of provision-clan', async () => {
        const { value } = await clients.invokeAt(one.invokeEndpoint ?? '').invokeFunction({
          functionId: one.id,
          invokeFunctionBody: JSON.stringify(body),
        });
        return text(value);
      }),
  };
}

import apigateway from 'oci-apigateway';
import artifacts from 'oci-artifacts';
import common from 'oci-common';
import core from 'oci-core';
import database from 'oci-database';
import functions from 'oci-functions';
import healthchecks from 'oci-healthchecks';
import identity from 'oci-identity';
import keymanagement from 'oci-keymanagement';
import limits from 'oci-limits';
import queue from 'oci-queue';
import resourcescheduler from 'oci-resourcescheduler';
import secrets from 'oci-secrets';
import vault from 'oci-vault';

export interface ClientOptions {
  readonly provider: common.ConfigFileAuthenticationDetailsProvider;
  readonly region: string;
  /** Stands in for the addresses of all services. */
  readonly url?: string | undefined;
  /** How long one call may take, in ms. */
  readonly timeoutMs: number;
  /** Between two tries, in seconds. */
  readonly pauseSeconds: number;
}

const TRIES = 3;
/** A function may be cold, and asks the vault and the database. */
const INVOKE_TIMEOUT_MS = 120_000;

export type Clients = ReturnType<typeof createClients>;

/** OCI's own clients for one region. What may pass (429, 5xx, no answer) is tried three times. */
export function createClients({ provider, region, url, timeoutMs, pauseSeconds }: ClientOptions) {
  const settings = {
    retryConfiguration: {
      delayStrategy: new common.FixedTimeDelayStrategy(pauseSeconds),
      terminationStrategy: new common.MaxAttemptsTerminationStrategy(TRIES),
    },
  };
  const signer = new common.DefaultRequestSigner(provider);
  const auth = (limitMs: number) => ({ httpClient: new PatientHttpClient(signer, limitMs) });
  function at<T extends { endpoint: string; regionId: string }>(client: T): T {
    client.regionId = region;
    if (url !== undefined) client.endpoint = url;
    return client;
  }
  const usual = auth(timeoutMs);
  return {
    identity: at(new identity.IdentityClient(usual, settings)),
    limits: at(new limits.LimitsClient(usual, settings)),
    network: at(new core.VirtualNetworkClient(usual, settings)),
    vaults: at(new keymanagement.KmsVaultClient(usual, settings)),
    databases: at(new database.DatabaseClient(usual, settings)),
    queues: at(new queue.QueueAdminClient(usual, settings)),
    functions: at(new functions.FunctionsManagementClient(usual, settings)),
    artifacts: at(new artifacts.ArtifactsClient(usual, settings)),
    secretNames: at(new vault.VaultsClient(usual, settings)),
    secrets: at(new secrets.SecretsClient(usual, settings)),
    gateways: at(new apigateway.GatewayClient(usual, settings)),
    deployments: at(new apigateway.DeploymentClient(usual, settings)),
    monitors: at(new healthchecks.HealthChecksClient(usual, settings)),
    schedules: at(new resourcescheduler.ScheduleClient(usual, settings)),
    /** Keys and calls of functions have addresses of their own, which OCI names. */
    keysAt(endpoint: string) {
      const client = new keymanagement.KmsManagementClient(usual, settings);
      client.endpoint = url ?? endpoint;
      return client;
    },
    invokeAt(endpoint: string) {
      const once = { terminationStrategy: new common.MaxAttemptsTerminationStrategy(1) };
      const client = new functions.FunctionsInvokeClient(auth(INVOKE_TIMEOUT_MS), {
        retryConfiguration: once,
      });
      client.endpoint = url ?? endpoint;
      return client;
    },
  };
}

/**
 * Oracle's client waits for ever for a server that says nothing, and hides why one could not be reached. This one
 * ends each try after its time, the body included, and keeps the system's code. It has no circuit breaker, whose
 * timers would keep a script alive.
 */
class PatientHttpClient implements common.HttpClient {
  readonly #signer: common.RequestSigner;
  readonly #limitMs: number;

  constructor(signer: common.RequestSigner, limitMs: number) {
    this.#signer = signer;
    this.#limitMs = limitMs;
  }

  async send(request: common.HttpRequest, forceExcludeBody?: boolean): Promise<Response> {
    const options = { signal: AbortSignal.timeout(this.#limitMs) };
    try {
      return await new common.FetchHttpClient(this.#signer, null, options).send(request, forceExcludeBody);
    } catch (error) {
      throw new NoAnswer(error);
    }
  }
}

class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  readonly code: string;

  constructor(error: unknown) {
    super('no answer', { cause: error });
    this.code = systemCode(error);
  }
}

function systemCode(error: unknown): string {
  if (!(error instanceof Error)) return 'failed';
  if (error.name === 'TimeoutError') return 'ETIMEDOUT';
  const cause = error.cause instanceof AggregateError ? error.cause.errors[0] : error.cause;
  const found: unknown = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return typeof found === 'string' ? found : error.name;
}

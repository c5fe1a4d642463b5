import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A resource principal as OCI Functions gives one: a token and a key in files, named by four variables. */
export interface ResourcePrincipal {
  readonly publicKey: KeyObject;
  readonly token: string;
  readonly variables: Readonly<Record<string, string>>;
}

/** Writes token and key into `directory`. */
export function makeResourcePrincipal(directory: string, expiresAt: number): ResourcePrincipal {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const token = renewToken(directory, expiresAt);
  const keyFile = join(directory, 'private.pem');
  writeFileSync(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  return {
    publicKey,
    token,
    variables: {
      OCI_RESOURCE_PRINCIPAL_VERSION: '2.2',
      OCI_RESOURCE_PRINCIPAL_REGION: 'us-ashburn-1',
      OCI_RESOURCE_PRINCIPAL_PRIVATE_PEM: keyFile,
      OCI_RESOURCE_PRINCIPAL_RPST: join(directory, 'rpst'),
    },
  };
}

/** What OCI does to the token's file now and then. `expiresAt`: Unix seconds. */
export function renewToken(directory: string, expiresAt: number, name = 'one'): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const token = `${part({ alg: 'RS256' })}.${part({ exp: expiresAt, sub: name })}.c2lnbmF0dXJl`;
  writeFileSync(join(directory, 'rpst'), token);
  return token;
}

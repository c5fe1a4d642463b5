import type { Context } from '@fnproject/fdk';
import { verifyKey } from 'discord-interactions';

const key = crypto.subtle.importKey(
  'raw',
  Buffer.from(process.env['PUBLIC_KEY'] ?? '', 'hex'),
  { name: 'Ed25519' },
  false,
  ['verify'],
);

/** Whether the call of the gateway is signed with the one key that there is. */
export async function verifyFunctionCall(body: Buffer, context: Context): Promise<boolean> {
  const timestamp = context.getHeader('Fn-Http-H-X-Signature-Timestamp') ?? '';
  const signature = context.getHeader('Fn-Http-H-X-Signature-Ed25519') ?? '';
  return verifyKey(body, signature, timestamp, await key);
}

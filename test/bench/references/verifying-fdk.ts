// The least a front door on Fn can be: verifies Discord's signature with node:crypto and answers PONG.
import { createPublicKey, verify } from 'node:crypto';
import fdk from '@fnproject/fdk';

const x = Buffer.from(process.env['PUBLIC_KEY'] ?? '', 'hex').toString('base64url');
const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });

fdk.handle(
  async (body, context) => {
    const timestamp = context.getHeader('Fn-Http-H-X-Signature-Timestamp') ?? '';
    const signature = context.getHeader('Fn-Http-H-X-Signature-Ed25519') ?? '';
    const message = Buffer.concat([Buffer.from(timestamp), body]);
    const proven = verify(null, message, key, Buffer.from(signature, 'hex'));
    context.setResponseHeader('Fn-Http-Status', proven ? '200' : '401');
    return fdk.rawResult(proven ? '{"type":1}' : '{}');
  },
  { inputMode: 'buffer' },
);

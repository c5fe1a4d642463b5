// The floor: a function that verifies, hands over by node:http and defers. Knows one application and looks at nothing.
import fdk from '@fnproject/fdk';
import { handOver } from './hand-over.ts';
import { verifyFunctionCall } from './verify.ts';

fdk.handle(
  async (body, context) => {
    const proven = await verifyFunctionCall(body, context);
    context.setResponseHeader('Fn-Http-Status', proven ? '200' : '401');
    if (!proven) return fdk.rawResult('{}');
    await handOver({
      timestamp: context.getHeader('Fn-Http-H-X-Signature-Timestamp') ?? '',
      signature: context.getHeader('Fn-Http-H-X-Signature-Ed25519') ?? '',
      body: body.toString(),
    });
    return fdk.rawResult('{"type":5}');
  },
  { inputMode: 'buffer' },
);

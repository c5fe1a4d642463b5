// The least a front door on Fn can be: verifies with discord-interactions' verifyKey and a key made once, answers PONG.
import fdk from '@fnproject/fdk';
import { verifyFunctionCall } from './verify.ts';

fdk.handle(
  async (body, context) => {
    const proven = await verifyFunctionCall(body, context);
    context.setResponseHeader('Fn-Http-Status', proven ? '200' : '401');
    return fdk.rawResult(proven ? '{"type":1}' : '{}');
  },
  { inputMode: 'buffer' },
);

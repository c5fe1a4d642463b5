// The least a function of Fn can be: answers every call with PONG and looks at nothing.
import fdk from '@fnproject/fdk';

fdk.handle(async () => fdk.rawResult('{"type":1}'), { inputMode: 'buffer' });

import { expect, it } from 'vitest';
import { person } from '../../test/support/clan.ts';
import { openHandlerTest } from '../../test/support/handler-test.ts';
import { showMyId } from './show-my-id.ts';

it('/show-my-id shows the caller’s own id, linked or not', async () => {
  const t = await openHandlerTest();
  expect((await t.run(showMyId, { actor: person(7) })).text).toContain(person(7));
});

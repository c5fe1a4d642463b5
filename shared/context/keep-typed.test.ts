import { afterEach, beforeEach, expect, it } from 'vitest';
import { type HandlerTest, openHandlerTest } from '../../test/support/handler-test.ts';
import { UserError } from '../errors/user-error.ts';
import { keepTyped } from './keep-typed.ts';

let test: HandlerTest;
beforeEach(async () => {
  test = await openHandlerTest();
});
afterEach(() => test.clan.db.close());

const refuse = async () => {
  throw new UserError('refused', 'No.');
};

it.each([
  ['at once', refuse],
  ['in the change', async () => ({ change: refuse })],
])('a refusal %s gives back what was typed, ready to copy', async (_, handler) => {
  const run = test.run(keepTyped('reason', handler), {
    fields: { reason: ['Late, `again`\n\u202efor an hour'] },
  });
  await expect(run).rejects.toMatchObject({
    code: 'refused',
    message: 'No.\nYou had typed:\n```\nLate, ˋagainˋ\nfor an hour\n```',
  });
});

it('a refusal fits a message however much was typed, and is as it is where nothing was', async () => {
  const long = test.run(keepTyped('reason', refuse), { options: { reason: '🐺'.repeat(3000) } });
  await expect(long).rejects.toMatchObject({ message: expect.stringMatching(/^.{1,1900}$/s) });
  await expect(test.run(keepTyped('reason', refuse), {})).rejects.toMatchObject({ message: 'No.' });
});

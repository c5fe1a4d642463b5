import { describe, expect, it } from 'vitest';
import { openTestClan, person } from '../../test/support/clan.ts';
import { answerOf, contextOf } from '../../test/support/command-context.ts';
import { showMyId } from './show-my-id.ts';

describe('/show-my-id', () => {
  it('shows the caller’s own id, linked or not', async () => {
    const clan = await openTestClan();
    const { text } = await answerOf(clan, showMyId, contextOf(clan, person(7)));
    expect(text).toContain(person(7));
    await clan.db.close();
  });
});

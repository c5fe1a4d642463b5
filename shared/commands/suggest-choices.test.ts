import { describe, expect, it } from 'vitest';
import { OFFICER_ROLE, openEnvelopeTest } from '../../test/support/envelope-test.ts';

describe('autocomplete', () => {
  const data = { type: 1, name: 'test', options: [{ type: 3, name: 'entry', value: 'x', focused: true }] };

  it('offers at most 25 choices within their limits', async () => {
    const t = await openEnvelopeTest(
      async ({ interaction }) => ({
        choices: Array.from({ length: 40 }, (_, i) => ({
          name: 'n'.repeat(150),
          value: `${interaction.focused?.value}${i}`,
        })),
      }),
      { on: 'autocomplete', reply: 'choices' },
    );
    const outcome = await t.send({ type: 4, data });
    expect(outcome.kind === 'choices' && outcome.choices.length).toBe(25);
    expect(outcome.kind === 'choices' && outcome.choices[0]).toEqual({
      name: `${'n'.repeat(99)}…`,
      value: 'x0',
    });
    expect(t.discord.calls).toEqual([]);
  });

  it('offers nothing to those who may not use it, and nothing when it fails', async () => {
    const t = await openEnvelopeTest(async () => Promise.reject(new Error('bug')), {
      on: 'autocomplete',
      reply: 'choices',
      tier: 'officer',
    });
    expect(await t.send({ type: 4, data })).toEqual({ kind: 'choices', choices: [] });
    expect(await t.send({ type: 4, data, roles: [OFFICER_ROLE] })).toEqual({ kind: 'choices', choices: [] });
  });
});

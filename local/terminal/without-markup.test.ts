import { describe, expect, it } from 'vitest';
import type { ClanView } from './shapes.ts';
import { withoutMarkup } from './without-markup.ts';

const clan: ClanView = {
  clan: 'tophat',
  guild: 'TophatC',
  guildId: '1',
  channels: [{ id: '20', name: 'events' }],
  roles: [{ id: '30', name: 'Officer' }],
  members: [
    { id: '40', username: 'wolf', name: 'The Wolf', bot: false, dms: 'open', roles: [], owner: false },
  ],
};

describe('plainText', () => {
  it.each([
    [
      'names people, channels and roles',
      '<@40> <@!40> <#20> <@&30> <@99>',
      '@The Wolf @The Wolf #events @Officer @99',
    ],
    ['takes Markdown signs off', '**bold** __under__ ~~gone~~', 'bold under gone'],
    ['shows escaped signs as they are', '\\*not bold\\* a\\_b \\@everyone', '*not bold* a_b @everyone'],
    ['shows where a link leads', '[review](https://discord.com/x)', 'review (https://discord.com/x)'],
    ['shows small print as a line', '-# code · 1', 'code · 1'],
  ])('%s', (_name, given, shown) => {
    expect(withoutMarkup(given, clan)).toBe(shown);
  });

  it('shows a moment as a time, or how far away it is', () => {
    const inTwoHours = Math.round(Date.now() / 1000) + 7200;
    expect(withoutMarkup(`<t:${inTwoHours}:R>`, clan)).toBe('in 2 hours');
    expect(withoutMarkup('<t:1760000000:d>', clan)).toMatch(/^\d{1,2} Oct 2025$/);
  });
});

import { expect, it } from 'vitest';
import { person, TEST_SETTINGS } from '../../test/support/clan.ts';
import { escapeMarkdown } from '../discord/text.ts';
import { reportMessage } from './report-message.ts';
import { emptyReport, withReportLines } from './sync-report.ts';

it('a long report comes as a plain text file, with names instead of mentions and without Markdown', () => {
  const who = { discordId: person(1), name: 'Grey_Wolf' };
  const says = `**${escapeMarkdown('E1 | Soldier')}** → **${escapeMarkdown('E2 | Specialist')}**, taken over.`;
  const lines = [{ who: null, says: 'Nobody was `asked`.' }, ...Array(150).fill({ who, says })];
  const { message, file } = reportMessage(withReportLines(emptyReport(), lines), {
    title: 'Sync',
    settings: TEST_SETTINGS,
    locale: 'en-US',
  });
  expect(message.embeds?.[0]?.description).toContain(`<@${person(1)}>: **E1 \\| Soldier**`);
  const text = file?.text.split('\n') ?? [];
  expect(text.slice(0, 2)).toEqual([
    'Nobody was asked.',
    `Grey_Wolf (${person(1)}): E1 | Soldier → E2 | Specialist, taken over.`,
  ]);
  expect(text).toHaveLength(lines.length + 1);
});

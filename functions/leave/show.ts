import type { Answer, CommandContext } from '../../shared/context/command-context.ts';
import { type Leave, leavesOf } from '../../shared/leave/leave.ts';
import { embedColor } from '../../shared/settings/embed-color.ts';
import { texts } from './texts.ts';

const SHOWN = 10;

/** The caller's latest leaves. */
export async function showLeaves({ db, actor, settings }: CommandContext): Promise<Answer> {
  const leaves = await leavesOf(db, actor.id, SHOWN);
  const description = leaves.length === 0 ? texts.nothing : leaves.map(line).join('\n');
  return { message: { embeds: [{ title: texts.showTitle, description, color: embedColor(settings) }] } };
}

function line(leave: Leave): string {
  const { status, closedAt, endsAt } = leave;
  const early = status === 'ended' && closedAt !== null && closedAt < endsAt;
  return early ? `${texts.line(leave)} (${texts.endedEarly(closedAt)})` : texts.line(leave);
}

import type { Answer, CommandContext } from '../../shared/context/command-context.ts';
import { type Leave, leavesOf } from '../../shared/leave/leave.ts';
import { embedColor } from '../../shared/settings/embed-color.ts';
import { texts } from './texts.ts';

const SHOWN = 10;

/** The caller's latest leaves. */
export async function showLeaves({ db, actor, interaction, settings }: CommandContext): Promise<Answer> {
  const leaves = await leavesOf(db, actor.id, SHOWN);
  const own = texts(interaction.locale);
  const description = leaves.length === 0 ? own.nothing : leaves.map((leave) => line(leave, own)).join('\n');
  return { message: { embeds: [{ title: own.showTitle, description, color: embedColor(settings) }] } };
}

function line(leave: Leave, own: ReturnType<typeof texts>): string {
  const { status, closedAt, endsAt } = leave;
  const early = status === 'ended' && closedAt !== null && closedAt < endsAt;
  return early ? own.endedEarly(leave, closedAt) : own.line(leave);
}

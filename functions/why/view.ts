import type { Settings } from '../../shared/clans/settings.ts';
import type { Message } from '../../shared/discord/message.ts';
import { clip, escapeMarkdown } from '../../shared/discord/text.ts';
import { resultIn } from '../../shared/effects/result-in.ts';
import { isLinked, type Member } from '../../shared/members/member.ts';
import { dueRank, nextPointRank, type Rank, rankById } from '../../shared/ranks/rank.ts';
import { embedColor } from '../../shared/settings/embed-color.ts';
import type { ExplainedChange, RankHistory, RoleEffect } from './read-history.ts';
import { texts as allTexts } from './texts.ts';

/** Twice as long once escaped: five changes with names and reasons fit. */
const SHOWN_NAME = 60;
const SHOWN_REASON = 80;
const FIELD_MAX = 1024;
const DESCRIPTION_MAX = 3000;

interface Explained {
  readonly member: Member;
  readonly ranks: readonly Rank[];
  readonly history: RankHistory;
  readonly effects: readonly RoleEffect[];
  readonly settings: Settings;
  readonly now: number;
}

/** How somebody came to their rank, what the next one needs, and what stands in the way. */
export function whyMessage(explained: Explained, locale: string | undefined): Message {
  const { member, ranks, history, effects, settings } = explained;
  const texts = allTexts(locale);
  const lines = [
    texts.hasRank(member.discordId, nameOf(rankById(ranks, member.rankId))),
    ...(history.changes.length === 0
      ? [texts.noChanges]
      : history.changes.map((change) => changeLine(change, ranks, locale))),
  ];
  const fields = [
    { name: texts.nextTitle, value: nextLine(explained, locale) },
    {
      name: texts.openTitle,
      value:
        [...heldLines(explained, locale), ...effects.map((one) => effectLine(one, explained, locale))].join(
          '\n',
        ) || texts.nothingOpen,
    },
    { name: texts.syncTitle, value: syncLine(member, locale) },
  ];
  return {
    embeds: [
      {
        title: texts.title,
        description: clip(lines.join('\n'), DESCRIPTION_MAX),
        fields: fields.map(({ name, value }) => ({ name, value: clip(value, FIELD_MAX) })),
        color: embedColor(settings),
      },
    ],
  };
}

function changeLine(change: ExplainedChange, ranks: readonly Rank[], locale: string | undefined): string {
  const texts = allTexts(locale);
  const named = (id: string) => {
    const rank = ranks.find((one) => one.id === id);
    return rank === undefined ? texts.formerRank : nameOf(rank);
  };
  const from = change.oldRankId === null ? undefined : named(change.oldRankId);
  const parts = [
    texts.change(from, named(change.newRankId), texts.causes[change.cause], change.createdAt),
    ...(change.actorId === null ? [] : [texts.by(change.actorId)]),
    ...(change.resetPoints > 0 ? [texts.reset(change.resetPoints)] : []),
  ];
  const state = texts.robloxStates[change.robloxState];
  if (state !== undefined) parts.push(state);
  if (change.robloxError !== null)
    parts.push(escapeMarkdown(clip(resultIn(locale, change.robloxError), SHOWN_REASON)));
  return `• ${parts.join(' · ')}`;
}

function nextLine({ member, ranks, history }: Explained, locale: string | undefined): string {
  const texts = allTexts(locale);
  const current = rankById(ranks, member.rankId);
  const next = nextPointRank(ranks, current);
  if (next === undefined) return texts.noNext;
  if (current.adminOnly) return texts.adminsDecide(nameOf(next));
  const { points } = member;
  if (dueRank(ranks, member) === undefined) return texts.needs(nameOf(next), next.pointsRequired, points);
  if (!isLinked(member)) return texts.linkFirst(nameOf(next));
  return history.hasOpenCard ? texts.cardWaits(nameOf(next)) : texts.due(nameOf(next));
}

function heldLines({ member }: Explained, locale: string | undefined): readonly string[] {
  return member.refusedChangeId === null ? [] : [allTexts(locale).held];
}

function effectLine(effect: RoleEffect, { now }: Explained, locale: string | undefined): string {
  const texts = allTexts(locale);
  const what = texts.effects[effect.kind];
  const reason =
    effect.result === null ? '' : escapeMarkdown(clip(resultIn(locale, effect.result), SHOWN_REASON));
  if (effect.status === 'failed') return texts.refused(what, effect.createdAt, reason);
  const { pausedUntil } = effect;
  if (pausedUntil !== null && pausedUntil > now) return texts.paused(what, pausedUntil);
  return effect.attempts === 0 || effect.dueAt <= now
    ? texts.waits(what, effect.createdAt, reason)
    : texts.triedAgain(what, effect.dueAt, reason);
}

function syncLine(member: Member, locale: string | undefined): string {
  const texts = allTexts(locale);
  if (!isLinked(member)) return texts.notLinked;
  if (member.syncedAt === null) return texts.neverSynced;
  return texts.synced(member.syncedAt, member.robloxRoleIds.length);
}

function nameOf(rank: Rank): string {
  return escapeMarkdown(clip(rank.name, SHOWN_NAME));
}

import type { Answer, CommandContext } from '../../shared/context/command-context.ts';
import { dueNickname } from '../../shared/nicknames/due-nicknames.ts';
import { applySync } from '../../shared/ranks/apply-sync.ts';
import { readFromRoblox } from '../../shared/ranks/roblox-place.ts';
import { changesSomething, countOf, planSync } from '../../shared/ranks/sync-plan.ts';
import { syncedSentences } from '../../shared/ranks/sync-texts.ts';
import { addNickname } from '../../shared/settings/add-nickname.ts';
import { memberFacts } from '../../shared/sync/member-facts.ts';
import { syncTexts } from '../../shared/sync/sync-texts.ts';
import { previewText } from './preview-text.ts';
import { texts } from './texts.ts';
import { applyButton, embed } from './view.ts';

/** Compares one member in all three places; changes nothing. */
export async function previewOne(context: CommandContext, memberId: string): Promise<Answer> {
  const plan = planSync(await readFacts(context, memberId));
  const nickname = await dueNickname(context, memberId);
  if (countOf(plan) === 'inSync' && nickname === undefined) {
    return { message: embed(context, texts.previewTitle, texts.oneInSync(memberId)) };
  }
  const applicable = changesSomething(plan) || nickname !== undefined;
  const lines = [
    syncTexts.ofMember(memberId, previewText(plan)),
    ...(nickname === undefined ? [] : [texts.wouldName(nickname)]),
    '',
    applicable ? texts.pressApply : texts.nothingWould,
  ];
  return {
    message: {
      ...embed(context, texts.previewTitle, lines.join('\n')),
      components: applicable ? [applyButton(memberId)] : [],
    },
  };
}

/** Brings one member to what Roblox says. The Discord role of the rank is given even when only that was missing. */
export async function syncOne(context: CommandContext, memberId: string): Promise<Answer> {
  const { settings, actor } = context;
  const facts = await readFacts(context, memberId);
  const nickname = await dueNickname(context, memberId);
  return {
    change: async (tx) => {
      const synced = await applySync(tx, { facts, settings, actorId: actor.id, now: context.now() });
      const said = syncedSentences(synced);
      const lines = (said.length === 0 ? [texts.inSync] : said).map((sentence) =>
        syncTexts.ofMember(memberId, sentence),
      );
      const nicknameEffectId =
        synced.nicknameEffectId ??
        (nickname === undefined ? undefined : await addNickname(tx, settings, memberId));
      const shows = [
        { label: texts.discordRoles, effectId: synced.discordEffectId },
        { label: texts.nickname, effectId: nicknameEffectId },
      ].flatMap(({ label, effectId }) => (effectId === undefined ? [] : [{ label, effectId }]));
      return {
        message: { ...embed(context, texts.title, lines.join('\n')), components: [] },
        ...(shows.length === 0 ? {} : { shows }),
      };
    },
  };
}

function readFacts(context: CommandContext, memberId: string) {
  return memberFacts(context, memberId, (member) => readFromRoblox(context.roblox, member));
}

import type { Answer, CommandContext } from '../../shared/context/command-context.ts';
import { dueNickname } from '../../shared/nicknames/due-nicknames.ts';
import { applySync } from '../../shared/ranks/apply-sync.ts';
import { readFromRoblox } from '../../shared/ranks/roblox-place.ts';
import { syncedSentences } from '../../shared/ranks/say-sync.ts';
import { changesSomething, countOf, planSync } from '../../shared/ranks/sync-plan.ts';
import { addNickname } from '../../shared/settings/add-nickname.ts';
import { memberFacts } from '../../shared/sync/member-facts.ts';
import { syncTexts } from '../../shared/sync/sync-texts.ts';
import { previewText } from './preview-text.ts';
import { texts } from './texts.ts';
import { applyButton, embed } from './view.ts';

/** Compares one member in all three places; changes nothing. */
export async function previewOne(context: CommandContext, memberId: string): Promise<Answer> {
  const { locale } = context.interaction;
  const said = texts(locale);
  const plan = planSync(await readFacts(context, memberId));
  const nickname = await dueNickname(context, memberId);
  if (countOf(plan) === 'inSync' && nickname === undefined) {
    return { message: embed(context, said.previewTitle, said.oneInSync(memberId)) };
  }
  const applicable = changesSomething(plan) || nickname !== undefined;
  const lines = [
    syncTexts(locale).ofMember(memberId, previewText(locale, plan)),
    ...(nickname === undefined ? [] : [said.wouldName(nickname)]),
    '',
    applicable ? said.pressApply : said.nothingWould,
  ];
  return {
    message: {
      ...embed(context, said.previewTitle, lines.join('\n')),
      components: applicable ? [applyButton(locale, memberId)] : [],
    },
  };
}

/** Brings one member to what Roblox says. The Discord role of the rank is given even when only that was missing. */
export async function syncOne(context: CommandContext, memberId: string): Promise<Answer> {
  const { settings, actor } = context;
  const { locale } = context.interaction;
  const said = texts(locale);
  const facts = await readFacts(context, memberId);
  const nickname = await dueNickname(context, memberId);
  return {
    change: async (tx) => {
      const synced = await applySync(tx, { facts, settings, actorId: actor.id, now: context.now() });
      const sentences = syncedSentences(locale, synced);
      const lines = (sentences.length === 0 ? [said.inSync] : sentences).map((sentence) =>
        syncTexts(locale).ofMember(memberId, sentence),
      );
      const nicknameEffectId =
        synced.nicknameEffectId ??
        (nickname === undefined ? undefined : await addNickname(tx, settings, memberId));
      const shows = [
        { label: said.discordRoles, effectId: synced.discordEffectId },
        { label: said.nickname, effectId: nicknameEffectId },
      ].flatMap(({ label, effectId }) => (effectId === undefined ? [] : [{ label, effectId }]));
      return {
        message: { ...embed(context, said.title, lines.join('\n')), components: [] },
        ...(shows.length === 0 ? {} : { shows }),
      };
    },
  };
}

function readFacts(context: CommandContext, memberId: string) {
  return memberFacts(context, memberId, (member) => readFromRoblox(context.roblox, member));
}

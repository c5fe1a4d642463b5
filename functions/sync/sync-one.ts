import type { Answer, CommandContext } from '../../shared/context/command-context.ts';
import { applySync } from '../../shared/ranks/apply-sync.ts';
import { readFromRoblox } from '../../shared/ranks/roblox-place.ts';
import { changesSomething, countOf, planSync } from '../../shared/ranks/sync-plan.ts';
import { syncedSentences } from '../../shared/ranks/sync-texts.ts';
import { memberFacts } from '../../shared/sync/member-facts.ts';
import { syncTexts } from '../../shared/sync/sync-texts.ts';
import { previewText } from './preview-text.ts';
import { texts } from './texts.ts';
import { applyButton, embed } from './view.ts';

/** Compares one member in all three places; changes nothing. */
export async function previewOne(context: CommandContext, memberId: string): Promise<Answer> {
  const plan = planSync(await readFacts(context, memberId));
  if (countOf(plan) === 'inSync') {
    return { message: embed(context, texts.previewTitle, texts.oneInSync(memberId)) };
  }
  const applicable = changesSomething(plan);
  const remark = applicable ? texts.pressApply : texts.nothingWould;
  return {
    message: {
      ...embed(
        context,
        texts.previewTitle,
        `${syncTexts.ofMember(memberId, previewText(plan))}\n\n${remark}`,
      ),
      components: applicable ? [applyButton(memberId)] : [],
    },
  };
}

/** Brings one member to what Roblox says. The Discord role of the rank is given even when only that was missing. */
export async function syncOne(context: CommandContext, memberId: string): Promise<Answer> {
  const { settings, actor } = context;
  const facts = await readFacts(context, memberId);
  return {
    change: async (tx) => {
      const synced = await applySync(tx, { facts, settings, actorId: actor.id, now: context.now() });
      const said = syncedSentences(synced);
      const lines = (said.length === 0 ? [texts.inSync] : said).map((sentence) =>
        syncTexts.ofMember(memberId, sentence),
      );
      const effectId = synced.discordEffectId;
      return {
        message: { ...embed(context, texts.title, lines.join('\n')), components: [] },
        ...(effectId === undefined ? {} : { shows: [{ label: texts.discordRoles, effectId }] }),
      };
    },
  };
}

function readFacts(context: CommandContext, memberId: string) {
  return memberFacts(context, memberId, (member) => readFromRoblox(context.roblox, member));
}

import type { Answer, CommandContext } from '../../shared/context/command-context.ts';
import { DiscordError } from '../../shared/discord/errors.ts';
import { escapeMarkdown, inlineCode } from '../../shared/discord/text.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import { mayRename } from '../../shared/nicknames/nickname-obstacle.ts';
import { nicknameOf } from '../../shared/nicknames/nickname-of.ts';
import { namedMembersAfter } from '../../shared/nicknames/nickname-store.ts';
import { requireTemplate } from '../../shared/nicknames/require-template.ts';
import { type Rank, ranksOf } from '../../shared/ranks/rank.ts';
import { embedColor } from '../../shared/settings/embed-color.ts';
import { changeSetting } from '../../shared/settings/settings-store.ts';
import { countNicknames, findNicknames, queueNicknames } from '../../shared/sync/sync-nicknames.ts';
import { fillNickname } from '../../shared/text/nickname-template.ts';
import type { Context } from './declaration.ts';
import { PROPOSED_TEMPLATE } from './proposed-template.ts';
import { texts } from './texts.ts';

const OFF = 'off';
const EXAMPLES = 3;
/** A preview that takes longer shows what it has counted. */
const LOOK_MS = 20_000;

/** `/settings nickname`: shows what a template comes to, with a button that applies it; `off` takes it away. */
export async function changeNickname(context: Context<'command settings nickname'>): Promise<Answer> {
  const { interaction, settings, now, db } = context;
  const template = String(interaction.options['template'] ?? '').trim();
  if (template.toLowerCase() === OFF) return turnOff(context);
  const ranks = await ranksOf(db, context);
  requireTemplate(template, ranks);
  const { count, isWhole, first } = await countNicknames(context, template, { deadline: now() + LOOK_MS });
  const said = texts(interaction.locale);
  const names = first.map(({ member, wanted }) =>
    said.nicknameExample(shown(member.robloxName ?? ''), shown(wanted)),
  );
  const lines = [
    said.nicknameTemplate(inlineCode(template)),
    ...[...new Set([...names, ...(await otherExamples(context, template, ranks))])].slice(0, EXAMPLES),
    isWhole ? said.nicknameCount(count) : said.nicknameCountAtLeast(count),
    ...((await isAllowed(context)) ? [] : [said.nicknameNotAllowed]),
    said.nicknameSkips,
    '',
    said.nicknamePress,
  ];
  return {
    change: async (tx) => {
      const id = tx.newId();
      await PROPOSED_TEMPLATE.keep(tx, { id, template }, now());
      return {
        message: {
          embeds: [{ title: said.nicknameTitle, description: lines.join('\n'), color: embedColor(settings) }],
          components: [applyButton(interaction.locale, id)],
        },
      };
    },
  };
}

/** The Apply button: the template holds from now on, and renaming begins. */
export async function applyNickname(context: CommandContext): Promise<Answer> {
  const { interaction, settings, actor, now, db } = context;
  const id = interaction.recordId ?? '';
  const template = (await PROPOSED_TEMPLATE.read(db, id))?.template;
  if (template === undefined) throw new UserError('template-gone', (locale) => texts(locale).nicknameGone);
  requireTemplate(template, await ranksOf(db, context));
  const said = texts(interaction.locale);
  const allowed = await isAllowed(context);
  const run = { after: undefined, deadline: now() + LOOK_MS };
  const { due, next } = allowed ? await findNicknames(context, template, run) : { due: [], next: undefined };
  return {
    change: async (tx) => {
      if ((await PROPOSED_TEMPLATE.take(tx, id)) === undefined)
        throw new UserError('template-gone', (locale) => texts(locale).nicknameGone);
      await changeSetting(tx, 'nickname', template, actor.id, now());
      await queueNicknames(tx, due, context);
      const lines = [
        said.nicknameSet(inlineCode(template), due.length),
        ...(next === undefined ? [] : [said.nicknameMore]),
        ...(allowed ? [] : [said.nicknameNotAllowed]),
      ];
      const embed = {
        title: said.nicknameTitle,
        description: lines.join('\n'),
        color: embedColor(settings),
      };
      return { message: { embeds: [embed], components: [] } };
    },
  };
}

async function turnOff({ interaction, settings, actor, now }: CommandContext<string>): Promise<Answer> {
  const said = texts(interaction.locale);
  if (settings.nickname === null) return { message: { content: said.nicknameOffAlready } };
  return {
    change: async (tx) => {
      await changeSetting(tx, 'nickname', null, actor.id, now());
      return { message: { content: said.nicknameOff } };
    },
  };
}

/** What linked members would be called who have the name already; of a clan without any, made-up ones. */
async function otherExamples(
  { db, interaction }: CommandContext<string>,
  template: string,
  ranks: readonly Rank[],
): Promise<readonly string[]> {
  const said = texts(interaction.locale);
  const members = await namedMembersAfter(db, undefined, EXAMPLES);
  if (members.length > 0) {
    return members.map(({ member }) =>
      said.nicknameExample(
        shown(member.robloxName ?? ''),
        shown(nicknameOf(template, member, { ranks, displayName: undefined })),
      ),
    );
  }
  return ranks.slice(0, EXAMPLES).map(({ name, tag }) => {
    const values = { roblox_name: 'Builderman', display_name: 'Builderman', rank: name, tag: tag ?? '' };
    return said.nicknameExample('Builderman', shown(fillNickname(template, values)));
  });
}

/** A Discord that does not answer is no reason to warn. */
async function isAllowed(context: CommandContext<string>): Promise<boolean> {
  try {
    return await mayRename(context);
  } catch (error) {
    if (!(error instanceof DiscordError)) throw error;
    context.log.info('Whether the bot may rename members could not be read', { error });
    return true;
  }
}

function applyButton(locale: string | undefined, id: string) {
  return {
    type: 1 as const,
    components: [
      {
        type: 2 as const,
        style: 1 as const,
        label: texts(locale).apply,
        custom_id: `settings.nickname:${id}`,
      },
    ],
  };
}

function shown(name: string): string {
  return escapeMarkdown(name);
}

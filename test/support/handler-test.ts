// For tests only: runs a command's handlers directly, without a signature, a runtime or an outbox.
import type { Settings } from '../../shared/clans/settings.ts';
import type { Handler } from '../../shared/commands/handler.ts';
import { TOKEN_LIFE_MS } from '../../shared/commands/open-envelope.ts';
import type { CommandContext, Reply } from '../../shared/context/command-context.ts';
import type { BinaryFile } from '../../shared/discord/client.ts';
import { Picture } from '../../shared/drawing/picture.ts';
import { withEffectLines } from '../../shared/effects/effect-lines.ts';
import { errorText } from '../../shared/errors/error-text.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import type { Tier } from '../../shared/interactions/declaration.ts';
import type { Interaction, Person } from '../../shared/interactions/interaction.ts';
import { LANGUAGES } from '../../shared/languages/language.ts';
import { SeenMembers } from '../../shared/members/seen-members.ts';
import type { Effect } from '../../shared/outbox/effect.ts';
import { person } from './clan.ts';
import { HERE, ID, TEST_IDENTITY, TOKEN } from './identity.ts';
import { openTestWorld, type TestWorld, type WorldOptions } from './world.ts';

export const OFFICER = person(901);
export const ADMIN = person(902);
const OFFICER_ACTS = { id: OFFICER, tier: 'officer' } as const;

/** What Discord says of an interaction, as far as a test cares. A slash command by an officer if nothing else is said. */
export interface Call extends Omit<Partial<Interaction>, 'people'> {
  /** An id alone: an ordinary member. */
  readonly actor?: string | { readonly id: string; readonly tier: Tier };
  readonly people?: readonly Person[];
  /** All channels set if left out. */
  readonly settings?: Settings;
}

export interface Answered {
  readonly reply: Reply;
  /** Written down, not performed. */
  readonly effects: readonly Effect[];
  /** The message as JSON. */
  readonly text: string;
}

export interface HandlerTest extends TestWorld {
  /** What a handler is given. */
  context(call?: Call): CommandContext;
  /** Runs a handler, and its change in one transaction. Fails when Discord would refuse a message of it. */
  run(handler: Handler, call?: Call): Promise<Answered>;
  /** What a handler suggests. Fails when Discord would refuse it. */
  suggest(handler: Handler, call?: Call): Promise<readonly { name: string; value: string }[]>;
}

export async function openHandlerTest(has: WorldOptions = {}): Promise<HandlerTest> {
  const world = await openTestWorld(has);
  const { guild } = world;

  function context({ actor = OFFICER_ACTS, settings, people, ...call }: Call = {}): CommandContext {
    const acting = typeof actor === 'string' ? ({ id: actor, tier: 'member' } as const) : actor;
    return {
      ...world.clanContext,
      settings: settings ?? world.clanContext.settings,
      actor: acting,
      seen: new SeenMembers([]),
      replyBy: world.clock.now + TOKEN_LIFE_MS,
      progress: async () => undefined,
      interaction: {
        ...interactionOf(acting.id),
        ...call,
        people: Object.fromEntries((people ?? []).map((one) => [one.id, one])),
      },
    };
  }
  return {
    ...world,
    context,
    async run(handler, call) {
      const { reply, effects } = await refusalsChecked(world, () => answered(world, handler, context(call)));
      const lines = (reply.shows ?? []).map(({ label }) => `✅ ${label}`);
      guild.checkMessage(withEffectLines(reply.message, lines), reply.file ?? fileOf(reply));
      for (const effect of effects) if ('message' in effect) guild.checkMessage(effect.message);
      return { reply, effects, text: JSON.stringify(reply.message) };
    },
    async suggest(handler, call) {
      const answer = await handler(context(call));
      if (!('choices' in answer)) throw new Error('the handler answered with a reply');
      guild.checkChoices(answer.choices);
      return answer.choices;
    },
  };
}

/** Fails when the picture of a reply could not be drawn. */
function fileOf({ picture }: Reply): BinaryFile | undefined {
  if (picture === undefined) return undefined;
  Picture.parse(picture.picture);
  const { name, description } = picture;
  return { name, description, contentType: 'image/png', bytes: Buffer.from('png') };
}

async function answered({ clan }: TestWorld, handler: Handler, context: CommandContext) {
  const answer = await handler(context);
  if ('choices' in answer) throw new Error('the handler answered with choices');
  if (!('change' in answer)) return { reply: answer, effects: [] };
  const { result: reply, effects } = await clan.change((tx) => answer.change(tx));
  return { reply, effects };
}
/** Fails when Discord would not take what a member reads of a refusal either. */
async function refusalsChecked<T>({ guild }: TestWorld, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UserError) {
      for (const language of LANGUAGES)
        guild.checkMessage({ content: errorText(error.text(language), error.code, ID) });
    }
    throw error;
  }
}

/** A person as interactions resolve them. */
export function resolved(id: string, isBot = false): Person {
  return { id, displayName: `Person ${id}`, isBot };
}

function interactionOf(userId: string): Interaction {
  return {
    id: ID,
    applicationId: TEST_IDENTITY.applicationId,
    token: TOKEN,
    guildId: TEST_IDENTITY.guildId,
    channelId: HERE,
    user: { id: userId, displayName: 'Wolf', isBot: false },
    locale: 'en-US',
    permissions: 0n,
    roleIds: [],
    appPermissions: 0n,
    on: 'command',
    key: '',
    recordId: undefined,
    argument: undefined,
    options: {},
    focused: undefined,
    targetId: undefined,
    fields: {},
    people: {},
    attachments: {},
    channels: {},
    message: undefined,
  };
}

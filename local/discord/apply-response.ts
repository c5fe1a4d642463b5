import { isRecord, listOf, textOf } from '../emulator/plain.ts';
import { type FormProblem, invalidForm, required } from './form-errors.ts';
import { FLAGS, MessageBody, parseMessageBody } from './message-body.ts';
import { modalProblems } from './modal-limits.ts';
import type { InteractionState } from './state.ts';
import type { World } from './world.ts';
import { createMessage, editMessage, type Files } from './write-message.ts';

const COMMAND = 2;
const COMPONENT = 3;
const AUTOCOMPLETE = 4;
const MODAL = 5;

/** Which response types an interaction takes, by its own type. Source: Discord's page on receiving and responding. */
const ALLOWED: Readonly<Record<number, readonly number[]>> = {
  [COMMAND]: [4, 5, 9],
  [COMPONENT]: [4, 5, 6, 7, 9],
  [AUTOCOMPLETE]: [8],
  [MODAL]: [4, 5, 6, 7],
};

/**
 * The first response to an interaction: makes its reply, edits the message it came from, opens a modal or gives
 * choices. Throws 50035 for a response that Discord would not take; the interaction then stays unanswered.
 */
export function applyResponse(
  world: World,
  interaction: InteractionState,
  response: Readonly<Record<string, unknown>>,
  files: Files,
): void {
  const type = Number(response['type']);
  const data = isRecord(response['data']) ? response['data'] : {};
  requireType(interaction, type);
  const body = type <= 7 ? parseMessageBody(MessageBody, data) : {};
  const ephemeral = ((body.flags ?? 0) & FLAGS.EPHEMERAL) !== 0;
  if (type === 4 || type === 5) {
    const reply = type === 5 ? deferred(body) : body;
    const message = createMessage(world, reply, files, {
      channelId: interaction.channelId,
      authorId: botOf(world, interaction),
      interactionId: interaction.id,
      visibleTo: ephemeral ? interaction.userId : undefined,
      flags: type === 5 ? FLAGS.LOADING : 0,
    });
    // What stands there while the bot is thinking is Discord's own text, not the bot's.
    if (type === 5) message.content = '';
    interaction.originalId = message.id;
    interaction.ephemeral = ephemeral;
  } else if (type === 6 || type === 7) {
    const source =
      interaction.sourceMessageId === null
        ? undefined
        : world.state.messages.get(interaction.sourceMessageId);
    if (type === 7 && source !== undefined) {
      editMessage(world, source, body, files);
      interaction.originalEdits += 1;
    }
    interaction.originalId = interaction.sourceMessageId;
  } else if (type === 8) {
    interaction.choices = choicesOf(data);
  } else {
    const problems = modalProblems(data);
    if (problems.length > 0)
      throw invalidForm(problems.map((problem) => ({ ...problem, path: ['data', ...problem.path] })));
    interaction.modal = data;
  }
  interaction.state = 'acknowledged';
  interaction.acknowledgedAs = type;
  world.changed();
  world.events.emit('interaction', interaction.id);
}

function requireType(interaction: InteractionState, type: number): void {
  const allowed = ALLOWED[interaction.type] ?? [];
  const updates = type === 6 || type === 7;
  if (allowed.includes(type) && !(updates && interaction.sourceMessageId === null)) return;
  throw invalidForm([
    { path: ['type'], code: 'BASE_TYPE_CHOICES', message: `Value must be one of (${allowed.join(', ')}).` },
  ]);
}

/** Of a deferred reply only EPHEMERAL counts; anything else in it is a mistake. */
function deferred(body: MessageBody): MessageBody {
  const problems: FormProblem[] = [];
  if (((body.flags ?? 0) & ~FLAGS.EPHEMERAL) !== 0) {
    problems.push({
      path: ['data', 'flags'],
      code: 'MESSAGE_FLAGS_INVALID',
      message: 'Only EPHEMERAL may be set on a deferred reply',
    });
  }
  for (const key of ['content', 'embeds', 'components'] as const) {
    if (body[key] !== undefined)
      problems.push({
        path: ['data', key],
        code: 'DEFERRED_WITH_CONTENT',
        message: 'A deferred reply carries no content',
      });
  }
  if (problems.length > 0) throw invalidForm(problems);
  return { content: '…' };
}

function choicesOf(data: Readonly<Record<string, unknown>>): unknown {
  const choices = data['choices'];
  if (!Array.isArray(choices)) throw invalidForm([required(['data', 'choices'])]);
  const problems: FormProblem[] = [];
  if (choices.length > 25)
    problems.push({
      path: ['data', 'choices'],
      code: 'BASE_TYPE_BAD_LENGTH',
      message: 'Must be between 0 and 25 in length.',
    });
  for (const [index, choice] of listOf(choices).entries()) {
    const name = isRecord(choice) ? textOf(choice['name']) : '';
    const value = isRecord(choice) ? choice['value'] : undefined;
    const at = ['data', 'choices', index];
    if (name.length < 1 || name.length > 100)
      problems.push({
        path: [...at, 'name'],
        code: 'BASE_TYPE_BAD_LENGTH',
        message: 'Must be between 1 and 100 in length.',
      });
    if (typeof value === 'string' ? value.length < 1 || value.length > 100 : typeof value !== 'number') {
      problems.push({
        path: [...at, 'value'],
        code: 'BASE_TYPE_BAD_LENGTH',
        message: 'Must be a number, or text of 1 to 100 letters.',
      });
    }
  }
  if (problems.length > 0) throw invalidForm(problems);
  return choices;
}

function botOf(world: World, interaction: InteractionState): string {
  const application = world.applications.find((entry) => entry.applicationId === interaction.applicationId);
  return application === undefined ? interaction.applicationId : world.botUserId(application);
}

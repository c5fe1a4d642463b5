import { replaceCooldown } from '../../shared/commands/cooldown.ts';
import type { Answer, CommandContext, Reply } from '../../shared/context/command-context.ts';
import { ConflictError } from '../../shared/database/errors.ts';
import { errorText } from '../../shared/errors/error-text.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import { attendanceOf } from '../../shared/events/attendance.ts';
import {
  DRAFT_KEPT_MS,
  type Draft,
  dropDraft,
  type EventForm,
  isKept,
  keepDraft,
} from '../../shared/events/draft.ts';
import { draftMessage } from '../../shared/events/draft-message.ts';
import { reviewMessage } from '../../shared/events/review-message.ts';
import { submitEvent } from '../../shared/events/submit-event.ts';
import { memberTexts } from '../../shared/members/texts.ts';
import type { ChangeTransaction } from '../../shared/outbox/change-transaction.ts';
import { checkForm, type ReadyForm } from './check-form.ts';
import { COOLDOWN_SECONDS } from './limits.ts';
import { COOLDOWN_KEY, heldUntil, type Standing, standingOf } from './standing.ts';
import { submittedReply } from './submitted-reply.ts';
import { texts } from './texts.ts';

/** Of a form: `new` is opened by the command, `corrected` and `sent` belong to the draft with this id. */
export type Source =
  | { readonly kind: 'new' }
  | { readonly kind: 'corrected' | 'sent'; readonly draftId: string };

/**
 * Hands a form in: what is complete, of a linked member, outside a cooldown, is put before the reviewers; anything
 * else is kept as the member's draft, and the reply says what is wrong and shows what was typed. A draft that is gone
 * by then is answered by `gone`.
 */
export async function handIn(
  context: CommandContext,
  form: EventForm,
  source: Source,
  gone: () => Reply,
): Promise<Answer> {
  const checked = await checkForm(context, form, context.interaction);
  const now = context.now();
  return {
    async change(tx) {
      const standing = await standingOf(tx, context.actor.id);
      const draft = source.kind === 'new' ? undefined : currentDraft(standing, source.draftId, now);
      if (source.kind !== 'new' && draft === undefined) return gone();
      const until = heldUntil(standing, draft, now);
      const problems = [
        ...(standing.isLinked
          ? []
          : [new UserError('not-linked', (locale) => memberTexts(locale).youAreNotLinked)]),
        ...(until === undefined
          ? []
          : [new UserError('cooldown', (locale) => texts(locale).cooldown(until))]),
        ...('problems' in checked ? checked.problems : []),
      ];
      const at = { context, standing, draft, now };
      if (problems.length === 0 && 'ready' in checked) return handOver(tx, checked.ready, at);
      const keepProof = !('problems' in checked) || checked.keepProof;
      const kept = { ...form, proof: keepProof ? form.proof : undefined };
      return keep(tx, kept, { ...at, problems, until, isSent: source.kind === 'sent' });
    },
  };
}

/** The member's draft, when it is this one and its day is not over. */
function currentDraft({ draft }: Standing, id: string, now: number): Draft | undefined {
  return draft !== undefined && draft.id === id && isKept(draft, now) ? draft : undefined;
}

interface Moment {
  readonly context: CommandContext;
  readonly standing: Standing;
  /** The draft that the form belongs to. */
  readonly draft: Draft | undefined;
  readonly now: number;
}

async function handOver(
  tx: ChangeTransaction,
  ready: ReadyForm,
  { context, standing, draft, now }: Moment,
): Promise<Reply> {
  const { actor, interaction, settings } = context;
  const { locale } = interaction;
  const { type, channelId, times, notes, participants, proof } = ready;
  if (draft !== undefined && !(await dropDraft(tx, draft)))
    throw new ConflictError('the draft was discarded or sent meanwhile');
  await startCooldown(tx, context, standing, now);
  const { event, duplicateOf } = await submitEvent(tx, {
    type,
    hostId: actor.id,
    times,
    participants,
    proof,
    now,
  });
  const attendance = await attendanceOf(tx, participants);
  const effectId = await tx.addEffect({
    kind: 'message',
    channelId,
    message: reviewMessage({ event, attendance, duplicateOf, settings, now }),
    proof,
    remember: { table: 'events', id: event.id },
  });
  const waiting = draft === undefined ? current(standing, now) : undefined;
  const lines = waiting === undefined ? notes : [...notes, texts(locale).draftWaits(waiting)];
  return submittedReply({ event, times, notes: lines, attendance, effectId, settings, locale });
}

async function keep(
  tx: ChangeTransaction,
  form: EventForm,
  {
    context,
    standing,
    draft,
    now,
    problems,
    until,
    isSent,
  }: Moment & { problems: readonly UserError[]; until: number | undefined; isSent: boolean },
): Promise<Reply> {
  const { locale } = context.interaction;
  const t = texts(locale);
  const kept: Draft = {
    ...form,
    id: draft?.id ?? tx.newId(),
    hostId: context.actor.id,
    // A draft that is only looked at again keeps its day and its cooldown.
    cooldownUntil: isSent ? (draft?.cooldownUntil ?? null) : await startCooldown(tx, context, standing, now),
    blockedUntil: until ?? null,
    savedAt: isSent ? (draft?.savedAt ?? now) : now,
    expiresAt: isSent ? (draft?.expiresAt ?? now) : now + DRAFT_KEPT_MS,
  };
  await keepDraft(tx, kept, standing.draft?.id);
  const replaced = draft === undefined ? current(standing, now) : undefined;
  const lines = [
    ...problems.map((problem) => problem.text(locale)),
    t.kept(kept.expiresAt),
    ...(replaced === undefined ? [] : [t.draftReplaced(replaced)]),
  ];
  const codes = problems.map(({ code }) => code).join(' ');
  const text = errorText(lines.join('\n'), codes, context.interaction.id);
  return { message: draftMessage(kept, { text, locale, settings: context.settings, now }) };
}

function current({ draft }: Standing, now: number): Draft | undefined {
  return draft !== undefined && isKept(draft, now) ? draft : undefined;
}

function startCooldown(
  tx: ChangeTransaction,
  { actor }: CommandContext,
  { cooldownUntil }: Standing,
  now: number,
): Promise<number> {
  const cooldown = { discordId: actor.id, key: COOLDOWN_KEY, seconds: COOLDOWN_SECONDS, now };
  return replaceCooldown(tx, cooldown, cooldownUntil);
}

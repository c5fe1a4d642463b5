import type { Answer, CommandContext } from '../../shared/context/command-context.ts';
import { pageNumber } from '../../shared/discord/page-buttons.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import {
  endJoinDecision,
  type JoinAnswer,
  type JoinDecision,
  latestJoinDecision,
  storeJoinDecision,
} from '../../shared/members/join-decision.ts';
import { findMemberByRobloxUser } from '../../shared/members/member.ts';
import { readOrRefuse } from '../../shared/refusals/read-or-refuse.ts';
import { embedColor } from '../../shared/settings/embed-color.ts';
import { texts } from './texts.ts';
import { backButton } from './view.ts';

/** The outbox gives an effect up after about a week. */
const GIVEN_UP_MS = 10 * 86_400_000;
const ROBLOX_ID = /^[1-9]\d{0,18}$/;

export function accept(context: CommandContext): Promise<Answer> {
  return decide(context, 'accept');
}

export function decline(context: CommandContext): Promise<Answer> {
  return decide(context, 'decline');
}

/**
 * Stores what was decided on the request that the button names; Roblox is told after the commit. Throws `UserError`
 * `request-gone` (saying who decided it, where it was decided here), `request-waiting` and `own-request`.
 */
async function decide(context: CommandContext, decision: JoinAnswer): Promise<Answer> {
  const { interaction, roblox, log, actor, settings } = context;
  const robloxUserId = interaction.recordId ?? '';
  if (!ROBLOX_ID.test(robloxUserId)) throw new UserError('no-such-request', (l) => texts(l).noSuchRequest);
  const [request, user] = await readOrRefuse(
    { log },
    (l) => texts(l).robloxUnread,
    () => Promise.all([roblox.joinRequest(robloxUserId), roblox.user(robloxUserId)]),
  );
  const t = texts(interaction.locale);
  const robloxName = user?.name ?? robloxUserId;
  return {
    change: async (tx) => {
      const now = context.now();
      const latest = await latestJoinDecision(tx, robloxUserId);
      if (latest?.status === 'waiting') {
        if (now - latest.decidedAt <= GIVEN_UP_MS) {
          throw new UserError('request-waiting', (l) => texts(l).waiting(robloxName, latest));
        }
        await endJoinDecision(tx, latest.id, { status: 'failed', error: 'given up', now });
      }
      if (request === undefined) throw gone(robloxName, latest);
      const holder = await findMemberByRobloxUser(tx, robloxUserId);
      if (holder?.discordId === actor.id) throw new UserError('own-request', (l) => texts(l).ownRequest);

      const decisionId = tx.newId();
      const told = { robloxUserId, robloxName, decision, decidedBy: actor.id };
      await storeJoinDecision(tx, { id: decisionId, ...told, decidedAt: now });
      const { path, askedAt } = request;
      const effectId = await tx.addEffect({ kind: 'join-decision', decisionId, path, askedAt, ...told });
      const description = decision === 'accept' ? t.accepting(robloxName) : t.declining(robloxName);
      return {
        message: {
          embeds: [{ title: t.title, description, color: embedColor(settings) }],
          components: backButton(interaction.locale, pageNumber(interaction.argument)),
        },
        shows: [{ label: t.robloxLine, effectId }],
      };
    },
  };
}

/** A decision of ours that has ended says who it was; otherwise it was somebody on Roblox. */
function gone(robloxName: string, latest: JoinDecision | undefined): UserError {
  return new UserError('request-gone', (locale) =>
    latest?.status === 'done'
      ? texts(locale).decidedHere(robloxName, latest)
      : texts(locale).gone(robloxName),
  );
}

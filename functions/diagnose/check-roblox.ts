import type { CommandContext } from '../../shared/context/command-context.ts';
import { givableRoles, groupRoleOf } from '../../shared/ranks/group-roles.ts';
import { listRanks } from '../../shared/ranks/rank.ts';
import { sayRefusal } from '../../shared/refusals/say-refusal.ts';
import type { GroupRole, RobloxClient } from '../../shared/roblox/client.ts';
import { RobloxError } from '../../shared/roblox/errors.ts';
import { bad, type Finding, findings, fixOf, good, warning } from './finding.ts';
import { texts } from './texts.ts';
import type { Texts } from './texts-en.ts';

type Introspected = Awaited<ReturnType<RobloxClient['introspectKey']>>;

const NEEDED_SCOPES = ['group:read', 'group:write'];
const WARN_BEFORE_MS = 14 * 86_400_000;

/**
 * The group, the key and what it can give, and whether each rank has a role in the group. The key goes first: when
 * it works, that ends a pause, and the others are answered.
 */
export async function checkRoblox(context: CommandContext): Promise<readonly Finding[]> {
  const { locale } = context.interaction;
  const said = texts(locale);
  const introspected = context.roblox.introspectKey();
  await Promise.allSettled([introspected]);
  const groupRoles = context.roblox.groupRolesNow();
  await Promise.allSettled([groupRoles]);
  return findings(
    [
      () => group(context, said),
      async () => key(await introspected, context.now(), said),
      async () => mapping(context, await groupRoles, said),
      async () =>
        reach(context, { groupRoles: await groupRoles, ownerId: (await introspected).ownerId }, said),
    ],
    (error) => {
      if (!(error instanceof RobloxError)) throw error;
      return bad(
        said.robloxFailed(sayRefusal(locale, error)),
        fixOf({ fixes: said.robloxFixes, said }, error),
      );
    },
  );
}

async function group({ roblox }: CommandContext, said: Texts): Promise<Finding[]> {
  const { name, memberCount } = await roblox.group();
  return [good(said.group(name, memberCount))];
}

function key(introspected: Introspected, now: number, said: Texts): Finding[] {
  const { enabled, expired, expiresAt, scopes } = introspected;
  const missing = NEEDED_SCOPES.filter((scope) => !scopes.includes(scope));
  return [
    ...(enabled ? [good(said.keyGood)] : [bad(said.keyDisabled, said.keyDisabledFix)]),
    ...(expired ? [bad(said.keyExpired, said.keyExpiredFix)] : [keyEnd(expiresAt, now, said)]),
    ...(missing.length === 0
      ? [good(said.scopesGood(NEEDED_SCOPES))]
      : missing.map((scope) => bad(said.scopeMissing(scope), said.scopeMissingFix))),
  ];
}

function keyEnd(expiresAt: number | undefined, now: number, said: Texts): Finding {
  if (expiresAt === undefined) return good(said.keyNoEnd);
  if (expiresAt - now > WARN_BEFORE_MS) return good(said.keyEnds(expiresAt));
  return warning(said.keyEnds(expiresAt), said.keyEndsFix);
}

async function mapping(
  { db }: CommandContext,
  groupRoles: readonly GroupRole[],
  said: Texts,
): Promise<Finding[]> {
  const ranks = await listRanks(db);
  const unmapped = ranks.filter((rank) => groupRoleOf(rank, groupRoles) === undefined);
  if (unmapped.length === 0) return [good(said.mapped(ranks.length))];
  const names = unmapped.map((rank) => rank.name);
  return [bad(said.unmapped(names), said.unmappedFix)];
}

/** A key acts with its owner's powers: it gives only roles below the owner's highest (Roblox, "API keys"). */
async function reach(
  { roblox, db }: CommandContext,
  {
    groupRoles,
    ownerId,
  }: { readonly groupRoles: readonly GroupRole[]; readonly ownerId: string | undefined },
  said: Texts,
): Promise<Finding[]> {
  if (ownerId === undefined) return [warning(said.ceilingUnknown, said.ceilingUnknownFix)];
  const [ranks, owner] = await Promise.all([listRanks(db), roblox.membership(ownerId)]);
  if (owner === undefined) return [bad(said.keyOwnerOutside, said.keyOwnerOutsideFix)];
  const held = groupRoles.filter((role) => owner.roleIds.includes(role.id));
  const highest = Math.max(0, ...held.map((role) => role.rank));
  const ceiling = givableRoles(groupRoles)
    .filter((role) => role.rank < highest)
    .at(-1);
  if (ceiling === undefined) return [bad(said.keyGivesNothing, said.keyOwnerOutsideFix)];
  const outOfReach = ranks.filter((rank) => (groupRoleOf(rank, groupRoles)?.rank ?? 0) > ceiling.rank);
  const names = outOfReach.map((rank) => rank.name);
  return [
    good(said.ceiling(ceiling.name, ceiling.rank)),
    ...(names.length === 0 ? [] : [warning(said.outOfReach(names), said.outOfReachFix)]),
  ];
}

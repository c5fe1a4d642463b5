import type { CommandContext } from '../../shared/context/command-context.ts';
import { givableRoles, groupRoleOf } from '../../shared/ranks/group-roles.ts';
import { listRanks } from '../../shared/ranks/rank.ts';
import { sayRefusal } from '../../shared/refusals/say-refusal.ts';
import type { GroupRole, RobloxClient } from '../../shared/roblox/client.ts';
import { RobloxError } from '../../shared/roblox/errors.ts';
import { bad, type Finding, findings, good, warning } from './finding.ts';
import { texts } from './texts.ts';

type Introspected = Awaited<ReturnType<RobloxClient['introspectKey']>>;

const NEEDED_SCOPES = ['group:read', 'group:write'];
const WARN_BEFORE_MS = 14 * 86_400_000;

/**
 * The group, the key and what it can give, and whether each rank has a role in the group. The key goes first: when
 * it works, that ends a pause, and the others are answered.
 */
export async function checkRoblox(context: CommandContext): Promise<readonly Finding[]> {
  const introspected = context.roblox.introspectKey();
  await Promise.allSettled([introspected]);
  const groupRoles = context.roblox.groupRolesNow();
  await Promise.allSettled([groupRoles]);
  return findings(
    [
      () => group(context),
      async () => key(await introspected, context.now()),
      async () => mapping(context, await groupRoles),
      async () => reach(context, await groupRoles, (await introspected).ownerId),
    ],
    (error) => {
      if (!(error instanceof RobloxError)) throw error;
      return bad(texts.robloxFailed(sayRefusal('en', error)), texts.robloxFailedFix(error));
    },
  );
}

async function group({ roblox }: CommandContext): Promise<Finding[]> {
  const { name, memberCount } = await roblox.group();
  return [good(texts.group(name, memberCount))];
}

function key(introspected: Introspected, now: number): Finding[] {
  const { enabled, expired, expiresAt, scopes } = introspected;
  const missing = NEEDED_SCOPES.filter((scope) => !scopes.includes(scope));
  return [
    ...(enabled ? [good(texts.keyGood)] : [bad(texts.keyDisabled, texts.keyDisabledFix)]),
    ...(expired ? [bad(texts.keyExpired, texts.keyExpiredFix)] : [keyEnd(expiresAt, now)]),
    ...(missing.length === 0
      ? [good(texts.scopesGood(NEEDED_SCOPES))]
      : missing.map((scope) => bad(texts.scopeMissing(scope), texts.scopeMissingFix))),
  ];
}

function keyEnd(expiresAt: number | undefined, now: number): Finding {
  if (expiresAt === undefined) return good(texts.keyNoEnd);
  if (expiresAt - now > WARN_BEFORE_MS) return good(texts.keyEnds(expiresAt));
  return warning(texts.keyEnds(expiresAt), texts.keyEndsFix);
}

async function mapping({ db }: CommandContext, groupRoles: readonly GroupRole[]): Promise<Finding[]> {
  const ranks = await listRanks(db);
  const unmapped = ranks.filter((rank) => groupRoleOf(rank, groupRoles) === undefined);
  if (unmapped.length === 0) return [good(texts.mapped(ranks.length))];
  const names = unmapped.map((rank) => rank.name);
  return [bad(texts.unmapped(names), texts.unmappedFix)];
}

/** A key acts with its owner's powers: it gives only roles below the owner's highest (Roblox, "API keys"). */
async function reach(
  { roblox, db }: CommandContext,
  groupRoles: readonly GroupRole[],
  ownerId: string | undefined,
): Promise<Finding[]> {
  if (ownerId === undefined) return [warning(texts.ceilingUnknown, texts.ceilingUnknownFix)];
  const [ranks, owner] = await Promise.all([listRanks(db), roblox.membership(ownerId)]);
  if (owner === undefined) return [bad(texts.keyOwnerOutside, texts.keyOwnerOutsideFix)];
  const held = groupRoles.filter((role) => owner.roleIds.includes(role.id));
  const highest = Math.max(0, ...held.map((role) => role.rank));
  const ceiling = givableRoles(groupRoles)
    .filter((role) => role.rank < highest)
    .at(-1);
  if (ceiling === undefined) return [bad(texts.keyGivesNothing, texts.keyOwnerOutsideFix)];
  const outOfReach = ranks.filter((rank) => (groupRoleOf(rank, groupRoles)?.rank ?? 0) > ceiling.rank);
  const names = outOfReach.map((rank) => rank.name);
  return [
    good(texts.ceiling(ceiling.name, ceiling.rank)),
    ...(names.length === 0 ? [] : [warning(texts.outOfReach(names), texts.outOfReachFix)]),
  ];
}

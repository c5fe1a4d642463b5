import * as z from 'zod/mini';
import { type ClanIdentity, ClanName } from '../clans/clan-record.ts';
import type { RankRow } from '../clans/ranks-file.ts';
import type { Settings } from '../clans/settings.ts';
import { ConfigError } from '../configs/config-error.ts';
import { disagreements, withIdentity } from '../configs/identity.ts';
import { parseRanks, parseSettings } from '../configs/parse-config.ts';
import { UserError } from '../errors/user-error.ts';

/** The body of an invocation of `provision-clan`. Holds no secret: Terraform keeps it in its state. */
const Request = z.object({
  job: z.optional(z.string()),
  clan: z.string(),
  /** `settings.json` and `ranks.json`, as they are; what is left out stays. */
  settings: z.optional(z.unknown()),
  ranks: z.optional(z.unknown()),
  /** Says what would be done, and does nothing. */
  dry_run: z._default(z.boolean(), false),
  /** Sets the vault's password even where the present one still works. */
  rotate_password: z._default(z.boolean(), false),
  /** Takes over a database user that this bot has not made. */
  adopt: z._default(z.boolean(), false),
  /** The files win over what commands changed. */
  overwrite: z._default(z.boolean(), false),
  /** Drops the schema with everything in it; `confirm` must be the clan's name. */
  delete_data: z._default(z.boolean(), false),
  confirm: z.optional(z.string()),
});
export type ProvisionRequest = z.infer<typeof Request>;

/** Throws `UserError` 'bad-request' or 'bad-clan-name'. Fields that are not known are left alone. */
export function parseProvisionRequest(body: unknown): ProvisionRequest {
  const parsed = Request.safeParse(body);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new UserError(
      'bad-request',
      `The request cannot be used, nothing was changed: ${problems.join('; ')}`,
    );
  }
  const name = ClanName.safeParse(parsed.data.clan);
  if (name.success) return parsed.data;
  throw new UserError(
    'bad-clan-name',
    'The clan name is no safe schema name, so nothing was changed. Use 2 to 30 of a-z, 0-9 and _, starting with a letter.',
  );
}

/** A clan's files, checked: they agree with each other and with the clan's record. */
export interface CheckedFiles {
  readonly settings: Settings | undefined;
  readonly ranks: readonly RankRow[] | undefined;
  readonly warnings: readonly string[];
}

/** Throws `UserError` 'bad-config' that names file, field and what was expected. */
export function checkFiles(request: ProvisionRequest, identity: ClanIdentity): CheckedFiles {
  try {
    const settings =
      request.settings === undefined ? undefined : parseSettings(request.settings, 'settings.json');
    const ranks = request.ranks === undefined ? undefined : parseRanks(request.ranks, 'ranks.json');
    const wrong = settings === undefined ? [] : disagreements(settings, identity);
    if (wrong.length > 0) throw new ConfigError(wrong.map((problem) => `settings.json: ${problem}`));
    return {
      settings: settings === undefined ? undefined : withIdentity(settings, identity),
      ranks: ranks?.ranks,
      warnings: ranks?.warnings ?? [],
    };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    throw new UserError(
      'bad-config',
      `The files cannot be used, nothing was changed. ${error.problems.join(' ')}`,
    );
  }
}

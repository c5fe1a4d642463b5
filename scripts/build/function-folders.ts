import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as z from 'zod/mini';
import { describeIssue } from '../../shared/configs/describe-issue.ts';
import { type Declaration, TIERS } from '../../shared/interactions/declaration.ts';
import { LANGUAGES, type Language } from '../../shared/languages/language.ts';

const RouteSchema = z.strictObject({
  on: z.enum(['command', 'user-menu', 'autocomplete', 'component', 'modal']),
  key: z.string().check(z.minLength(1), z.maxLength(100)),
  reply: z.enum(['public', 'ephemeral', 'update', 'modal', 'choices']),
  tier: z.enum(TIERS),
  cooldownSeconds: z.int().check(z.minimum(0)),
  duringCooldown: z.enum(['refuse', 'handle']),
  whenBlacklisted: z.enum(['refuse', 'allow']),
  readOnly: z._default(z.boolean(), false),
  inSteps: z._default(z.boolean(), false),
  options: z._default(z.array(z.string()), []),
  fields: z._default(z.array(z.string()), []),
  modal: z.optional(z.string()),
});

/** OCI's own limits: 300 s for a synchronous call; an interaction's token dies after 15 min, so 840 s. */
const DeclarationSchema = z.strictObject({
  name: z.string().check(z.regex(/^[a-z][a-z0-9-]*$/, 'expected a name such as link-roblox')),
  kind: z.enum(['front-door', 'command', 'job', 'provision']),
  memoryMb: z.literal([128, 256, 512, 1024, 2048]),
  timeoutSeconds: z.int().check(z.minimum(1), z.maximum(300)),
  detachedTimeoutSeconds: z.int().check(z.minimum(1), z.maximum(3600)),
  routes: z.array(RouteSchema),
});

/** A modal as @discordjs/builders makes it. */
interface ModalBuilder {
  setCustomId(id: string): { toJSON(): unknown };
}
function isModalBuilder(value: unknown): value is ModalBuilder {
  return (
    typeof value === 'object' &&
    value !== null &&
    'setCustomId' in value &&
    typeof value.setCustomId === 'function'
  );
}

/** The JSON of one modal in each language; the custom id is its key, which the front door completes. */
export type ModalsByLanguage = Readonly<Record<Language, unknown>>;

/** One folder of `functions/`, with everything that is data in it. */
export interface FunctionFolder {
  readonly declaration: Declaration;
  /** Path of `func.ts`, absolute. */
  readonly entry: string;
  /** Path of `command.ts`, absolute, where the function has commands to register. */
  readonly commands: string | undefined;
  /** Its modals by key. */
  readonly modals: Readonly<Record<string, ModalsByLanguage>>;
}

/** A folder of `functions/` does not keep the contract. The message names the file and what was expected. */
export class FunctionFolderError extends Error {
  override readonly name = 'FunctionFolderError';
}

/** What `functions/` holds: the folders that keep the contract, and what is wrong with the others. */
export interface FunctionFolders {
  readonly folders: readonly FunctionFolder[];
  readonly problems: readonly string[];
}

/** Finds the functions of a repository: every folder of `functions/` that has a `declaration.ts`. */
export async function readFunctionFolders(root: string): Promise<FunctionFolders> {
  const parent = join(root, 'functions');
  const entries = await readdir(parent, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const folders: FunctionFolder[] = [];
  const problems: string[] = [];
  for (const name of names.sort()) {
    const files = await readdir(join(parent, name));
    if (!files.includes('declaration.ts')) continue;
    try {
      folders.push(await readFolder(join(parent, name), name, files));
    } catch (error) {
      problems.push(error instanceof FunctionFolderError ? error.message : `functions/${name}: ${error}`);
    }
  }
  return { folders, problems: [...problems, ...routeProblems(folders)] };
}

async function readFolder(path: string, name: string, files: readonly string[]): Promise<FunctionFolder> {
  if (!files.includes('func.ts')) {
    throw new FunctionFolderError(`functions/${name}/func.ts is missing: it starts the function.`);
  }
  const declaration = await readDeclaration(path, name);
  return {
    declaration,
    entry: join(path, 'func.ts'),
    commands: files.includes('command.ts') ? join(path, 'command.ts') : undefined,
    modals: files.includes('modals.ts') ? await readModals(path, name) : {},
  };
}

async function readDeclaration(path: string, folder: string): Promise<Declaration> {
  const module: unknown = await import(pathToFileURL(join(path, 'declaration.ts')).href);
  const parsed = z.object({ declaration: DeclarationSchema }).safeParse(module);
  const where = `functions/${folder}/declaration.ts`;
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => describeIssue(issue, module));
    throw new FunctionFolderError(`${where}: ${problems.join('; ')}`);
  }
  const { routes, ...rest } = parsed.data.declaration;
  const declaration: Declaration = {
    ...rest,
    routes: routes.map((route) => ({ ...route, modal: route.modal })),
  };
  if (declaration.name !== folder) {
    throw new FunctionFolderError(`${where}: name is "${declaration.name}", expected "${folder}".`);
  }
  if (declaration.kind === 'command' && declaration.detachedTimeoutSeconds > 840) {
    throw new FunctionFolderError(`${where}: detachedTimeoutSeconds: at most 840 where a token is involved.`);
  }
  return declaration;
}

const ModalsModule = z.object({
  modals: z.custom<(language: Language) => unknown>((value) => typeof value === 'function'),
});
const Modals = z.record(z.string(), z.custom<ModalBuilder>(isModalBuilder, 'expected a ModalBuilder'));

async function readModals(path: string, folder: string): Promise<Record<string, ModalsByLanguage>> {
  const module: unknown = await import(pathToFileURL(join(path, 'modals.ts')).href);
  const where = `functions/${folder}/modals.ts`;
  const { data } = ModalsModule.safeParse(module);
  if (data === undefined) {
    throw new FunctionFolderError(
      `${where}: expected a function named modals, which takes a language and gives builders by key.`,
    );
  }
  const byLanguage = LANGUAGES.map((language) => {
    const built = Modals.safeParse(data.modals(language));
    if (!built.success) {
      const problems = built.error.issues.map((issue) => describeIssue(issue, module));
      throw new FunctionFolderError(`${where}: ${problems.join('; ')}`);
    }
    return [language, built.data] as const;
  });
  const keys = Object.keys(byLanguage[0]?.[1] ?? {});
  return Object.fromEntries(
    keys.map((key) => {
      const json = byLanguage.map(([language, built]) => [language, built[key]?.setCustomId(key).toJSON()]);
      return [key, ByLanguage.parse(Object.fromEntries(json))];
    }),
  );
}
const ByLanguage = z.object({
  en: z.unknown(),
  de: z.unknown(),
  'es-ES': z.unknown(),
  fr: z.unknown(),
  'pt-BR': z.unknown(),
}) satisfies z.ZodMiniType<ModalsByLanguage>;

/**
 * One route answers to one thing. A route that opens a modal names one of its own function; the route that takes the
 * submission reads exactly the inputs that the modal has.
 */
function routeProblems(folders: readonly FunctionFolder[]): string[] {
  const problems: string[] = [];
  const owners = new Map<string, string>();
  for (const { declaration, modals } of folders) {
    for (const route of declaration.routes) {
      const address = `${route.on} ${route.key}`;
      const where = `functions/${declaration.name}/declaration.ts: ${address}`;
      const owner = owners.get(address);
      if (owner !== undefined) problems.push(`${where}: functions/${owner} has it already.`);
      owners.set(address, declaration.name);
      if (route.reply === 'modal' && modals[route.modal ?? route.key] === undefined) {
        problems.push(`${where}: modals.ts of that folder has no "${route.modal ?? route.key}".`);
      }
      if (route.on === 'modal') problems.push(...fieldProblems(where, route.fields, modals[route.key]));
    }
  }
  return problems;
}

function fieldProblems(
  where: string,
  declared: readonly string[],
  modal: ModalsByLanguage | undefined,
): string[] {
  if (modal === undefined) return [`${where}: modals.ts of that folder has no modal of this key.`];
  return differences(declared, inputIds(modal.en)).map(
    (problem) => `${where}: fields: ${problem} in modals.ts.`,
  );
}

/** What one list of names has that the other lacks, in words; empty when both hold the same names. */
export function differences(declared: readonly string[], built: readonly string[]): string[] {
  const missing = declared.filter((name) => !built.includes(name));
  const undeclared = built.filter((name) => !declared.includes(name));
  return [
    ...missing.map((name) => `"${name}" is declared and not built`),
    ...undeclared.map((name) => `"${name}" is not declared and built`),
  ];
}

/** The custom ids of a modal's inputs. A Label holds one input in `component`. */
function inputIds(modal: unknown): string[] {
  const { components } = ModalJson.parse(modal);
  return components.flatMap(({ component }) => component?.custom_id ?? []);
}
const ModalJson = z.object({
  components: z._default(
    z.array(z.object({ component: z.optional(z.object({ custom_id: z.string() })) })),
    [],
  ),
});

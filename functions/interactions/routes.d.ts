/** All routes of all functions by `<on> <key>`; the build writes it from their declarations and modals. */
declare module 'clan-bot:routes' {
  interface RoutingEntry {
    readonly function: string;
    readonly reply: 'public' | 'ephemeral' | 'update' | 'modal' | 'choices';
    /** Nothing is written: a call that failed may be made again. */
    readonly readOnly?: true;
    /** When a call of it failed, part of it may be done. */
    readonly inSteps?: true;
    /** The key of the modal to open. */
    readonly modal?: string;
  }
  const routes: Readonly<Record<string, RoutingEntry>>;
  export default routes;
}

/** Discord's JSON of every modal by key, in each language; its custom id is the key. In a file of its own beside the bundle. */
declare module 'clan-bot:modals' {
  type Language = import('../../shared/languages/language.ts').Language;
  export const modals: Readonly<Record<string, Readonly<Record<Language, { readonly custom_id: string }>>>>;
}

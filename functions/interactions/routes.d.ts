/** All routes of all functions by `<on> <key>`; the build writes it from their declarations and modals. */
declare module 'clan-bot:routes' {
  interface RoutingEntry {
    readonly function: string;
    readonly reply: 'public' | 'ephemeral' | 'update' | 'modal' | 'choices';
    /** Nothing is written: a call that failed may be made again. */
    readonly readOnly?: true;
    /** Discord's JSON of the modal to open; its custom id is the modal's key. */
    readonly modal?: { readonly custom_id: string };
  }
  const routes: Readonly<Record<string, RoutingEntry>>;
  export default routes;
}

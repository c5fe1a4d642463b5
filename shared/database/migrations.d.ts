/** `sql/migrations/*.sql`, by version, written into the bundle by the build. */
declare module 'clan-bot:migrations' {
  const migrations: readonly { readonly version: number; readonly name: string; readonly text: string }[];
  export default migrations;
}

/** node-oracledb ships no types; the adapter uses what `oracle-driver.ts` names. */
declare module 'oracledb' {
  const driver: import('./oracle-driver.ts').OracleDriver;
  export default driver;
}

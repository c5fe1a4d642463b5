export interface Situation {
  readonly clan: string;
  readonly selfHosted: boolean;
  readonly registered: boolean;
  /** The address that adds the bot to the server; undefined: it is there. */
  readonly invite: string | undefined;
}

/** What is left to do for a clan whose files are written, as numbered lines. */
export function nextSteps({ clan, selfHosted, registered, invite }: Situation): string[] {
  const steps = [
    ...(invite === undefined ? [] : [`Add the bot to the server: ${invite}`]),
    ...(selfHosted
      ? ['Give its file to its user and start it: docs/OWN_SERVER.md, behind "new-clan" in step 2']
      : [
          `If this is not the first clan of this state: terraform -chdir=terraform workspace select -or-create ${clan}`,
          `Make it: terraform -chdir=terraform apply -var clan=${clan}`,
          `Put token and key into the vault: npm run set-secrets -- --clan ${clan}`,
        ]),
    ...(registered
      ? []
      : [`When it is there, register the commands: npm run register-commands -- --clan ${clan}`]),
    `When it runs, tell Discord where it is: npm run new-clan -- --clan ${clan} --endpoint https://<host>/interactions/${clan}`,
    'In the server: /setup leads through channels, roles and settings; then /ranks setup, /diagnose, /link-roblox and /xp',
  ];
  return ['What is left:', ...steps.map((step, index) => `${index + 1}. ${step}`)];
}

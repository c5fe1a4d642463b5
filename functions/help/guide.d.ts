/** All that members can call, in the order of registration; the build writes it from declarations and builders. */
declare module 'clan-bot:guide' {
  /** A text by Discord's locale. */
  type Localized = Readonly<Record<string, string>>;
  interface GuideOption {
    readonly name: string;
    readonly name_localizations?: Localized;
    readonly description: string;
    readonly description_localizations?: Localized;
    readonly required: boolean;
    readonly min_value?: number;
    readonly max_value?: number;
    readonly max_length?: number;
    readonly choices?: readonly { readonly name: string; readonly name_localizations?: Localized }[];
  }
  interface GuideEntry {
    readonly on: 'command' | 'user-menu';
    /** `points add`; of a menu what Discord shows. */
    readonly key: string;
    readonly key_localizations: Localized;
    readonly tier: 'member' | 'officer' | 'moderator' | 'admin';
    readonly cooldownSeconds: number;
    readonly whenBlacklisted: 'refuse' | 'allow';
    /** Empty: a menu has none. */
    readonly description: string;
    readonly description_localizations?: Localized;
    readonly options: readonly GuideOption[];
  }
  const guide: readonly GuideEntry[];
  export default guide;
}

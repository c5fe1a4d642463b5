/** People of the demo clans. They are the same in every clan, as one person is in many Discord servers. */
export interface DemoPerson {
  readonly userId: string;
  readonly username: string;
  readonly displayName: string;
  readonly tier: 'member' | 'officer' | 'moderator' | 'admin';
  readonly roblox: { readonly userId: string; readonly name: string };
  /** How far up the point-based ranks, 0 to 1; undefined: not linked yet. */
  readonly standing: number | undefined;
  /** Points missing to the next rank. */
  readonly missing: number;
  readonly inGroup: boolean;
}

function person(
  index: number,
  [username, displayName, robloxName]: readonly [string, string, string],
  rest: Partial<Pick<DemoPerson, 'tier' | 'standing' | 'missing' | 'inGroup'>>,
): DemoPerson {
  return {
    userId: `${1_100_000_000_000_010_000n + BigInt(index)}`,
    username,
    displayName,
    tier: 'member',
    roblox: { userId: `${9_000_100 + index}`, name: robloxName },
    standing: undefined,
    missing: 8,
    inGroup: true,
    ...rest,
  };
}

export const DEMO_PEOPLE: readonly DemoPerson[] = [
  person(1, ['admin', 'Ada', 'AdaSteel'], { tier: 'admin', standing: 1 }),
  person(2, ['moderator', 'Moss', 'MossBright'], { tier: 'moderator', standing: 0.9 }),
  person(3, ['officer', 'Olive', 'OliveHelm'], { tier: 'officer', standing: 0.8 }),
  person(4, ['wolf', 'Wolf', 'WolfRunner'], { standing: 0.4, missing: 4 }),
  person(5, ['bear', 'Bear', 'BearPaw'], { standing: 0.5 }),
  person(6, ['fox', 'Fox', 'FoxTrot'], { standing: 0.4, missing: 1 }),
  person(7, ['owl', 'Owl', 'OwlWatch'], { standing: 0.6 }),
  person(8, ['hare', 'Hare', 'HareFoot'], { standing: 0.3 }),
  person(9, ['lynx', 'Lynx', 'LynxEye'], { standing: 0.3 }),
  person(10, ['raven', 'Raven', 'RavenWing'], { standing: 0.7 }),
  person(11, ['otter', 'Otter', 'OtterTail'], { standing: 0 }),
  person(12, ['newcomer', 'Finch', 'FinchFeather'], {}),
  person(13, ['stray', 'Stray', 'StrayCat'], { inGroup: false }),
];

/** Owns the servers and the Roblox groups, and the Open Cloud key acts with this person's powers. */
export const FOUNDER = {
  userId: '1100000000000010000',
  username: 'founder',
  displayName: 'Founder',
  roblox: { userId: '9000100', name: 'ClanFounder' },
} as const;

import { deliverOutbox } from '../../functions/deliver-outbox/deliver-outbox.ts';
import { syncRanks } from '../../functions/sync-ranks/sync-ranks.ts';
import { picture } from '../../local/demo/seed-submission.ts';
import type { ClanContext } from '../../shared/context/clan-runtime.ts';
import { button, command, form, INTEGER, TEXT, USER } from '../month/sent.ts';
import { accountOf, NOON } from '../support/clan.ts';
import type { SentEnvelope } from '../support/envelope-test.ts';
import { RECORD } from '../support/identity.ts';
import {
  ADMIN,
  BEAR,
  EVENT_HOURS,
  FOX,
  NEWCOMER,
  OFFICER,
  OFFICER_ROLE,
  type PointScene,
  WOLF,
} from './point-scene.ts';
import { jobCall } from './processes.ts';

/** One run of a job, in the clan as a process sees it. */
export type JobRun = (context: ClanContext) => Promise<unknown>;
/** Brings the clan to where something can be done, and says what is then sent, or which job runs. */
export type Kind = (scene: PointScene) => Promise<SentEnvelope | JobRun> | SentEnvelope | JobRun;

const DAY_MS = 86_400_000;
const PROOF_URL = 'https://cdn.discordapp.com/ephemeral-attachments/1/2/shot.png?ex=7fffffff';

const asAdmin = (sent: SentEnvelope): SentEnvelope => ({ ...sent, user: ADMIN, permissions: '8' });
const asOfficer = (sent: SentEnvelope): SentEnvelope => ({ ...sent, user: OFFICER, roles: [OFFICER_ROLE] });
const as = (user: string, sent: SentEnvelope): SentEnvelope => ({ ...sent, user });
const select = (customId: string, values: readonly string[]): SentEnvelope => ({
  type: 3,
  data: { custom_id: customId, component_type: 3, values },
});
const award = (amount: number) =>
  asOfficer(
    command('points add', [
      [USER, 'member', WOLF],
      [INTEGER, 'amount', amount],
    ]),
  );
const leave = (from: string) =>
  as(
    WOLF,
    command('leave request', [
      [TEXT, 'from', from],
      [TEXT, 'to', '2026-11-20'],
      [TEXT, 'reason', 'Exams'],
    ]),
  );
/** A picture on Discord's CDN. */
const upload = (scene: PointScene) => {
  const bytes = picture();
  scene.guild.files.set(PROOF_URL, bytes);
  return { url: PROOF_URL, name: 'shot.png', contentType: 'image/png', size: bytes.length };
};
const event = (scene: PointScene, start: string) => {
  const { url, name: filename, contentType: content_type, size } = upload(scene);
  const proof = { id: '1500000000000000001', filename, content_type, size, url };
  return as(WOLF, form('submit-event:Raid', { ...EVENT_HOURS, start }, [BEAR, FOX], proof));
};
const quota = asAdmin(command('quota set', [[INTEGER, 'points', 5]]));

/** Every kind of thing that changes a clan. */
export const KINDS: Readonly<Record<string, Kind>> = {
  'points add': () => award(2),
  'points add, with a card': () => award(9),
  'points add, beyond the limit of an hour': async (scene) => {
    await scene.set({ points: { ...scene.settings.points, officer_hourly_max: 5 } });
    return award(9);
  },
  'guard.lift': async (scene) => {
    await scene.set({ points: { ...scene.settings.points, officer_hourly_max: 5 } });
    await scene.use(award(4));
    await scene.use(award(4));
    return asAdmin(button(scene.offered('guard.lift')));
  },
  'points remove': () =>
    asOfficer(
      command('points remove', [
        [USER, 'member', WOLF],
        [INTEGER, 'amount', 2],
      ]),
    ),
  'points award': () => asOfficer(form('points.award', { amount: '8', reason: 'both' }, [WOLF, BEAR])),
  'points undo': async (scene) => {
    const id = await scene.use(award(3));
    return asAdmin(command('points undo', [[TEXT, 'entry', `${id}-1`]]));
  },
  'points revert': async (scene) => {
    await scene.use(award(3));
    await scene.use(
      asAdmin(
        command('points revert', [
          [USER, 'officer', OFFICER],
          [TEXT, 'since', '2026-11-18 00:00'],
        ]),
      ),
    );
    return asAdmin(button(scene.offered('points.revert')));
  },
  'submit-event': (scene) => event(scene, EVENT_HOURS.start),
  'submit-event, kept as a draft': (scene) => event(scene, 'some day'),
  'draft.send': async (scene) => as(WOLF, button(`draft.send:${await scene.draft(upload(scene))}`)),
  'draft.discard': async (scene) => as(WOLF, button(`draft.discard:${await scene.draft(upload(scene))}`)),
  'review.approve, with cards': async (scene) =>
    asOfficer(form(`review.approve:${await scene.event()}`, { points: '9', note: 'well done' })),
  'review.decline': async (scene) =>
    asOfficer(form(`review.decline:${await scene.event()}`, { reason: 'no' })),
  promote: async (scene) => {
    await scene.use(award(9));
    return asAdmin(command('promote', [[USER, 'member', WOLF]]));
  },
  'promote, refused by Roblox and taken back': async (scene) => {
    await scene.set({ roblox_refusal: 'compensate' });
    await scene.use(award(9));
    scene.group.faults.add({ route: /:assignRole/, status: 400 });
    return asAdmin(command('promote', [[USER, 'member', WOLF]]));
  },
  demote: () => asAdmin(command('demote', [[USER, 'member', WOLF]])),
  'set-rank': () =>
    asAdmin(
      command('set-rank', [
        [USER, 'member', WOLF],
        [TEXT, 'rank', 'Veteran'],
      ]),
    ),
  'card.approve': async (scene) => {
    await scene.use(award(9));
    return asAdmin(button(scene.offered('card.approve')));
  },
  'card.deny': async (scene) => {
    await scene.use(award(9));
    return asAdmin(button(scene.offered('card.deny')));
  },
  'link-roblox, by the group alone': async (scene) => {
    await scene.set({ verification: 'group-only' });
    return as(NEWCOMER, command('link-roblox', [[TEXT, 'username', `Roblox${accountOf(NEWCOMER)}`]]));
  },
  'link.check': async (scene) => {
    await scene.use(
      as(NEWCOMER, command('link-roblox', [[TEXT, 'username', `Roblox${accountOf(NEWCOMER)}`]])),
    );
    scene.group.put(accountOf(NEWCOMER), { about: await scene.code(NEWCOMER) });
    return as(NEWCOMER, button(scene.offered('link.check')));
  },
  'leave request': () => leave('2026-11-19'),
  'leave.approve, of one that begins at once': async (scene) => {
    await scene.use(leave('2026-11-18'));
    return asOfficer(button(scene.offered('leave.approve')));
  },
  'leave.deny': async (scene) => {
    await scene.use(leave('2026-11-19'));
    return asOfficer(button(scene.offered('leave.deny')));
  },
  'leave end': async (scene) => {
    await scene.use(leave('2026-11-18'));
    await scene.use(asOfficer(button(scene.offered('leave.approve'))));
    return as(WOLF, command('leave end', []));
  },
  'quota set': () => quota,
  'quota excuse': () =>
    asOfficer(
      command('quota excuse', [
        [USER, 'member', WOLF],
        [TEXT, 'reason', 'ill'],
      ]),
    ),
  'quota.excuse': async (scene) => {
    await scene.use(quota);
    return asOfficer(select('quota.excuse:w2026-11-16:1', [WOLF, BEAR]));
  },
  'group.accept': (scene) => {
    scene.group.ask('777', { name: 'Stork' });
    return asAdmin(button('group.accept:777:1'));
  },
  'group.decline': (scene) => {
    scene.group.ask('777', { name: 'Stork' });
    return asAdmin(button('group.decline:777:1'));
  },
  'blacklist add': () =>
    asAdmin(
      command('blacklist add', [
        [USER, 'member', WOLF],
        [TEXT, 'reason', 'spam'],
      ]),
    ),
  'my-data.delete, with a card and a leave': async (scene) => {
    await scene.use(award(9));
    await scene.use(leave('2026-11-18'));
    await scene.use(asOfficer(button(scene.offered('leave.approve'))));
    return as(WOLF, button(`my-data.delete:${WOLF}`));
  },
  'ranks set-role': (scene) => {
    scene.guild.addRole({ id: '1700000000000000077', name: 'Soldiers' });
    return asAdmin(
      command('ranks set-role', [
        [TEXT, 'rank', 'Soldier'],
        [8, 'role', '1700000000000000077'],
      ]),
    );
  },
  'settings.nickname': async (scene) => {
    await scene.use(asAdmin(command('settings nickname', [[TEXT, 'template', '{roblox_name}']])));
    return asAdmin(button(scene.offered('settings.nickname')));
  },
  'setup.make': async (scene) => {
    await scene.set({ channels: { ...scene.settings.channels, admin: null, log: null } });
    return asAdmin(button('setup.make'));
  },
  'sync of one': (scene) => {
    scene.group.put(accountOf(WOLF), { roleIds: ['90045'] });
    return asAdmin(command('sync', [[USER, 'member', WOLF]]));
  },
  'sync of all': (scene) => {
    for (const id of [WOLF, BEAR]) scene.group.put(accountOf(id), { roleIds: ['90045'] });
    return asAdmin(command('sync', []));
  },
  leaderboard: () => as(WOLF, command('leaderboard', [])),
  'xp, with a look at Roblox': (scene) => {
    scene.group.put(accountOf(WOLF), { roleIds: ['90045'] });
    return as(WOLF, command('xp', []));
  },
  'the hourly job': async (scene) => {
    await scene.use(quota);
    await scene.use(leave('2026-11-19'));
    await scene.use(asOfficer(button(scene.offered('leave.approve'))));
    scene.clock.now = NOON + 13 * DAY_MS;
    scene.group.put(accountOf(BEAR), { roleIds: ['90045'] });
    scene.group.put(accountOf(FOX), { name: 'Vixen', roleIds: ['90002'] });
    return (context) => syncRanks(jobCall(context, 'sync-ranks', RECORD.clan));
  },
  'the delivery of what waits': async (scene) => {
    await scene.use(award(9));
    scene.guild.faults.add({ route: /roles|channels|nick/, status: 503 });
    scene.group.faults.add({ route: /:assignRole/, status: 503 });
    await scene.use(asAdmin(command('promote', [[USER, 'member', WOLF]])), { minutes: 0 });
    scene.guild.faults.clear();
    scene.group.faults.clear();
    scene.clock.now += 3_600_000;
    return (context) =>
      deliverOutbox(jobCall(context, 'deliver-outbox'), { failures: undefined, routes: {} });
  },
};

import { expect, it } from 'vitest';
import { approve } from '../../functions/events/approve.ts';
import { leaderboard } from '../../functions/leaderboard/leaderboard.ts';
import { xp } from '../../functions/xp/xp.ts';
import { readParticipants } from '../../shared/events/participants.ts';
import { submitEvent } from '../../shared/events/submit-event.ts';
import { NOON, person } from '../support/clan.ts';
import { openHandlerTest, resolved } from '../support/handler-test.ts';
import { EVENT_LOG } from '../support/identity.ts';

const HOST = person(1);
const WOLF = person(2);

it('a German in an English clan reads German where only they read it, and the clan English', async () => {
  const t = await openHandlerTest();
  await t.clan.seed({ discordId: WOLF, robloxName: 'Wolf', totalPoints: 2, syncedAt: NOON });
  const wolf = { actor: WOLF, locale: 'de' };
  expect((await t.run(xp, wolf)).text).toContain('Punkte insgesamt');
  expect((await t.run(leaderboard, wolf)).text).toContain('Leaderboard · All time');
  await expect(t.run(xp, { ...wolf, actor: HOST })).rejects.toThrow('You have not linked');
});

it('a Brazilian clan is told of an approval in Portuguese, and the officer from Germany in German', async () => {
  const t = await openHandlerTest({ settings: { locale: 'pt-BR' } });
  await t.clan.seed({ discordId: HOST, robloxName: 'Host' });
  await t.clan.seed({ discordId: WOLF, robloxName: 'Wolf' });
  const { result } = await t.clan.change((tx) =>
    submitEvent(tx, {
      type: 'Raid',
      hostId: HOST,
      times: { startsAt: NOON, endsAt: NOON + 3_600_000, startsText: '12:00', endsText: '13:00' },
      participants: readParticipants([resolved(WOLF)], ''),
      proof: {
        url: 'https://cdn.discordapp.com/a',
        name: 'proof.png',
        contentType: 'image/png',
        sha256: 'a'.repeat(64),
      },
      now: NOON,
    }),
  );
  const fields = { points: ['5'], note: [] };
  const { text, reply, effects } = await t.run(approve, { recordId: result.event.id, fields, locale: 'de' });

  expect(text).toContain('1 Mitglied bekommt 5 Punkte');
  expect(reply.shows?.map(({ label }) => label)).toContain('Nachricht zur Prüfung');
  const said = (found: typeof effects) => JSON.stringify(found);
  expect(said(effects.filter(({ kind }) => kind === 'dm'))).toContain('Você ganhou **5 pontos**');
  expect(said(effects.filter(({ kind }) => kind === 'edit'))).toContain('Ganharam pontos (1)');
  const logged = effects.filter((effect) => effect.kind === 'message' && effect.channelId === EVENT_LOG);
  expect(said(logged)).toContain('Anfitrião');
});

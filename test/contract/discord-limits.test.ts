import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { IDS, TOKEN } from './discord-world.ts';
import { errorPaths } from './error-paths.ts';
import { AGENT, BY, type Fixture, PNG, startFixture } from './interaction-fixture.ts';
import { rawRequest } from './raw-request.ts';

const HEADERS = { ...AGENT, authorization: `Bot ${TOKEN}` };
const COMMANDS = `/applications/${IDS.application}/guilds/${IDS.guild}/commands`;

type Json = Readonly<Record<string, unknown>>;

const command = (more: Json) => ({ name: 'points', description: 'Points', ...more });
const option = (name: string, more: Json = {}) => ({ type: 3, name, description: 'x', ...more });
const choices = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ label: `${index}`, value: `${index}` }));

describe("the Discord emulator holds commands to Discord's rules for localizations", () => {
  let at: Fixture;
  beforeEach(async () => {
    at = await startFixture();
  });
  afterEach(() => at.stop());

  const refused: [string, Json, string][] = [
    [
      'a locale that Discord lacks',
      { name_localizations: { 'de-AT': 'punkte' } },
      'name_localizations.de-AT',
    ],
    ['an upper-case localized name', { name_localizations: { de: 'Punkte' } }, 'name_localizations'],
    [
      'a localized name of 33 letters',
      { name_localizations: { de: 'x'.repeat(33) } },
      'name_localizations.de',
    ],
    [
      'an empty localized description',
      { description_localizations: { fr: '' } },
      'description_localizations.fr',
    ],
    [
      'a localized description of 101 letters',
      { description_localizations: { fr: 'x'.repeat(101) } },
      'description_localizations.fr',
    ],
    [
      'a localized option name with a space',
      { options: [option('amount', { name_localizations: { de: 'wie viel' } })] },
      'options.0.name_localizations.de',
    ],
    [
      'two options of one name in a locale',
      {
        options: [
          option('amount', { name_localizations: { de: 'wert' } }),
          option('value', { name_localizations: { de: 'wert' } }),
        ],
      },
      'options.1.name_localizations.de',
    ],
    [
      "a localized name that is another option's own",
      { options: [option('amount', { name_localizations: { de: 'value' } }), option('value')] },
      'options.0.name_localizations.de',
    ],
    [
      'a localized choice of 101 letters',
      {
        options: [
          option('kind', {
            choices: [{ name: 'x', value: 'x', name_localizations: { de: 'x'.repeat(101) } }],
          }),
        ],
      },
      'options.0.choices.0.name_localizations.de',
    ],
    [
      'a least length above the most',
      { options: [option('a', { min_length: 5, max_length: 4 })] },
      'options.0.max_length',
    ],
    ['file types on a text', { options: [option('a', { file_types: ['image'] })] }, 'options.0.file_types'],
    [
      '11 file types',
      { options: [option('a', { type: 11, file_types: Array(11).fill('.png') })] },
      'options.0.file_types',
    ],
    [
      'a file type without a dot',
      { options: [option('a', { type: 11, file_types: ['png'] })] },
      'options.0.file_types.0',
    ],
  ];
  it.each(refused)('refuses %s', async (_name, more, place) => {
    const body = command(more);
    const answer = await rawRequest(at.discord.apiUrl, 'POST', COMMANDS, { body, headers: HEADERS });
    expect(answer).toMatchObject({ status: 400, json: { code: 50035 } });
    expect(errorPaths(answer.json)).toContain(place);
  });

  it('counts the longest text of each field towards the 8,000 letters of a command', async () => {
    const letters = (count: number) => 'x'.repeat(count);
    // 25 options of 5 choices, each of up to 63 letters: 7,875 of the choices alone.
    const withChoices = (localized: number) =>
      command({
        options: Array.from({ length: 25 }, (_, index) =>
          option(`a${index}`, {
            choices: Array.from({ length: 5 }, (_each, position) => ({
              name: letters(10),
              value: `${position}`,
              name_localizations: { de: letters(localized), fr: letters(20) },
            })),
          }),
        ),
      });
    const send = (body: unknown) =>
      rawRequest(at.discord.apiUrl, 'POST', COMMANDS, { body, headers: HEADERS });
    expect((await send(withChoices(61))).status).toBe(200);
    expect(await send(withChoices(63))).toMatchObject({ status: 400, json: { code: 50035 } });
  });
});

describe("the Discord emulator holds modals to the documents' limits", () => {
  let at: Fixture;
  beforeEach(async () => {
    at = await startFixture();
  });
  afterEach(() => at.stop());

  const open = (component: Json) => {
    at.respond(() => ({
      type: 9,
      data: { custom_id: 'm', title: 'Modal', components: [{ type: 18, label: 'Input', component }] },
    }));
    return at.discord.sendInteraction({ ...BY, userMenu: 'Check member', target: 'hermit' });
  };
  const id = { custom_id: 'input' };
  const group = (options: Json[], more: Json = {}) => ({ type: 22, ...id, options, ...more });

  const refused: [string, Json][] = [
    ['one radio button', { type: 21, ...id, options: choices(1) }],
    ['11 radio buttons', { type: 21, ...id, options: choices(11) }],
    [
      'two radio buttons chosen beforehand',
      { type: 21, ...id, options: choices(2).map((entry) => ({ ...entry, default: true })) },
    ],
    [
      'a radio button without a label',
      { type: 21, ...id, options: [{ label: '', value: 'a' }, ...choices(1)] },
    ],
    ['no check box', group([])],
    ['11 check boxes', group(choices(11))],
    ['more check boxes to choose than there are', group(choices(2), { max_values: 3 })],
    ['a least number of check boxes above the most', group(choices(3), { min_values: 3, max_values: 2 })],
    ['no check box needed in a group that must be filled in', group(choices(3), { min_values: 0 })],
    ['11 files', { type: 19, ...id, max_values: 11 }],
    ['no file at most', { type: 19, ...id, max_values: 0 }],
    ['a file type that is neither a group nor an extension', { type: 19, ...id, file_types: ['images'] }],
    ['a disabled select', { type: 5, ...id, disabled: true }],
    [
      'more people chosen beforehand than may be',
      {
        type: 5,
        ...id,
        default_values: [
          { id: IDS.wolf, type: 'user' },
          { id: IDS.owner, type: 'user' },
        ],
      },
    ],
    ['a text without a style', { type: 4, ...id }],
    ['a least length above the most', { type: 4, ...id, style: 1, min_length: 5, max_length: 4 }],
    ['a title that is too long', { type: 4, ...id, style: 1, label: 'x'.repeat(46) }],
  ];
  it.each(refused)('refuses %s', async (_name, component) => {
    expect(await open(component)).toMatchObject({ acknowledged: false, modal: null });
    expect(at.discord.violations).not.toEqual([]);
  });

  it('takes the largest that the documents allow', async () => {
    for (const component of [
      { type: 21, ...id, options: choices(10) },
      group(choices(10), { min_values: 10 }),
      { type: 19, ...id, min_values: 0, max_values: 10, required: false, file_types: ['image', '.PDF'] },
    ])
      expect((await open(component)).acknowledged).toBe(true);
    expect(at.discord.violations).toEqual([]);
  });

  it('lets all boxes of a group be checked unless it says otherwise', async () => {
    await open(group(choices(3)));
    await at.discord.sendInteraction({ ...BY, submit: { input: ['0', '1', '2'] } });
    expect(at.received.at(-1)?.interaction['data']).toMatchObject({
      components: [{ component: { values: ['0', '1', '2'] } }],
    });
    await open(group(choices(3), { max_values: 2 }));
    await expect(at.discord.sendInteraction({ ...BY, submit: { input: ['0', '1', '2'] } })).rejects.toThrow(
      '1 to 2 values',
    );
  });

  it('lets only files of the wanted types be chosen, by their names', async () => {
    await open({ type: 19, ...id, file_types: ['image', '.json'] });
    await expect(
      at.discord.sendInteraction({ ...BY, submit: { input: { ...PNG, name: 'proof.txt' } } }),
    ).rejects.toThrow('takes files of .png');
    const sent = await at.discord.sendInteraction({
      ...BY,
      submit: { input: { ...PNG, name: 'PROOF.JPG' } },
    });
    expect(sent.status).toBe(200);
  });

  it('submits what was filled in beforehand and left as it was', async () => {
    const prefilled = [
      { type: 4, custom_id: 'text', style: 1, value: 'as before' },
      { type: 5, custom_id: 'people', default_values: [{ id: IDS.wolf, type: 'user' }] },
      { type: 21, custom_id: 'one', options: [...choices(2), { label: 'c', value: 'c', default: true }] },
    ];
    at.respond(() => ({
      type: 9,
      data: {
        custom_id: 'm',
        title: 'Modal',
        components: prefilled.map((component) => ({ type: 18, label: 'Input', component })),
      },
    }));
    await at.discord.sendInteraction({ ...BY, userMenu: 'Check member', target: 'hermit' });
    await at.discord.sendInteraction({ ...BY, submit: {} });
    expect(at.received.at(-1)?.interaction['data']).toMatchObject({
      components: [
        { component: { value: 'as before' } },
        { component: { values: [IDS.wolf] } },
        { component: { value: 'c' } },
      ],
    });
  });
});

describe("the Discord emulator holds a message's components to the documents' limits", () => {
  let at: Fixture;
  beforeEach(async () => {
    at = await startFixture();
  });
  afterEach(() => at.stop());

  const button = (more: Json = {}) => ({ type: 2, style: 1, label: 'x', custom_id: 'a', ...more });
  const select = { type: 3, custom_id: 's', options: choices(1) };
  const row = (...components: Json[]) => ({ type: 1, components });
  const web = { url: 'https://example.org/a.png' };

  const refused: [string, Json, string][] = [
    ['a button beside a select', row(button(), select), 'components.0.components'],
    [
      'fewer options than may be chosen',
      row({ ...select, max_values: 2 }),
      'components.0.components.0.options',
    ],
    ['a url on a button that is no link', row(button({ url: web.url })), 'components.0.components.0.url'],
    [
      'a link that is no web address',
      row({ type: 2, style: 5, label: 'x', url: 'ftp://example.org/a' }),
      'components.0.components.0.url',
    ],
    [
      'a premium button with a label',
      row({ type: 2, style: 6, sku_id: '1', label: 'x' }),
      'components.0.components.0.label',
    ],
    ['a file from the web', { type: 13, file: web }, 'components.0.file.url'],
    [
      'a file that did not come along',
      { type: 13, file: { url: 'attachment://a.png' } },
      'components.0.file',
    ],
    [
      'a picture that did not come along',
      { type: 12, items: [{ media: { url: 'attachment://a.png' } }] },
      'components.0.items.0.media',
    ],
    [
      'one id twice',
      { type: 17, id: 7, components: [{ type: 10, id: 7, content: 'x' }] },
      'components.0.components.0.id',
    ],
  ];
  it.each(refused)('refuses %s', async (_name, component, place) => {
    const body = { flags: 1 << 15, components: [component] };
    const path = `/channels/${IDS.general}/messages`;
    const answer = await rawRequest(at.discord.apiUrl, 'POST', path, { body, headers: HEADERS });
    expect(answer).toMatchObject({ status: 400, json: { code: 50035 } });
    expect(errorPaths(answer.json)).toContain(place);
  });

  it('lets a member choose as many options as a select allows', async () => {
    const body = {
      content: 'x',
      components: [row({ ...select, options: choices(3), min_values: 2, max_values: 2 })],
    };
    await rawRequest(at.discord.apiUrl, 'POST', `/channels/${IDS.general}/messages`, {
      body,
      headers: HEADERS,
    });
    await expect(at.discord.sendInteraction({ ...BY, click: 's', values: ['0'] })).rejects.toThrow(
      'takes 2 to 2 values',
    );
    expect((await at.discord.sendInteraction({ ...BY, click: 's', values: ['0', '2'] })).status).toBe(200);
  });
});
